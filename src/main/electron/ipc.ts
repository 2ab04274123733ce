import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { calls } from '../../contract/calls.ts'
import { callChannel } from '../../contract/channels.ts'
import type { CallResult } from '../../contract/failure.ts'
import { fail } from '../../core/result.ts'
import { isOwnAddress } from './page-address.ts'

/** Answers one call; the arguments are as the page sent them. */
export type Answer = (name: string, args: unknown) => Promise<CallResult<unknown>>

/**
 * Handles every call of the contract, for one window's page alone: each call is checked for its
 * sender before anything else is looked at.
 */
export function handleCalls(contents: WebContents, answer: Answer): void {
  for (const name of Object.keys(calls)) {
    ipcMain.handle(callChannel(name), async (event, args: unknown) => {
      if (isFromPage(event, contents)) return answer(name, args)
      console.error(
        `Rubricator: a call of ${name} was refused: ${event.senderFrame?.url ?? 'no frame'}`,
      )
      return fail({ code: 'invalid-call', message: 'Only the program’s own window may call it.' })
    })
  }
}

function isFromPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame
  return (
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    isOwnAddress(frame.url)
  )
}
