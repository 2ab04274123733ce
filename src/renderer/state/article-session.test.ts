import { describe, expect, it } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'

const text = '👍 Two killed, says the ministry'
const two = spanOn(text, 'Two killed', { id: 'two' })

describe('ArticleSession', () => {
  it('is in progress with the first mark, and untouched again when that is undone', async () => {
    const { session, workspace } = await openWorkspace(text)
    expect(session.mark('claim', { start: 3, end: 6 }, 'mouse')).toBeNull()
    expect(session.status.get()).toBe('in-progress')
    expect(workspace.library.entries.get()[0]).toMatchObject({ status: 'in-progress', spans: 1 })
    expect(session.undo()).toBeNull()
    expect(session.status.get()).toBe('not-started')
    expect(workspace.library.entries.get()[0]).toMatchObject({ status: 'not-started', spans: 0 })
    session.redo()
    expect(session.spans.get()).toHaveLength(1)
    expect(session.status.get()).toBe('in-progress')
  })

  it('does not change a status that is set, or is being set', async () => {
    const { session } = await openWorkspace(text)
    session.edit([{ type: 'status', status: 'done' }])
    session.mark('claim', { start: 3, end: 6 }, 'mouse')
    expect(session.status.get()).toBe('done')
    expect(session.document.get().history).toHaveLength(2)
  })

  it('saves every change, in order, and then is saved', async () => {
    const { session, bridge } = await openWorkspace(text, { spans: [two] })
    session.edit([{ type: 'note', id: 'two', note: 'why' }])
    session.undo()
    session.redo()
    expect(session.isSaved).toBe(false)
    expect(session.save.get().type).toBe('saving')
    await session.flush()
    expect(session.isSaved).toBe(true)
    expect(session.save.get().type).toBe('saved')
    const sent = bridge.argumentsOf('annotations.apply')
    expect(sent.flatMap(({ changes }) => changes.map(({ type }) => type))).toEqual([
      'do',
      'undo',
      'redo',
    ])
  })

  it('neither changes nor sends what does not fit, and says why', async () => {
    const { session, bridge } = await openWorkspace(text, { spans: [two] })
    const before = session.document.get()
    expect(session.mark('place', { start: 0, end: 2 }, 'mouse')).toContain('no label "place"')
    expect(session.mark('actor', { start: 1, end: 2 }, 'mouse')).toContain('cuts a character')
    expect(session.mark('actor', two, 'mouse')).toContain('already marked as actor')
    expect(session.redo()).toBe('There is nothing to redo')
    expect(session.edit([])).toBeNull()
    await session.flush()
    expect(session.document.get()).toBe(before)
    expect(bridge.argumentsOf('annotations.apply')).toEqual([])
  })

  it('selects a span with its text, and text without a span', async () => {
    const { session } = await openWorkspace(text, { spans: [two] })
    session.selectSpan('two')
    expect(session.selectedSpan.get()).toEqual(two)
    expect(session.selection.get()).toEqual({ start: two.start, end: two.end })
    session.select({ start: 0, end: 2 }, 'mouse')
    expect(session.selectedSpan.get()).toBeNull()
    expect(session.selectedVia).toBe('mouse')
    session.selectSpan('none')
    expect(session.selectedId.get()).toBeNull()
  })

  it('lets go of a span that an undo takes away', async () => {
    const { session } = await openWorkspace(text)
    session.mark('claim', { start: 3, end: 6 }, 'keyboard')
    expect(session.selectedSpan.get()?.created).toMatchObject({ by: 'ann', via: 'keyboard' })
    session.undo()
    expect(session.selectedId.get()).toBeNull()
  })

  it('counts the spans of each label', async () => {
    const { session } = await openWorkspace(text, { spans: [two] })
    session.mark('claim', { start: 3, end: 6 }, 'mouse')
    session.mark('actor', { start: 3, end: 6 }, 'mouse')
    expect(Object.fromEntries(session.spansByLabel.get())).toEqual({ actor: 2, claim: 1 })
    session.undo()
    expect(session.spansByLabel.get().get('actor')).toBe(1)
  })

  it('goes by the language and direction that are stated, or else by what they look like', async () => {
    const greek = 'Τι έγινε; Τίποτα.\n\n«سلام»\n\n12:30'
    const { session } = await openWorkspace(greek, { detectedLanguage: 'el' })
    const [first, second, third] = session.outline.paragraphs
    if (!first || !second || !third) throw new Error('A paragraph is missing')
    expect(session.language.get()).toBe('el')
    expect(session.outline.stopsOf(0, 'sentence')).toHaveLength(2)
    expect(session.direction.get()).toBeNull()
    expect([first, second, third].map((each) => session.directionOf(each))).toEqual([
      'ltr',
      'rtl',
      session.detectedDirection,
    ])
    session.meta.set({ ...session.meta.get(), language: 'en', direction: 'rtl' })
    expect(session.language.get()).toBe('en')
    expect(session.outline.stopsOf(0, 'sentence')).toHaveLength(1)
    expect(session.directionOf(first)).toBe('rtl')
    session.meta.set({ ...session.meta.get(), language: null, direction: null })
    expect(session.outline.stopsOf(0, 'sentence')).toHaveLength(2)
    expect(session.outline).toBe(session.outline)
  })

  it('counts characters, not UTF-16 code units', async () => {
    const { session } = await openWorkspace(text)
    expect(session.offsets.codePointLength).toBe(text.length - 1)
  })
})
