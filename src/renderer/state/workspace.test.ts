import { describe, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { newDocument } from '../../core/annotation/history.ts'
import { fail, ok } from '../../core/result.ts'
import { setStatus } from './marking.ts'

const TEXT = 'Two men died. A third one lived.'
const full = () => fail({ code: 'storage', message: 'The disk is full' } as const)

describe('Workspace', () => {
  it('asks before it opens another project while a mark is not saved, and stays', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const changing = workspace.changes.make('project.open', { path: '/other' })
    await vi.waitFor(() => expect(workspace.unsaved.question.get()?.purpose).toBe('open'))
    workspace.unsaved.answer(false)
    expect(await changing).toBe(false)
    expect(bridge.argumentsOf('project.open')).toEqual([])
    expect(workspace.article.get()).toBe(session)
    expect(workspace.save.get()).toMatchObject({ type: 'unsaved' })
    expect(workspace.notices.current.get()?.text).toMatch(/not saved/)
  })

  it('opens another project without what is not saved only when a person says so', async () => {
    const { workspace, session, bridge, state } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    const project = state.project && { ...state.project, path: '/other' }
    bridge.answers['project.open'] = () => ok({ ...state, project })
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const changing = workspace.changes.make('project.open', { path: '/other' })
    await vi.waitFor(() => expect(workspace.unsaved.question.get()).not.toBeNull())
    workspace.unsaved.answer(true)
    expect(await changing).toBe(true)
    expect(workspace.save.get()).toEqual({ type: 'saved' })
    expect(workspace.article.get()?.spans.get()).toEqual([])
  })

  it('loses nothing that was to be given up when the other project cannot be opened', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    bridge.answers['project.open'] = full
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const changing = workspace.changes.make('project.open', { path: '/other' })
    await vi.waitFor(() => expect(workspace.unsaved.question.get()).not.toBeNull())
    workspace.unsaved.answer(true)
    expect(await changing).toBe(false)
    expect(workspace.article.get()).toBe(session)
    expect(workspace.save.get()).toMatchObject({ type: 'unsaved' })
  })

  it('tells its host that it stays while it asks about unsaved marks, and leaves once saved', async () => {
    const { workspace, session, bridge, left } = await openWorkspace(TEXT)
    const answer = bridge.answers['annotations.apply']
    bridge.answers['annotations.apply'] = full
    bridge.answers['window.stay'] = () => ok(null)
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    bridge.emit({ type: 'closing' })
    await vi.waitFor(() => expect(workspace.unsaved.question.get()?.purpose).toBe('close'))
    expect(bridge.argumentsOf('window.stay')).toHaveLength(1)
    expect(left).not.toHaveBeenCalled()
    if (answer) bridge.answers['annotations.apply'] = answer
    expect(await workspace.unsaved.retry()).toBe(true)
    await vi.waitFor(() => expect(left).toHaveBeenCalledOnce())
    expect(workspace.unsaved.question.get()).toBeNull()
  })

  it('leaves at once when everything is saved, and stays when the person wants to', async () => {
    const { workspace, session, bridge, left } = await openWorkspace(TEXT)
    bridge.emit({ type: 'closing' })
    await vi.waitFor(() => expect(left).toHaveBeenCalledOnce())
    bridge.answers['annotations.apply'] = full
    bridge.answers['window.stay'] = () => ok(null)
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    bridge.emit({ type: 'closing' })
    await vi.waitFor(() => expect(workspace.unsaved.question.get()).not.toBeNull())
    workspace.unsaved.answer(false)
    await Promise.resolve()
    expect(left).toHaveBeenCalledOnce()
    expect(session.spans.get()).toHaveLength(1)
  })

  it('exports what is not saved out of its memory, and discards it when told to', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    bridge.answers['export.unsaved'] = () => ok({ type: 'saved', path: '/stick/a.jsonl', lines: 1 })
    expect(await workspace.unsaved.export()).toBeUndefined()
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    session.mark('actor', { start: 4, end: 7 }, 'keyboard')
    await workspace.flush()
    expect(workspace.unsaved.losses.get()).toMatchObject([
      { id: session.id, marks: 2, changesStatus: true },
    ])
    expect(await workspace.unsaved.export()).toMatch(/1 article .*\/stick\/a\.jsonl/)
    const { set } = session.document.get()
    expect(bridge.argumentsOf('export.unsaved')).toEqual([
      { articles: [{ text: TEXT, meta: session.meta.get(), set }] },
    ])
    const discarding = workspace.changes.discard()
    workspace.unsaved.answer(true)
    await discarding
    expect(workspace.article.get()?.spans.get()).toEqual([])
    expect(workspace.unsaved.losses.get()).toEqual([])
  })

  it('restores a backup once everything is saved, and reads the article again', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    const restored = { files: 1, same: 0, aside: null }
    bridge.answers['backups.restore'] = () => ok(restored)
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const args = { backup: '2026-11-21', annotator: 'ann' }
    expect(await workspace.changes.restore(args)).toEqual(restored)
    const names = bridge.asked.map(({ name }) => name)
    expect(names.indexOf('annotations.apply')).toBeLessThan(names.indexOf('backups.restore'))
    expect(bridge.argumentsOf('backups.restore')).toEqual([{ ...args, project: '/news' }])
    expect(workspace.article.get()).not.toBe(session)
    expect(workspace.article.get()?.spans.get()).toEqual([])
    expect(workspace.writable.get()).toBe(true)
  })

  it('lets nothing be marked while another project is being opened', async () => {
    const { workspace, bridge, state } = await openWorkspace(TEXT)
    bridge.answers['project.open'] = () => ok(state)
    const changing = workspace.changes.make('project.open', { path: '/other' })
    expect(workspace.writable.get()).toBe(false)
    await changing
    expect(workspace.writable.get()).toBe(true)
  })

  it('keeps an unsaved article when its host opens another project', async () => {
    const { workspace, session, bridge, state } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    const project = state.project && { ...state.project, path: '/other' }
    bridge.emit({ type: 'state', state: { ...state, project } })
    await vi.waitFor(() => expect(workspace.save.get()).toMatchObject({ type: 'unsaved' }))
  })

  it('shows marks that came from elsewhere, and marks on from there', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    const { set } = session.document.get()
    const opened = {
      id: session.id,
      text: TEXT,
      meta: session.meta.get(),
      encoding: 'UTF-8',
      detectedLanguage: null,
      document: { ...newDocument({ ...set, status: 'done' as const }), revision: 4 },
    }
    bridge.answers['articles.open'] = () => ok(opened)
    bridge.emit({ type: 'articles' })
    await vi.waitFor(() => expect(workspace.article.get()).not.toBe(session))
    const fresh = workspace.article.get()
    expect(fresh?.status.get()).toBe('done')
    fresh?.mark('claim', { start: 0, end: 3 }, 'keyboard')
    await workspace.flush()
    expect(bridge.argumentsOf('annotations.apply').at(-1)).toMatchObject({ baseRevision: 4 })
  })

  it('only looks at a project of a newer program, and says why when it is opened', async () => {
    const { workspace, session, bridge, state } = await openWorkspace(TEXT)
    const project = state.project && { ...state.project, newerFormat: 'rubricator-project/3' }
    bridge.emit({ type: 'state', state: { ...state, project } })
    await vi.waitFor(() => expect(workspace.writable.get()).toBe(false))
    const reason =
      'This project was made by a newer Rubricator (rubricator-project/3). It can be read here, not changed: update the program.'
    expect(workspace.onlyLooks.get()).toBe(reason)
    expect(workspace.notices.current.get()).toMatchObject({ kind: 'problem', text: reason })
    expect(workspace.inCharge.get()).toBe(true)
    workspace.notices.close()
    setStatus(workspace, 'done')
    expect(session.status.get()).toBe('not-started')
    expect(workspace.notices.current.get()?.text).toBe(reason)
    // Said once, and not again with every state.
    workspace.notices.close()
    bridge.emit({ type: 'state', state: { ...state, project, recent: [] } })
    await Promise.resolve()
    expect(workspace.notices.current.get()).toBeNull()
  })

  it('only looks while another program writes, and then shows what that has marked', async () => {
    const { workspace, session, bridge, state } = await openWorkspace(TEXT)
    const heldBy = 'ada on desk (process 1), since 2026-11-22 14:02 UTC'
    const held = state.project && { ...state.project, heldBy }
    bridge.emit({ type: 'state', state: { ...state, project: held } })
    await vi.waitFor(() => expect(workspace.writable.get()).toBe(false))
    expect(workspace.onlyLooks.get()).toContain(heldBy)
    expect(workspace.inCharge.get()).toBe(true)
    const { set } = session.document.get()
    const marked = { ...newDocument({ ...set, status: 'done' as const }), revision: 4 }
    const answer = bridge.answers['articles.open']
    bridge.answers['articles.open'] = async (args) => {
      const opened = await answer?.(args)
      if (!opened?.ok) throw new Error('The test opens what is there')
      return ok({ ...opened.value, document: marked })
    }
    bridge.emit({ type: 'state', state })
    await vi.waitFor(() => expect(workspace.article.get()?.status.get()).toBe('done'))
    expect(workspace.writable.get()).toBe(true)
  })

  it('replaces nothing that is not saved by what came from elsewhere', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['annotations.apply'] = full
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    await workspace.refresh()
    expect(workspace.article.get()).toBe(session)
  })

  it('carries out what was asked while an article was being opened, in order', async () => {
    const { workspace, bridge } = await openWorkspace(TEXT)
    const answer = bridge.answers['articles.open']
    bridge.answers['articles.open'] = async ({ id }) => {
      const opened = await answer?.({ id })
      if (!opened?.ok) throw new Error('The test opens what is there')
      return ok({ ...opened.value, id })
    }
    const order: string[] = []
    const opening = workspace.openArticle('another')
    workspace.whenOpened(() => order.push(`first on ${workspace.article.get()?.id}`))
    workspace.whenOpened(() => order.push('second'))
    await opening
    workspace.whenOpened(() => order.push('third'))
    await vi.waitFor(() => expect(order).toEqual(['first on another', 'second', 'third']))
    expect(workspace.isOpening).toBe(false)
  })

  it('counts metadata on its way as not saved yet', async () => {
    const { workspace, session, bridge } = await openWorkspace(TEXT)
    bridge.answers['articles.describe'] = ({ id, meta }) =>
      ok({ id, ...meta, status: 'not-started', spans: 0 })
    const unknown = { outlet: null, published: null, language: null, direction: null }
    const meta = { title: 'A better title', ...unknown }
    const saving = workspace.describe(session, meta)
    expect(workspace.save.get()).toEqual({ type: 'saving' })
    await saving
    expect(workspace.save.get()).toEqual({ type: 'saved' })
    expect(session.meta.get().title).toBe('A better title')
    expect(bridge.argumentsOf('articles.describe')).toMatchObject([{ project: '/news' }])
    bridge.answers['articles.describe'] = full
    await workspace.describe(session, { ...meta, title: 'A title that is not saved' })
    expect(session.meta.get().title).toBe('A better title')
    expect(workspace.library.entries.get()[0]?.title).toBe('A better title')
  })
})
