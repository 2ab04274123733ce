import { describe, expect, it } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { verdictOn } from '../../../tests/support/review-records.ts'
import { ok } from '../../core/result.ts'
import { COMMANDS } from '../../contract/commands.ts'
import { whyNoLabel, whyNot } from './availability.ts'

const TEXT = 'Two men died.'
const two = spanOn(TEXT, 'Two', { id: 'two' })

describe('whyNot', () => {
  it('finds nothing against any command while a span is selected that can be undone', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT, { spans: [two] })
    const verdict = verdictOn([], {
      id: 'v',
      ground: [{ annotator: 'ann', span: two }],
      outcome: [],
    })
    bridge.answers['review.feedback'] = ({ article }) =>
      ok({ article, status: 'changes-asked', records: [verdict] } as never)
    await workspace.feedback.load()
    workspace.feedback.next()
    session.mark('actor', { start: 0, end: 7 }, 'keyboard')
    session.mark('date', { start: 0, end: 7 }, 'keyboard')
    session.undo()
    session.selectSpan('two')
    expect(whyNot('unsaved.export', workspace)).toBe('Everything is saved')
    session.save.set({ type: 'unsaved', reason: 'The disk is full', final: false })
    for (const { id, view } of COMMANDS) {
      const reason = view === 'review' ? 'This is for reviews' : null
      expect([id, whyNot(id, workspace)]).toEqual([id, reason])
    }
    expect(whyNoLabel(workspace)).toBeNull()
  })

  it('tells what is missing in an article without marks', async () => {
    const { workspace } = await openWorkspace(TEXT)
    expect(whyNot('spans.next', workspace)).toBe('Nothing is marked yet')
    expect(whyNot('spans.remove', workspace)).toBe('No span is selected')
    expect(whyNot('history.undo', workspace)).toBe('There is nothing to undo')
    expect(whyNot('history.redo', workspace)).toBe('There is nothing to redo')
    expect(whyNot('cursor.next-word', workspace)).toBeNull()
    expect(whyNot('view.larger', workspace)).toBeNull()
  })

  it('tells what a window may not do that can only look', async () => {
    const { workspace } = await openWorkspace(TEXT, { writable: false })
    for (const id of ['project.open', 'import.files', 'articles.done', 'spans.remove'] as const) {
      expect(whyNot(id, workspace)).toBe('This window can only look')
    }
    expect(whyNoLabel(workspace)).toBe('This window can only look')
    expect(whyNot('export.jsonl', workspace)).toBeNull()
    expect(whyNot('articles.next', workspace)).toBeNull()
  })

  it('tells that no project is open', async () => {
    const { workspace, bridge, state } = await openWorkspace(TEXT)
    bridge.emit({ type: 'state', state: { ...state, project: null } })
    expect(whyNot('export.jsonl', workspace)).toBe('No project is open')
    expect(whyNot('import.files', workspace)).toBe('No project is open')
    expect(whyNot('articles.next', workspace)).toBe('There are no articles yet')
    expect(whyNot('articles.done', workspace)).toBe('No article is open')
    expect(whyNot('find.open', workspace)).toBe('No article is open')
    expect(whyNot('project.open', workspace)).toBeNull()
  })
})
