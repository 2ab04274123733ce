import fc from 'fast-check'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { DEFAULT_READING, ReadingSchema, type ReadingSettings } from '../../contract/models.ts'
import { ok } from '../../core/result.ts'
import { Reading, READING_BOUNDS, type ReadingMeasure } from './reading.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A window's settings, and all that was remembered of them. */
function setUp(part: Partial<ReadingSettings> = {}) {
  const remembered: ReadingSettings[] = []
  const reading = new Reading(async (settings) => {
    remembered.push(settings)
  })
  reading.adopt({ ...DEFAULT_READING, ...part })
  return { reading, remembered, value: () => reading.settings.get() }
}

describe('Reading', () => {
  it('changes at once, and remembers what came together as one', async () => {
    const { reading, remembered, value } = setUp()
    for (const width of [650, 660, 670]) reading.change({ width })
    reading.change({ chips: true })
    expect(value()).toEqual({ ...DEFAULT_READING, width: 670, chips: true })
    expect(remembered).toEqual([])
    await vi.advanceTimersByTimeAsync(300)
    expect(remembered).toEqual([value()])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(remembered).toHaveLength(1)
  })

  it('remembers now and then while a slider is drawn on and on', async () => {
    const { reading, remembered } = setUp()
    for (let width = 400; width < 600; width += 2) {
      reading.change({ width })
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(remembered.length).toBeGreaterThan(5)
    expect(remembered.length).toBeLessThan(20)
  })

  it('takes over what was remembered without remembering it again', async () => {
    const { reading, remembered } = setUp()
    reading.adopt({ ...DEFAULT_READING, size: 24 })
    reading.change({ size: 24 })
    await reading.flush()
    expect(remembered).toEqual([])
  })

  it('makes every value one that the schema takes', () => {
    const number = fc.double({ noNaN: true })
    fc.assert(
      fc.property(number, number, number, (width, size, lineHeight) => {
        const { reading, value } = setUp()
        reading.change({ width, size, lineHeight })
        expect(v.is(ReadingSchema, value())).toBe(true)
      }),
    )
  })

  it.each<[ReadingMeasure, number, 1 | -1, number]>([
    ['size', 19, 1, 20],
    ['size', 18.5, -1, 18],
    ['size', 40, 1, 40],
    ['size', 12, -1, 12],
    ['width', 640, 1, 660],
    ['width', 650, -1, 640],
    ['width', 360, -1, 360],
    ['lineHeight', 1.66, 1, 1.7],
    ['lineHeight', 1.66, -1, 1.6],
    ['lineHeight', 1.7, 1, 1.8],
    ['lineHeight', 2.4, 1, 2.4],
    ['lineHeight', 1.25, -1, 1.2],
  ])('steps %s from %f in direction %i to %f', (measure, from, direction, to) => {
    const { reading, value } = setUp({ [measure]: from })
    expect(reading.canStep(measure, direction)).toBe(from !== to)
    reading.step(measure, direction)
    expect(value()[measure]).toBe(to)
  })

  it('comes to both bounds by steps, and through the same values back', () => {
    for (const measure of ['width', 'size', 'lineHeight'] as const) {
      const { reading, value } = setUp({ [measure]: READING_BOUNDS[measure].min })
      const up = [value()[measure]]
      while (reading.canStep(measure, 1)) {
        reading.step(measure, 1)
        up.push(value()[measure])
      }
      const down = [value()[measure]]
      while (reading.canStep(measure, -1)) {
        reading.step(measure, -1)
        down.push(value()[measure])
      }
      expect(up.at(-1)).toBe(READING_BOUNDS[measure].max)
      expect(down.toReversed()).toEqual(up)
      expect(up.length).toBeLessThan(60)
    }
  })

  it('goes larger, smaller, and back to how it was made', () => {
    const { reading, value } = setUp()
    reading.larger()
    reading.larger()
    reading.smaller()
    expect(value().size).toBe(20)
    reading.change({ font: 'mono', focus: true })
    reading.reset()
    expect(value()).toEqual(DEFAULT_READING)
  })

  it('is flushed at once, and only when everything on its way has come back', async () => {
    const answers: (() => void)[] = []
    const reading = new Reading(() => new Promise<void>((resolve) => answers.push(resolve)))
    reading.larger()
    await vi.advanceTimersByTimeAsync(300)
    reading.larger()
    let isFlushed = false
    const flushed = reading.flush().then(() => (isFlushed = true))
    expect(answers).toHaveLength(2)
    answers[1]?.()
    await vi.advanceTimersByTimeAsync(300)
    expect(isFlushed).toBe(false)
    answers[0]?.()
    await flushed
  })
})

describe('the reading settings of a window', () => {
  it('are remembered before it leaves', async () => {
    const { workspace, bridge } = await openWorkspace('Two men died.')
    workspace.reading.larger()
    await workspace.flush()
    expect(bridge.argumentsOf('settings.remember').at(-1)).toEqual({
      reading: { ...DEFAULT_READING, size: 20 },
    })
  })

  it('are remembered also while another project is being opened', async () => {
    const { workspace, bridge, state } = await openWorkspace('Two men died.')
    bridge.answers['project.open'] = () => ok(state)
    workspace.reading.larger()
    await workspace.changes.make('project.open', { path: '/other' })
    expect(bridge.argumentsOf('settings.remember').at(-1)).toMatchObject({ reading: { size: 20 } })
  })

  it('hold in a window that may only look, and are remembered by none', async () => {
    const { workspace, bridge } = await openWorkspace('Two men died.', { writable: false })
    workspace.reading.change({ numbers: false })
    await workspace.flush()
    expect(workspace.reading.settings.get().numbers).toBe(false)
    expect(bridge.argumentsOf('settings.remember')).toEqual([])
  })
})
