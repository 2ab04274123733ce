import { ChangeWatch, countHighlightCalls } from './changes.ts'
import { FrameRecorder, letPass, paintedWhen } from './frames.ts'
import { beginsWith, countElements, endsInSight } from './sight.ts'

/*
 * Runs in every page before anything else, the product's and the others' alike, and measures all of
 * them the same way.
 */

/** What is to be seen after the next key; `root` is a selector. */
export type Expectation =
  | { readonly type: 'change'; readonly root: string }
  | { readonly type: 'end'; readonly root: string; readonly text: string }

const MODIFIERS = new Set(['Alt', 'Control', 'Meta', 'Shift'])

class Probe {
  readonly recorder = new FrameRecorder()
  readonly paintedWhen = paintedWhen
  readonly letPass = letPass
  readonly beginsWith = beginsWith
  readonly countElements = countElements
  #watch: ChangeWatch | undefined
  #expectation: Expectation | undefined
  #taken: Promise<number | null> = Promise.resolve(null)
  #isPressed = false

  constructor() {
    countHighlightCalls()
    // The first of all listeners: nobody can keep the key from it.
    addEventListener('keydown', (event) => this.#press(event), { capture: true })
  }

  /** Times the next key, from the moment that the browser got it. */
  arm(expectation: Expectation): void {
    const root = document.querySelector(expectation.root)
    if (root === null) throw new Error(`There is no ${expectation.root}`)
    if (expectation.type === 'change') this.#watch = new ChangeWatch(root)
    this.#expectation = expectation
    this.#isPressed = false
  }

  /** @returns Milliseconds from the key to the frame that showed it, or null when nothing came. */
  async taken(): Promise<number | null> {
    if (!this.#isPressed) throw new Error('No key has arrived')
    const taken = await this.#taken
    this.#watch?.end()
    this.#watch = undefined
    return taken
  }

  #press(event: KeyboardEvent): void {
    const expectation = this.#expectation
    if (expectation === undefined || !event.isTrusted || MODIFIERS.has(event.key)) return
    this.#expectation = undefined
    this.#isPressed = true
    const test =
      expectation.type === 'change'
        ? () => this.#watch?.isChanged ?? false
        : () => endsInSight(document.querySelector(expectation.root), expectation.text)
    this.#taken = paintedWhen(test).then((at) => (at === null ? null : at - event.timeStamp))
  }
}

declare global {
  interface Window {
    benchProbe: Probe
  }
}

window.benchProbe = new Probe()
