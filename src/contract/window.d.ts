import type { Bridge } from './events.ts'

declare global {
  interface Window {
    /** The bridge that Electron's preload script lends; absent in the browser host. */
    readonly rubricator?: Bridge
  }
}
