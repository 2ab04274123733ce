import type { AnnotationSet } from '../../src/core/annotation/annotation-set.ts'
import { STATUSES } from '../../src/core/annotation/annotation-set.ts'
import type { Edit, SimpleEdit } from '../../src/core/annotation/edit.ts'
import {
  applyChange,
  type AnnotationDocument,
  type Change,
  type ChangeContext,
} from '../../src/core/annotation/history.ts'
import type { Span } from '../../src/core/annotation/span.ts'
import type { TextRange } from '../../src/core/text/range.ts'
import type { Random } from '../bench/reader/documents/random.ts'
import { NOW } from '../support/builders.ts'

/** Some more often than others, so that sets grow and there is something to undo. */
const KINDS = 'add add add group remove move relabel note status undo undo redo redo'.split(' ')

/** Notes are made of their own characters, which a file has to bring back as they are. */
const NOTES = [
  'twice',
  'see “the ministry”',
  'e\u0301tat',
  '👩‍👩‍👧 and 🇹🇷',
  'a\nb\u2028c\\',
  'قال',
  null,
]

/** Code points of the longest span. */
const LONGEST = 40
const MOST_IN_GROUP = 4

/** Does what comes to mind to one set, always something that the set takes. */
export class RandomEdits {
  readonly #random: Random
  readonly #context: ChangeContext
  readonly #labels: readonly string[]
  /** The offsets of the text that split no surrogate pair. */
  readonly #cuts: readonly number[]
  readonly #newId: () => string

  /** @param newId - Gives every span an id that none had before. */
  constructor(random: Random, context: ChangeContext, newId: () => string) {
    let offset = 0
    this.#random = random
    this.#context = context
    this.#labels = [...context.labels]
    this.#cuts = [0, ...[...context.text].map((character) => (offset += character.length))]
    this.#newId = newId
  }

  /** @returns What is done next, and the document after it. */
  next(document: AnnotationDocument): {
    readonly change: Change
    readonly document: AnnotationDocument
  } {
    for (;;) {
      const change = this.#change(document.set)
      const applied = applyChange(document, change, this.#context)
      if (applied.ok) return { change, document: applied.value }
    }
  }

  #change(set: AnnotationSet): Change {
    const kind = this.#random.pick(KINDS)
    if (kind === 'undo' || kind === 'redo') return { type: kind, at: NOW }
    return { type: 'do', edit: this.#edit(kind, set), at: NOW }
  }

  #edit(kind: string, set: AnnotationSet): Edit {
    if (kind === 'group') {
      const length = this.#random.between(2, MOST_IN_GROUP)
      return { type: 'group', edits: Array.from({ length }, () => this.#addition()) }
    }
    if (kind === 'status') return { type: 'status', status: this.#random.pick(STATUSES) }
    if (kind === 'add' || set.spans.length === 0) return this.#addition()
    return this.#alteration(kind, this.#random.pick(set.spans))
  }

  #alteration(kind: string, { id }: Span): SimpleEdit {
    switch (kind) {
      case 'remove':
        return { type: 'remove', id }
      case 'move':
        return { type: 'move', id, ...this.#range() }
      case 'relabel':
        return { type: 'relabel', id, label: this.#random.pick(this.#labels) }
      case 'note':
        return { type: 'note', id, note: this.#random.pick(NOTES) }
      default:
        throw new RangeError(`There is no edit ${kind}`)
    }
  }

  #addition(): SimpleEdit {
    const span: Span = {
      id: this.#newId(),
      label: this.#random.pick(this.#labels),
      ...this.#range(),
      attributes: {},
      note: null,
      created: { by: this.#context.annotator, at: NOW, via: 'keyboard' },
    }
    return { type: 'add', span }
  }

  #range(): TextRange {
    const last = this.#cuts.length - 1
    const first = this.#random.between(0, last - 1)
    const length = this.#random.between(1, Math.min(LONGEST, last - first))
    return { start: this.#cuts[first] ?? 0, end: this.#cuts[first + length] ?? 0 }
  }
}
