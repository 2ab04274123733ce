import { SignalWatcher } from '@lit-labs/signals'
import { LitElement } from 'lit'

/** A hidden window has no frames; what it shows is brought up to date all the same. */
const LONGEST_WAIT = 100

/**
 * A panel that is drawn a frame after the text: what a key does to the text is what a person waits
 * for, and everything around it may follow. A list that is scrolled follows the hand at once; who
 * needs a panel at once lets it catch up first.
 */
export abstract class LatePanel extends SignalWatcher(LitElement) {
  #follows = false

  /** Before the list itself hears that it is scrolled, and asks to be drawn. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    const follow = (): void => {
      this.#follows = true
    }
    root.addEventListener('scroll', follow, { capture: true, passive: true })
    return root
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !this.#follows) await textPainted()
    this.#follows = false
    // It may have caught up meanwhile.
    if (this.isUpdatePending) await super.scheduleUpdate()
  }

  /** Draws at once what waits to be drawn. */
  catchUp(): void {
    if (this.isUpdatePending) this.performUpdate()
  }
}

/** What all panels wait for that wait now. */
let painting: Promise<void> | undefined

/** Resolves when the next frame but one begins: the text has been painted then. */
function textPainted(): Promise<void> {
  painting ??= new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  }).then(() => {
    painting = undefined
  })
  return painting
}
