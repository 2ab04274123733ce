import type { WorkbenchEvent } from '../../contract/events.ts'
import type { WindowHost } from './host.ts'

/** The windows that look at one workbench. */
export class Windows {
  readonly #hosts = new Set<WindowHost>()

  /** @returns A function that takes the window out again. */
  add(host: WindowHost): () => void {
    this.#hosts.add(host)
    return () => {
      this.#hosts.delete(host)
    }
  }

  /** Sends each window its event, but not the one whose own call is the reason. */
  announce(event: (host: WindowHost) => WorkbenchEvent, except?: WindowHost): void {
    for (const host of this.#hosts) if (host !== except) host.emit(event(host))
  }
}
