import { expect } from '@playwright/test'
import type { TextRange } from '../../../src/core/text/range.ts'
import type { Workbench } from '../hosts/workbench.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { readStored, type StoredSet, type StoredSpan } from '../support/stored.ts'
import type { MarkingModel } from './marking-model.ts'
import { readPainted, type PaintedText } from './painted-text.ts'

/** Of a long quote the list tells the beginning. */
const COMPARED = 60

/** The reader as a person and the disk see it, held against a model. */
export class ReaderProbe {
  readonly workbench: Workbench
  readonly #project: string
  readonly #annotator: string
  /** The ids of the model's spans. */
  readonly #ids = new Map<number, string>()

  constructor(workbench: Workbench, project: string, annotator: string) {
    this.workbench = workbench
    this.#project = project
    this.#annotator = annotator
  }

  get window(): AppWindow {
    return this.workbench.window
  }

  painted(): Promise<PaintedText> {
    return this.window.reader.region.evaluate(readPainted)
  }

  /** What is painted as selected; undefined when nothing is. */
  async cursor(): Promise<TextRange | undefined> {
    return (await this.painted()).cursor[0]
  }

  /** Checks that what is listed, painted and stored is what the model says. */
  async expectShows(model: MarkingModel): Promise<void> {
    await this.#expectTold(model)
    await this.#expectListed(model)
    await this.window.status.expectSaved()
    const stored = await readStored(this.#project, this.#annotator, model.text)
    this.#expectStored(model, stored)
    this.#expectPainted(model, stored?.spans ?? [], await this.painted())
  }

  /** A change that the set refuses is told; the message is closed, for it hides some text. */
  async #expectTold(model: MarkingModel): Promise<void> {
    const alert = this.window.page.getByRole('alert').filter({ hasText: /\S/ })
    await expect(alert, 'why it was refused').toHaveCount(model.isRefused ? 1 : 0)
    if (model.isRefused) await alert.getByRole('button', { name: 'Close the message' }).click()
    model.isRefused = false
  }

  async #expectListed({ set, text, selectedKey }: MarkingModel): Promise<void> {
    const { inspector } = this.window
    const expected = set.spans.map(({ label, start, end, attributes: { count } }) =>
      `${label}: ${text.slice(start, end)}${count === undefined ? '' : ` (count ${count})`}`.slice(
        0,
        COMPARED,
      ),
    )
    const listed = async (): Promise<readonly string[]> =>
      (await inspector.names()).map((name) => name.slice(0, COMPARED))
    await expect.poll(listed, 'the list').toEqual(expected)
    const at = set.spans.findIndex(({ key }) => key === selectedKey)
    if (at === -1) await expect(inspector.selected).toHaveCount(0)
    else await expect(inspector.selected).toHaveAttribute('aria-posinset', String(at + 1))
  }

  #expectStored({ set }: MarkingModel, stored: StoredSet | null): void {
    expect(stored?.status ?? 'not-started', 'the status on disk').toBe(set.status)
    const spans = stored?.spans ?? []
    expect(spans.map(plainly), 'the set on disk').toEqual(set.spans.map(plainly))
    for (const [index, { id }] of spans.entries()) {
      const key = set.spans[index]?.key ?? -1
      expect(this.#ids.get(key) ?? id, 'a span keeps its id').toBe(id)
      this.#ids.set(key, id)
    }
  }

  #expectPainted(model: MarkingModel, stored: readonly StoredSpan[], painted: PaintedText): void {
    expect(painted.faults).toEqual([])
    const { blocks } = painted
    const drawn = (range: TextRange): readonly TextRange[] =>
      blocks
        .map(({ start, end }) => ({
          start: Math.max(start, range.start),
          end: Math.min(end, range.end),
        }))
        .filter(({ start, end }) => start < end)
    const selectedId = model.selectedKey === null ? null : this.#ids.get(model.selectedKey)
    const expected = stored.flatMap((span) => drawn(span).map((range) => inWords(span.id, range)))
    const found = painted.marks.map((mark) => inWords(mark.id, mark))
    const isCrowded = stored.some((span) => depthAt(stored, span.start) > LANES)
    if (isCrowded) expect(expected).toEqual(expect.arrayContaining(found))
    else expect(found.toSorted(), 'what is painted').toEqual(expected.toSorted())
    for (const { id, start, label, isSelected } of painted.marks) {
      const span = stored.find((candidate) => candidate.id === id)
      if (label !== null)
        expect({ start, label }).toEqual({ start: span?.start, label: span?.label })
      expect(isSelected, 'only the selected span stands out').toBe(id === selectedId)
    }
    const cursor = model.selectedKey === null && model.selection ? [model.selection] : []
    expect(painted.cursor.flatMap(drawn), 'the text that is painted as selected').toEqual(
      cursor.flatMap(drawn),
    )
  }
}

/** Spans over one place that have a line each; more share one. */
const LANES = 6

function depthAt(spans: readonly StoredSpan[], offset: number): number {
  return spans.filter(({ start, end }) => start <= offset && end > offset).length
}

function plainly({ label, start, end, note, attributes }: Omit<StoredSpan, 'id'>): unknown {
  return { label, start, end, note, attributes }
}

function inWords(id: string, { start, end }: TextRange): string {
  return `${id} ${start}–${end}`
}
