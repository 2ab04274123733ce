import { bench, describe } from 'vitest'
import type { ArticleEntry } from '../../src/contract/models.ts'
import type { Edit } from '../../src/core/annotation/edit.ts'
import { DEFAULT_LABEL_SET } from '../../src/core/annotation/label-set.ts'
import type { Span } from '../../src/core/annotation/span.ts'
import { Library } from '../../src/renderer/state/library.ts'
import { LABELS } from '../support/arbitraries.ts'
import { openWorkspace } from '../support/open-workspace.ts'
import { applyPlainly } from '../support/plain-edit.ts'
import { newsOf, setOver } from './samples.ts'

/*
 * What a mark costs in the window beside the drawing of the text. As in core.bench.ts every bench
 * stands beside the plainest way to do the same, and nothing is asserted.
 */

const options = { time: 500, warmupTime: 100 }

const text = newsOf(600_000)
const set = setOver(text, 10_000)
const { workspace, session } = await openWorkspace(text, { spans: set.spans })
session.edit([{ type: 'status', status: 'in-progress' }])

/** What the card, the label bar and the lists look at after every change. */
function look(): void {
  session.selectedSpan.get()
  for (const { name } of DEFAULT_LABEL_SET) session.spansByLabel.get().get(name)
  workspace.library.visible.get()
}

describe('a mark among 10,000 spans, taken back again', () => {
  const range = { start: 300_000, end: 300_004 }

  bench(
    'ArticleSession',
    async () => {
      session.mark('claim', range, 'keyboard')
      look()
      session.undo()
      look()
      // The queue empties itself in between, as it does between two key presses.
      await session.flush()
    },
    options,
  )

  bench(
    'baseline: every question asked of every span',
    () => {
      const [model] = set.spans
      if (model === undefined) return
      const span: Span = { ...model, ...range, id: 'new', label: 'claim' }
      const edits: readonly Edit[] = [
        { type: 'add', span },
        { type: 'remove', id: span.id },
      ]
      let current = set
      for (const edit of edits) {
        const applied = applyPlainly(current, edit, { text, labels: LABELS })
        if (typeof applied === 'string') throw new Error(applied)
        current = applied.set
        const { spans } = current
        spans.find(({ id }) => id === span.id)
        for (const { name } of DEFAULT_LABEL_SET) spans.filter(({ label }) => label === name)
      }
    },
    options,
  )
})

describe('a mark in one of 50,000 articles, of which a search has found some', () => {
  const entries = Array.from({ length: 50_000 }, (_, index): ArticleEntry => ({
    id: `a${index}`,
    title: `Night strike number ${index} raises the toll`,
    outlet: 'Harbour Wire',
    published: '2020-02-28',
    status: 'in-progress',
    spans: 0,
  }))
  const library = new Library()
  library.entries.set(entries)
  library.found.set(entries.filter((_, index) => index % 50 === 0).map(({ id }) => id))
  const found = new Set(library.found.get())
  let spans = 0

  bench(
    'Library.update, and what is visible then',
    () => {
      library.update('a12000', { spans: ++spans })
      library.visible.get()
    },
    options,
  )

  bench(
    'baseline: all entries mapped and filtered',
    () => {
      const changed = entries.map((entry) =>
        entry.id === 'a12000' ? { ...entry, spans: ++spans } : entry,
      )
      void changed.filter(({ id }) => found.has(id))
    },
    options,
  )
})
