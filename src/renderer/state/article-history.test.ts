import { beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { spanOn } from '../../../tests/support/builders.ts'
import type { ArticleSession } from './article-session.ts'
import { goBack } from './go-back.ts'
import { mark, removeSelected, travel } from './marking.ts'
import type { Workspace } from './workspace.ts'

const text = 'Two killed, says the ministry on Friday.'

let workspace: Workspace
let session: ArticleSession

beforeEach(async () => {
  ;({ workspace, session } = await openWorkspace(text))
})

const markQuote = (label: string, quote: string): void => {
  const { start, end } = spanOn(text, quote)
  mark(workspace, label, { start, end }, 'keyboard')
}
const shown = (): string[] =>
  session.spans.get().map((span) => `${span.label}: ${session.quote(span)}`)
const told = (): string | undefined => workspace.notices.current.get()?.text

describe('the history of an article', () => {
  beforeEach(() => {
    markQuote('casualty figure', 'Two killed')
    markQuote('actor', 'the ministry')
    travel(workspace, 'undo')
    markQuote('date', 'Friday')
    workspace.history.open()
  })

  it('lists every change, the newest first, what was undone as well', () => {
    const changes = workspace.history.changes.get()
    expect(changes.ok && changes.value.map(({ how }) => how)).toEqual(['do', 'undo', 'do', 'do'])
    workspace.history.close()
    expect(workspace.history.changes.get()).toEqual({ ok: true, value: [] })
  })

  it('shows the marks of a moment, with the change that led to it selected', () => {
    workspace.history.look(2)
    expect(shown()).toEqual(['casualty figure: Two killed', 'actor: the ministry'])
    expect(session.selectedSpan.get()?.label).toBe('actor')
    expect(workspace.history.moment.get()).toBe(2)
    expect(workspace.notices.announcement.get()).toMatch(/^As it was at \d\d:\d\d: 2 spans/)
  })

  it('shows where a span was that the change has taken away', () => {
    workspace.history.look(3)
    expect(shown()).toEqual(['casualty figure: Two killed'])
    expect(session.selectedSpan.get()).toBeNull()
    expect(session.selection.get()).toMatchObject({ start: text.indexOf('the ministry') })
  })

  it('comes back to the present, and to what was selected there', () => {
    expect(session.selectedSpan.get()?.label).toBe('date')
    for (const moment of [0, 2, 1]) workspace.history.look(moment)
    workspace.history.look(4)
    expect(session.past.get()).toBeNull()
    expect(session.selectedSpan.get()?.label).toBe('date')
    workspace.history.look(0)
    expect(shown()).toEqual([])
    workspace.history.close()
    expect(shown()).toEqual(['casualty figure: Two killed', 'date: Friday'])
    expect(session.selectedSpan.get()?.label).toBe('date')
  })

  it('lets nothing be changed in the past', () => {
    const before = session.document.get()
    workspace.history.look(1)
    removeSelected(workspace)
    markQuote('date', 'Friday')
    travel(workspace, 'undo')
    expect(session.document.get()).toBe(before)
    expect(told()).toContain('Press Escape to come back to now')
  })

  it('forgets the past of a set that is read anew, and what was selected in it', async () => {
    workspace.history.look(1)
    await workspace.flush()
    await workspace.refresh()
    const anew = workspace.article.get()
    if (anew === null || anew === session) throw new Error('It was not read anew')
    expect(workspace.history.moment.get()).toBe(0)
    markQuote('claim', 'says')
    workspace.history.look(0)
    workspace.history.close()
    expect(anew.selectedSpan.get()?.label).toBe('claim')
  })

  it('leaves the past with the article', async () => {
    workspace.history.look(1)
    await workspace.openArticle(session.id)
    expect(session.past.get()).toBeNull()
  })
})

describe('goBack', () => {
  beforeEach(() => {
    markQuote('casualty figure', 'Two killed')
    markQuote('actor', 'the ministry')
    removeSelected(workspace)
    workspace.history.open()
  })

  it('is one edit, which one undo takes back', () => {
    workspace.history.look(2)
    goBack(workspace)
    expect(told()).toMatch(/^Went back to \d\d:\d\d; undo brings the marks back\.$/)
    expect(session.past.get()).toBeNull()
    expect(shown()).toEqual(['casualty figure: Two killed', 'actor: the ministry'])
    expect(session.document.get().history).toHaveLength(4)
    travel(workspace, 'undo')
    expect(shown()).toEqual(['casualty figure: Two killed'])
  })

  it('brings back the beginning, with the status of then', () => {
    workspace.history.look(0)
    goBack(workspace)
    expect(told()).toBe('Went back to the beginning; undo brings the marks back.')
    expect(shown()).toEqual([])
    expect(session.status.get()).toBe('not-started')
    travel(workspace, 'undo')
    expect(session.status.get()).toBe('in-progress')
  })

  it('changes nothing where the marks are the same', () => {
    workspace.history.look(1)
    const { revision } = session.document.get()
    goBack(workspace)
    expect(told()).toMatch(/^The marks are already as they were at \d\d:\d\d\.$/)
    expect(session.document.get().revision).toBe(revision)
    goBack(workspace)
    expect(workspace.notices.announcement.get()).toBe('These are the marks as they are now')
  })

  it('is told why not in a window that only looks', async () => {
    workspace.history.look(2)
    const state = workspace.state.get()
    if (state === null) throw new Error('There is no state')
    workspace.state.set({ ...state, writable: false })
    goBack(workspace)
    expect(told()).toContain('another window is writing')
    expect(shown()).toHaveLength(2)
    expect(session.document.get().history).toHaveLength(3)
  })
})
