import fc from 'fast-check'
import { expect } from '@playwright/test'
import type { Direction, Granularity } from '../../../src/core/text/movement.ts'
import { unitAt } from '../../../src/core/text/movement.ts'
import type { EdgeMove, MarkingModel } from './marking-model.ts'
import { keyStep, Step } from './step.ts'

/** The labels of a new project, and the digits that choose them. */
export const LABELS = [
  ['1', 'claim'],
  ['2', 'actor'],
  ['3', 'date'],
  ['4', 'casualty figure'],
] as const

const MOVES: readonly (readonly [string, Granularity, Direction])[] = [
  ['ArrowRight', 'word', 1],
  ['ArrowLeft', 'word', -1],
  ['Mod+ArrowRight', 'sentence', 1],
  ['Mod+ArrowLeft', 'sentence', -1],
  ['Mod+ArrowDown', 'paragraph', 1],
  ['Mod+ArrowUp', 'paragraph', -1],
]

const move = fc
  .tuple(fc.constantFrom(...MOVES), fc.boolean())
  .map(([[key, granularity, direction], isExtended]) =>
    keyStep(isExtended ? withShift(key) : key, (model) =>
      model.moveCursor(granularity, direction, isExtended),
    ),
  )

const jump = fc
  .tuple(fc.constantFrom(['Mod+Home', -1] as const, ['Mod+End', 1] as const), fc.boolean())
  .map(([[key, direction], isExtended]) =>
    keyStep(isExtended ? withShift(key) : key, (model) => model.jump(direction, isExtended)),
  )

/** By lines and pages it depends on the layout where the cursor goes: to a word in sight. */
const moveByLines = fc
  .constantFrom(['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', 1], ['PageUp', -1])
  .map(([key, direction]) => {
    return new Step(key, async (model, probe) => {
      const before = model.selection
      await probe.window.press(key)
      const found = await probe.cursor()
      expect(found && unitAt(model.outline, found.start), 'a word').toEqual(found)
      if (found === undefined) return
      // From a longer selection it goes on from that end of it which moves.
      if (before !== null && direction === 1) {
        expect(found.end, 'further down').toBeGreaterThan(before.start)
      } else if (before !== null) {
        expect(found.start, 'further up').toBeLessThan(before.end)
      }
      const { box, frame } = await probe.window.reader.sight.look(found)
      expect(box?.top, 'in sight').toBeGreaterThanOrEqual(frame.top)
      expect(box?.bottom, 'in sight').toBeLessThanOrEqual(frame.bottom)
      model.setCursor(found)
    })
  })

const chooseLabel = fc
  .constantFrom(...LABELS)
  .map(([key, label]) => keyStep(key, (model) => choose(model, label), hasSelection))

const chooseAnother = fc.constantFrom(...LABELS).map(([digit, label]) =>
  keyStep(
    `Shift+Digit${digit}`,
    (model) => {
      const range = model.selected ?? model.selection
      if (range !== null) model.mark(label, range)
    },
    hasSelection,
  ),
)

const EDGES: readonly (readonly [string, EdgeMove['edge'], Direction, boolean])[] = [
  ['Alt+ArrowRight', 'end', 1, false],
  ['Alt+ArrowLeft', 'end', -1, false],
  ['Alt+Shift+ArrowLeft', 'start', -1, false],
  ['Alt+Shift+ArrowRight', 'start', 1, false],
  ['l', 'end', 1, true],
  ['h', 'end', -1, true],
  ['Shift+H', 'start', -1, true],
  ['Shift+L', 'start', 1, true],
]

const moveEdge = fc
  .constantFrom(...EDGES)
  .map(([key, edge, direction, byCharacter]) =>
    keyStep(key, (model) => model.moveEdge({ edge, direction }, byCharacter), hasSpan),
  )

const giveCount = fc.constantFrom(0, 7, 34, null).map(
  (count) =>
    new Step(
      `count ${count}`,
      async (model, { window }) => {
        const keys = count === null ? ['Delete'] : [...String(count)]
        await window.press('v', 'Mod+A', ...keys, 'Enter')
        model.giveCount(count)
      },
      ({ selected }) => selected?.label === 'casualty figure',
    ),
)

const goThrough = fc.constantFrom(
  // At the last span the key means the window's next part.
  keyStep(
    'Tab',
    (model) => model.selectSpan(model.neighbour(1)),
    (model) => model.neighbour(1) !== undefined,
  ),
  keyStep(
    'Shift+Tab',
    (model) => model.selectSpan(model.neighbour(-1)),
    (model) => model.neighbour(-1) !== undefined,
  ),
  keyStep('g', (model) => model.selectSpan(model.set.spans[0])),
  keyStep('Shift+G', (model) => model.selectSpan(model.set.spans.at(-1))),
)

const remove = fc.constant(keyStep('Delete', (model) => model.remove(), hasSpan))

const travel = fc.constantFrom(
  keyStep('Mod+Z', (model) => model.travel('undo')),
  keyStep('Mod+Z', (model) => model.travel('undo')),
  keyStep('Mod+Shift+Z', (model) => model.travel('redo')),
)

const selectAll = fc.constant(keyStep('Mod+A', (model) => model.selectAll()))

const letGo = fc.constant(
  keyStep('Escape', (model) => {
    model.select(null)
    model.activeLabel = null
  }),
)

const copy = fc.constant(
  new Step(
    'Mod+C',
    async ({ selection, text }, { window, workbench }) => {
      await window.press('Mod+C')
      const copied = selection && text.slice(selection.start, selection.end)
      await expect.poll(() => workbench.host.readClipboard()).toBe(copied)
    },
    hasSelection,
  ),
)

/** What a person does with the keyboard, each as often as it should be tried. */
export const KEY_STEPS: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 5, arbitrary: move },
  { weight: 1, arbitrary: jump },
  { weight: 2, arbitrary: moveByLines },
  { weight: 6, arbitrary: chooseLabel },
  { weight: 2, arbitrary: chooseAnother },
  { weight: 4, arbitrary: moveEdge },
  { weight: 3, arbitrary: giveCount },
  { weight: 3, arbitrary: goThrough },
  { weight: 2, arbitrary: remove },
  { weight: 3, arbitrary: travel },
  { weight: 1, arbitrary: selectAll },
  { weight: 1, arbitrary: letGo },
  { weight: 1, arbitrary: copy },
]

/** Marks what is selected, or gives the selected span another label. */
function choose(model: MarkingModel, label: string): void {
  if (model.selected !== undefined) model.relabel(label)
  else if (model.selection !== null) model.mark(label, model.selection)
}

function hasSelection({ selection }: MarkingModel): boolean {
  return selection !== null
}

function hasSpan({ selected }: MarkingModel): boolean {
  return selected !== undefined
}

function withShift(key: string): string {
  return key.includes('+') ? key.replace('+', '+Shift+') : `Shift+${key}`
}
