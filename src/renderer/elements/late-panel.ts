import { SignalWatcher } from '@lit-labs/signals'
import { LitElement } from 'lit'

/** A hidden window has no frames; what it shows is brought up to date all the same. */
const LONGEST_WAIT = 100

/**
 * A panel that is drawn a frame after the text: what a key does to the text is what a person waits
 * for, and everything around it may follow. Who needs a panel at once lets it catch up first.
 */
export abstract class LatePanel extends SignalWatcher(LitElement) {
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !this.isUrgent) await nextFrame()
    // It may have caught up meanwhile.
    if (this.isUpdatePending) await super.scheduleUpdate()
  }

  /** Whether the panel itself is being worked on, as when a list is scrolled. */
  protected get isUrgent(): boolean {
    return false
  }

  /** Draws at once what waits to be drawn. */
  catchUp(): void {
    if (this.isUpdatePending) this.performUpdate()
  }
}

/** Resolves when the next frame but one begins: the text has been painted then. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  })
}
