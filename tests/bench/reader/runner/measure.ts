import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchDocument } from '../documents/document.ts'
import type { Random } from '../documents/random.ts'
import type { Expectation } from '../pages/probe.ts'
import type { Keys } from '../pages/contestant.ts'
import { Deadline, TimeIsUp } from './deadline.ts'
import type { Driver } from './driver.ts'
import { OutcomeBook, type Outcomes } from './outcome.ts'
import type { Session } from './session.ts'

/** How long one contestant may take with one document, in seconds. */
export const LIMIT = 60

/** A single opening says little: when the next frame begins alone makes 17 ms of difference. */
const OPENINGS = 20
/** The same for openings as for turns below. */
const OPENINGS_WITHIN = 12_000

/** Adding, moving twice and removing: so many times, the first ones uncounted. */
const TURNS = { warmUp: 2, counted: 10 }
/** Once this long has gone into turns, in milliseconds, those done must do. */
const TURNS_WITHIN = 15_000
const JUMPS = 3
const SCROLL_STEPS = 60
/** The same for steps. */
const SCROLL_WITHIN = 15_000

/** Between two keys, in milliseconds: what a contestant puts off until later is then done. */
const PAUSE = 80
/** Of a screen, in milliseconds. */
const FRAME = 17

/** Measures one contestant with one document, once. */
export class Measurement {
  readonly #contestant: string
  readonly #session: Session
  readonly #driver: Driver
  readonly #random: Random
  readonly #book = new OutcomeBook(LIMIT)

  constructor(contestant: string, session: Session, driver: Driver, random: Random) {
    this.#contestant = contestant
    this.#session = session
    this.#driver = driver
    this.#random = random
  }

  async run(document: BenchDocument): Promise<Outcomes> {
    const deadline = new Deadline(LIMIT * 1000)
    try {
      await deadline.within(this.#steps(document))
      return this.#book.close()
    } catch (error) {
      if (error instanceof TimeIsUp) return this.#book.close()
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      return this.#book.close({ type: 'cannot', reason: `${this.#contestant}: ${reason}` })
    }
  }

  async #steps(document: BenchDocument): Promise<void> {
    await this.#open(document)
    this.#book.add('heap', await this.#session.heap())
    const elements = await this.#countElements()
    this.#book.add('elements', elements)
    await this.#edit(document)
    await this.#jump(document)
    await this.#scroll()
    this.#book.set('elements', {
      type: 'measured',
      values: [Math.max(elements, await this.#countElements())],
    })
  }

  /** Each time on a page that was loaded anew, at any moment between two frames. */
  async #open(document: BenchDocument): Promise<void> {
    const begun = performance.now()
    for (let openings = 0; openings < OPENINGS; openings++) {
      if (openings > 0 && performance.now() - begun > OPENINGS_WITHIN) break
      await this.#driver.start(document)
      await this.#settle()
      await sleep(this.#random.next() * FRAME)
      this.#book.add('open', await this.#driver.open())
      await this.#settle()
    }
  }

  async #edit({ spans }: BenchDocument): Promise<void> {
    const actions = (['add', 'move', 'remove'] as const).filter((action) => this.#isAble(action))
    const begun = performance.now()
    const known = await this.#driver.count()
    if (known !== spans.length) throw new Error(`it shows ${known} of ${spans.length} spans`)
    for (let turn = 0; turn < TURNS.warmUp + TURNS.counted; turn++) {
      // What takes seconds needs no warm-up to be told from what does not.
      const isSlow = performance.now() - begun > TURNS_WITHIN
      if (isSlow && this.#book.has('add')) return
      await this.#turn(turn, actions, turn >= TURNS.warmUp || isSlow)
    }
  }

  async #turn(turn: number, actions: readonly (keyof Keys)[], isCounted: boolean): Promise<void> {
    const before = await this.#driver.count()
    await this.#driver.select(turn)
    const change = async (
      action: 'add' | 'move' | 'remove',
      isDone: () => Promise<boolean>,
    ): Promise<void> => {
      if (!actions.includes(action)) return
      const taken = await this.#press(action, { type: 'change', root: this.#driver.root })
      const hasChanged = taken !== null && (await isDone())
      if (!hasChanged) this.#book.set(action, { type: 'nothing' })
      else if (isCounted) this.#book.add(action, taken)
    }
    await change('add', async () => (await this.#driver.count()) === before + 1)
    await this.#driver.choose()
    await change('move', () => this.#driver.isMoved())
    await change('move', () => this.#driver.isMoved())
    await change('remove', async () => (await this.#driver.count()) === before)
  }

  async #jump({ id, text, spans }: BenchDocument): Promise<void> {
    const last = spans.at(-1)
    if (last === undefined || last.end < text.length - 20) {
      const reason = `the last span of ${id} does not lie at its end`
      this.#book.set('jump', { type: 'cannot', reason })
      return
    }
    if (!this.#isAble('jump')) return
    const expectation = { type: 'end', root: this.#driver.root, text: text.slice(-12) } as const
    for (let jumps = 0; jumps < JUMPS; jumps++) {
      const taken = await this.#press('jump', expectation)
      if (taken === null) this.#book.set('jump', { type: 'nothing' })
      else this.#book.add('jump', taken)
      await this.#pointAtText()
      await this.#driver.rewind()
      await this.#settle()
      if (taken === null) return
    }
  }

  /** Turns the wheel in steps, from the top to the end. */
  async #scroll(): Promise<void> {
    const { page } = this.#session
    await this.#pointAtText()
    await this.#settle()
    await page.evaluate(() => window.benchProbe.recorder.start())
    const before = await this.#session.counters()
    const begun = performance.now()
    let steps = 0
    // Where heights are estimated the end may move away: some more steps then reach it.
    for (let rest = await this.#rest(); rest > 2 && steps < 2 * SCROLL_STEPS; steps++) {
      if (performance.now() - begun > SCROLL_WITHIN) break
      await page.mouse.wheel(0, Math.ceil(rest / Math.max(1, SCROLL_STEPS - steps)))
      await page.evaluate(() => window.benchProbe.letPass(2))
      rest = await this.#rest()
    }
    const after = await this.#session.counters()
    const frames = await page.evaluate(() => window.benchProbe.recorder.stop())
    if (steps === 0) throw new Error('it does not scroll')
    this.#book.add('frames', ...frames)
    for (const counter of ['work', 'layout'] as const) {
      this.#book.add(counter, (after[counter] - before[counter]) / steps)
    }
  }

  /** How far there is to scroll. */
  #rest(): Promise<number> {
    return this.#session.page.evaluate((scroller) => {
      const element = document.querySelector(scroller)
      if (element === null) throw new Error(`There is no ${scroller}`)
      return element.scrollHeight - element.clientHeight - element.scrollTop
    }, this.#driver.scroller)
  }

  async #pointAtText(): Promise<void> {
    const box = await this.#session.page.locator(this.#driver.scroller).first().boundingBox()
    if (box === null) throw new Error('what scrolls is not in sight')
    await this.#session.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  }

  /** Presses a key, at any moment between two frames. */
  async #press(action: keyof Keys, expectation: Expectation): Promise<number | null> {
    const { page } = this.#session
    await this.#settle()
    await page.evaluate((expected) => window.benchProbe.arm(expected), expectation)
    await sleep(this.#random.next() * FRAME)
    return this.#hold(this.#driver.keys[action], () =>
      page.evaluate(() => window.benchProbe.taken()),
    )
  }

  /**
   * Lets a key go only when what it does is done, as a finger does: Chromium puts a page's tasks off
   * from any key's coming up until the next frame, the probe's among them, and where that frame draws
   * what was left for later the probe would count it.
   */
  async #hold<Result>(chord: string, during: () => Promise<Result>): Promise<Result> {
    const { keyboard } = this.#session.page
    const keys = chord.split('+')
    for (const key of keys) await keyboard.down(key)
    try {
      return await during()
    } finally {
      for (const key of keys.toReversed()) await keyboard.up(key)
    }
  }

  /** Leaves out what the contestant cannot do, and says why. */
  #isAble(action: keyof Keys): boolean {
    const reason = this.#driver.reasonAgainst(action)
    if (reason === undefined) return true
    this.#book.set(action, { type: 'cannot', reason: `${this.#contestant}: ${reason}` })
    return false
  }

  #countElements(): Promise<number> {
    return this.#session.page.evaluate(() => window.benchProbe.countElements())
  }

  async #settle(): Promise<void> {
    await sleep(PAUSE)
    await this.#session.page.evaluate(() => window.benchProbe.letPass(2))
  }
}
