import { describe, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { fail, ok } from '../../core/result.ts'

const TEXT = 'Two men died. A third one lived.'
const counts = { spans: 3, sets: 2, annotators: 2 }
const change = { type: 'rename', label: 'actor', to: 'agent' } as const
const latest = { id: 'a-change', at: '2026-03-01T10:00:00.000Z', change }

describe('LabelWork', () => {
  it('tells what was changed, and offers to take it back', async () => {
    const { workspace, bridge } = await openWorkspace(TEXT)
    bridge.answers['labels.change'] = () => ok(counts)
    bridge.answers['labels.undo'] = () => ok(counts)
    bridge.answers['labels.list'] = () => ok({ labels: [], latest })
    workspace.dialog.set('labels')
    expect(await workspace.labelWork.change(change)).toBe(true)
    expect(workspace.dialog.get()).toBeNull()
    const notice = workspace.notices.current.get()
    expect(notice?.text).toContain('Renamed “actor” to “agent”: 3 spans')
    notice?.action?.run()
    await vi.waitFor(() =>
      expect(workspace.notices.current.get()?.text).toContain('“actor” is back'),
    )
    expect(bridge.argumentsOf('labels.undo')).toEqual([{ project: '/news', change: 'a-change' }])
  })

  it('asks about marks that are not saved, and changes nothing if they are to stay', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = () => fail({ code: 'storage', message: 'Full' })
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const changing = workspace.labelWork.change(change)
    await vi.waitFor(() => expect(workspace.unsaved.question.get()?.purpose).toBe('labels'))
    workspace.unsaved.answer(false)
    expect(await changing).toBe(false)
    expect(workspace.labelWork.problem.get()).toContain('not saved')
    expect(bridge.argumentsOf('labels.change')).toEqual([])
  })

  it('says why a change was not made, and is ready for the next', async () => {
    const { workspace, bridge } = await openWorkspace(TEXT)
    bridge.answers['labels.change'] = () => fail({ code: 'refused', message: 'Ben writes' })
    expect(await workspace.labelWork.change(change)).toBe(false)
    expect(workspace.labelWork.problem.get()).toBe('Ben writes')
    expect(workspace.labelWork.isRunning.get()).toBe(false)
    expect(workspace.writable.get()).toBe(true)
  })

  it('makes each edit on what the one before has left', async () => {
    const { workspace, bridge } = await openWorkspace(TEXT)
    bridge.answers['labels.edit'] = () => ok(null)
    const { labelWork } = workspace
    await Promise.all([
      labelWork.edit((labels) => labels.map((label) => ({ ...label, guideline: 'When?' }))),
      labelWork.edit((labels) => labels.toReversed()),
    ])
    expect(workspace.labels.get().map(({ name, guideline }) => [name, guideline])).toEqual([
      ['casualty figure', 'When?'],
      ['date', 'When?'],
      ['actor', 'When?'],
      ['claim', 'When?'],
    ])
  })
})
