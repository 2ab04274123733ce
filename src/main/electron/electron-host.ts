import type { BrowserWindow } from 'electron'
import { EVENT_CHANNEL } from '../../contract/channels.ts'
import type { WorkbenchEvent } from '../../contract/events.ts'
import type { CallResult } from '../../contract/failure.ts'
import type { ExportOutcome, HostView } from '../../contract/models.ts'
import { fail, ok } from '../../core/result.ts'
import { SerialQueue } from '../store/serial-queue.ts'
import { writeDelivery } from '../workbench/export/write-delivery.ts'
import type { Delivery, WindowHost } from '../workbench/host.ts'
import type { BlockedRequests } from './blocked-requests.ts'
import { chooseDestination, chooseFiles, chooseFolder } from './dialogs.ts'

/** What the desktop lends the workbench for its window. */
export class ElectronHost implements WindowHost {
  readonly writable = true
  readonly #window: BrowserWindow
  readonly #blocked: BlockedRequests
  readonly #version: string
  readonly #exports = new SerialQueue()
  #onStay: () => void = () => undefined

  constructor(window: BrowserWindow, blocked: BlockedRequests, version: string) {
    this.#window = window
    this.#blocked = blocked
    this.#version = version
  }

  view(): HostView {
    return {
      kind: 'electron',
      version: this.#version,
      platform: process.platform,
      nativeDialogs: true,
      blockedRequests: this.#blocked.total,
    }
  }

  pickFolder(purpose: 'open-project' | 'new-project'): Promise<string | null> {
    return chooseFolder(this.#window, purpose)
  }

  pickFiles(kind: 'files' | 'folder'): Promise<readonly string[] | null> {
    return chooseFiles(this.#window, kind)
  }

  async deliver(delivery: Delivery): Promise<CallResult<ExportOutcome>> {
    const path = await chooseDestination(this.#window, delivery.name)
    if (path === null) return ok({ type: 'cancelled' })
    try {
      await this.#exports.run(() => writeDelivery(path, delivery))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return fail({ code: 'storage', message: `${path} could not be written: ${reason}` })
    }
    return ok({ type: 'saved', path, lines: delivery.lines })
  }

  /** Resolves when no export is being written any more; one that has no place yet is not waited for. */
  settled(): Promise<void> {
    return this.#exports.settled()
  }

  /** @param listener - Called when the window, told to close, stays open for now. */
  whenStaying(listener: () => void): void {
    this.#onStay = listener
  }

  stay(): void {
    this.#onStay()
  }

  emit(event: WorkbenchEvent): void {
    if (this.#window.isDestroyed()) return
    this.#window.webContents.send(EVENT_CHANNEL, event)
  }
}
