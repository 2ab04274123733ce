import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { CallName } from '../contract/calls.ts'
import type { Bridge, WorkbenchEvent } from '../contract/events.ts'
import { callChannel, EVENT_CHANNEL } from '../contract/channels.ts'

/*
 * The whole of what the page can reach. Names and arguments pass through unread: the main process
 * has one handler a call and parses the arguments there, and a name without a handler is rejected.
 */
const bridge: Bridge = {
  call: (name: CallName, args: unknown) => ipcRenderer.invoke(callChannel(name), args),

  subscribe: (listener) => {
    // Electron's own event object would give the page the sender, so it stays here.
    const forward = (_event: IpcRendererEvent, event: WorkbenchEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward)
    }
  },
}

contextBridge.exposeInMainWorld('rubricator', bridge)
