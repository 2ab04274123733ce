import { describe, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import type { CallReply } from '../../contract/calls.ts'
import { fail, ok } from '../../core/result.ts'

const STAGED = { import: '0b5f4f7e-7a43-4c0f-8f0e-2f1c9f3f6f10', index: 0 }
const SETS = { new: 1, updated: 0, same: 0, older: 0, leftOut: 0 }
const PREVIEW: CallReply<'packs.preview'> = {
  project: 'News',
  made: '2026-03-01T10:00:00.000Z',
  by: null,
  sets: SETS,
  changes: [],
  conflicts: { count: 0, first: [] },
  articles: { addable: 0, unknown: { count: 0, first: [] } },
  labels: [{ name: 'toll', spans: 1, sets: 1 }],
  spansLeftOut: 0,
  records: 0,
  problems: [],
}
const SUMMARY: CallReply<'packs.take'> = {
  sets: SETS,
  conflicts: 0,
  articles: 0,
  labels: ['toll'],
  spansLeftOut: 0,
  records: 0,
  problems: [],
  pack: 'a-pack',
}

async function opened(): ReturnType<typeof openWorkspace> {
  const window = await openWorkspace('Two men died.')
  window.bridge.answers['packs.preview'] = () => ok(PREVIEW)
  window.bridge.answers['packs.take'] = () => ok(SUMMARY)
  window.bridge.answers['import.cancel'] = () => ok(null)
  await window.workspace.packWork.open(STAGED)
  return window
}

describe('PackWork', () => {
  it('shows what a pack would do, and adds labels unless something else is chosen', async () => {
    const { workspace, bridge } = await opened()
    const { packWork, dialog } = workspace
    expect(dialog.get()).toBe('pack')
    expect(packWork.phase.get()).toBe('ready')
    await packWork.take()
    expect(packWork.phase.get()).toBe('done')
    const labels = [{ label: 'toll', as: { type: 'create' } }]
    const choices = { labels, addArticles: true }
    expect(bridge.argumentsOf('packs.take')).toEqual([{ project: '/news', ...STAGED, choices }])
    packWork.close()
    expect(dialog.get()).toBeNull()
    expect(bridge.argumentsOf('import.cancel')).toEqual([])
  })

  it('looks again after each choice', async () => {
    const { workspace, bridge } = await opened()
    const map = { label: 'toll', as: { type: 'map', to: 'date' } } as const
    await workspace.packWork.choose({ label: 'toll', as: { type: 'skip' } })
    await workspace.packWork.choose(map)
    await workspace.packWork.chooseArticles(false)
    const choices = { labels: [map], addArticles: false }
    expect(bridge.argumentsOf('packs.preview').at(-1)).toEqual({ ...STAGED, choices })
    await workspace.packWork.take()
    expect(bridge.argumentsOf('packs.take')[0]).toMatchObject({ choices })
  })

  it('forgets a pack that was not taken in', async () => {
    const { workspace, bridge } = await opened()
    workspace.packWork.close()
    expect(bridge.argumentsOf('import.cancel')).toEqual([{ import: STAGED.import }])
  })

  it('says why a pack was not taken in, and can try again', async () => {
    const { workspace, bridge } = await opened()
    bridge.answers['packs.take'] = () => fail({ code: 'read-only', message: 'Ben writes' })
    await workspace.packWork.take()
    expect(workspace.packWork.problem.get()).toBe('Ben writes')
    expect(workspace.packWork.phase.get()).toBe('ready')
    bridge.answers['packs.take'] = () => ok(SUMMARY)
    await workspace.packWork.take()
    expect(workspace.packWork.summary.get()).toEqual(SUMMARY)
  })

  it('undoes what was taken in, and says so behind the dialog', async () => {
    const { workspace, bridge } = await opened()
    const undone = { sets: 1, articles: 0, records: 0, keptSpans: 0, keptArticles: 0 }
    bridge.answers['packs.undo'] = () => ok(undone)
    await workspace.packWork.take()
    await workspace.packWork.undo('a-pack')
    expect(workspace.dialog.get()).toBeNull()
    expect(workspace.notices.current.get()?.text).toBe('The pack is undone: 1 set as before.')
  })

  it('asks about marks that are not saved, and takes nothing in if they are to stay', async () => {
    const { workspace, session, bridge } = await opened()
    bridge.answers['annotations.apply'] = () => fail({ code: 'storage', message: 'Full' })
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const taking = workspace.packWork.take()
    await vi.waitFor(() => expect(workspace.unsaved.question.get()).not.toBeNull())
    workspace.unsaved.answer(false)
    await taking
    expect(workspace.packWork.problem.get()).toContain('not saved')
    expect(bridge.argumentsOf('packs.take')).toEqual([])
  })
})
