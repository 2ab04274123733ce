import { beforeEach, describe, expect, it } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import type { TextRange } from '../../core/text/range.ts'
import type { ArticleSession } from './article-session.ts'
import {
  chooseLabel,
  moveEdge,
  moveEdgeByCharacter,
  moveSpan,
  relabel,
  removeSelected,
  setStatus,
  setValue,
  travel,
  writeNote,
  type LabelGesture,
} from './marking.ts'
import type { Workspace } from './workspace.ts'

const text = 'Two killed, says 👩‍👩‍👧 the ministry.'
const two = spanOn(text, 'Two killed', { id: 'two', label: 'casualty figure' })

const rangeOf = (quote: string): TextRange => {
  const { start, end } = spanOn(text, quote)
  return { start, end }
}
const byKey: LabelGesture = { via: 'keyboard', fresh: undefined, exact: false, another: false }
const byMouse: LabelGesture = { ...byKey, via: 'mouse' }

let workspace: Workspace
let session: ArticleSession

beforeEach(async () => {
  ;({ workspace, session } = await openWorkspace(text, { spans: [two] }))
})

const marked = (): string[] =>
  session.spans.get().map((span) => `${span.label}: ${session.quote(span)}`)
const selected = (): string | undefined => session.selectedSpan.get()?.label
const said = (): string => workspace.notices.announcement.get()
const unchanged = ['casualty figure: Two killed']

describe('chooseLabel', () => {
  it('marks a fresh selection before all else, by whole words', () => {
    session.selectSpan('two')
    chooseLabel(workspace, 'actor', { ...byKey, fresh: rangeOf('inistry.') })
    expect(marked()).toEqual([...unchanged, 'actor: ministry.'])
    expect(selected()).toBe('actor')
    expect(session.spans.get()[1]?.created).toMatchObject({ by: 'ann', via: 'mouse' })
  })

  it('marks exactly what is selected when asked to, but never half a character', () => {
    const start = text.indexOf('👩') + 1
    chooseLabel(workspace, 'actor', { ...byKey, exact: true, fresh: { start, end: start + 1 } })
    chooseLabel(workspace, 'date', { ...byKey, exact: true, fresh: rangeOf(' the m') })
    expect(marked().slice(1)).toEqual(['actor: 👩‍👩‍👧', 'date:  the m'])
  })

  it('does nothing for a fresh selection of white space', () => {
    session.selectSpan('two')
    chooseLabel(workspace, 'actor', { ...byKey, fresh: rangeOf(' ') })
    expect(marked()).toEqual(unchanged)
    expect(workspace.activeLabel.get()).toBeNull()
  })

  it('relabels the selected span by key, and undoes that as one step', () => {
    session.selectSpan('two')
    chooseLabel(workspace, 'claim', byKey)
    expect(marked()).toEqual(['claim: Two killed'])
    session.undo()
    expect(marked()).toEqual(unchanged)
    expect(session.status.get()).toBe('not-started')
  })

  it('adds another label to the text of the selected span, by key and by mouse', () => {
    session.selectSpan('two')
    chooseLabel(workspace, 'claim', { ...byKey, another: true })
    chooseLabel(workspace, 'date', { ...byMouse, another: true })
    expect(marked()).toEqual([
      'casualty figure: Two killed',
      'claim: Two killed',
      'date: Two killed',
    ])
    chooseLabel(workspace, 'claim', { ...byKey, another: true })
    expect(workspace.notices.current.get()?.text).toBe('This text is already marked as claim')
  })

  it('makes the label active when a span is selected and the mouse chooses', () => {
    session.selectSpan('two')
    chooseLabel(workspace, 'claim', byMouse)
    expect(marked()).toEqual(unchanged)
    expect(workspace.activeLabel.get()).toBe('claim')
  })

  it.each([byKey, byMouse])('marks what the cursor selects, by $via', (gesture) => {
    session.select(rangeOf('the ministry'))
    chooseLabel(workspace, 'actor', gesture)
    expect(marked()).toEqual([...unchanged, 'actor: the ministry'])
    expect(session.spans.get()[1]?.created.via).toBe('keyboard')
  })

  it('makes a label active when nothing is selected, and lets it go again', () => {
    chooseLabel(workspace, 'actor', byMouse)
    expect(workspace.activeLabel.get()).toBe('actor')
    chooseLabel(workspace, 'date', byKey)
    expect(workspace.activeLabel.get()).toBe('date')
    chooseLabel(workspace, 'date', byKey)
    expect(workspace.activeLabel.get()).toBeNull()
    expect(marked()).toEqual(unchanged)
  })

  it('changes nothing in a window that may only look', async () => {
    const reading = await openWorkspace(text, { spans: [two], writable: false })
    reading.session.selectSpan('two')
    chooseLabel(reading.workspace, 'claim', byKey)
    expect(reading.session.spans.get()).toEqual([two])
    expect(reading.workspace.notices.current.get()?.text).toContain('can only look')
  })
})

describe('changing the selected span', () => {
  beforeEach(() => session.selectSpan('two'))

  it('moves its ends by words', () => {
    moveEdge(workspace, 'end', 1)
    expect(marked()).toEqual(['casualty figure: Two killed, says'])
    moveEdge(workspace, 'start', 1)
    expect(marked()).toEqual(['casualty figure: killed, says'])
    expect(session.selection.get()).toEqual(rangeOf('killed, says'))
  })

  it('moves its ends by characters', () => {
    moveEdgeByCharacter(workspace, 'end', 1)
    moveEdgeByCharacter(workspace, 'start', 1)
    expect(marked()).toEqual(['casualty figure: wo killed,'])
    moveEdgeByCharacter(workspace, 'end', -1)
    moveEdgeByCharacter(workspace, 'end', -1)
    expect(marked()).toEqual(['casualty figure: wo kille'])
    expect(session.selectedSpan.get()?.id).toBe('two')
  })

  it('moves them over a character of several parts at once', () => {
    moveSpan(workspace, 'two', { start: 0, end: text.indexOf('👩') })
    moveEdgeByCharacter(workspace, 'end', 1)
    expect(marked()).toEqual(['casualty figure: Two killed, says 👩‍👩‍👧'])
    moveEdgeByCharacter(workspace, 'end', -1)
    expect(marked()).toEqual(['casualty figure: Two killed, says '])
  })

  it('leaves a character of it, and stays in the text', () => {
    moveSpan(workspace, 'two', { start: 0, end: 1 })
    moveEdgeByCharacter(workspace, 'start', 1)
    moveEdgeByCharacter(workspace, 'end', -1)
    moveEdgeByCharacter(workspace, 'start', -1)
    expect(marked()).toEqual(['casualty figure: T'])
    moveSpan(workspace, 'two', { start: text.length - 1, end: text.length })
    moveEdgeByCharacter(workspace, 'end', 1)
    expect(marked()).toEqual(['casualty figure: .'])
    expect(session.document.get().history).toHaveLength(2)
  })

  it('makes no step of bounds or of a note that stay the same', () => {
    moveEdge(workspace, 'start', -1)
    moveSpan(workspace, 'two', two)
    writeNote(workspace, 'two', '  ')
    chooseLabel(workspace, two.label, byKey)
    expect(session.document.get().history).toEqual([])
  })

  it('writes and removes a note', () => {
    writeNote(workspace, 'two', 'why')
    expect(session.spans.get()[0]?.note).toBe('why')
    writeNote(workspace, 'two', ' \n')
    expect(session.spans.get()[0]?.note).toBeNull()
  })

  it('gives, changes and takes away a value, and says so', () => {
    const values = (): unknown => session.spans.get()[0]?.attributes
    setValue(workspace, 'two', 'count', 2)
    expect(values()).toEqual({ count: 2 })
    expect(said()).toBe('count of casualty figure is 2: Two killed')
    setValue(workspace, 'two', 'outcome', 'killed')
    setValue(workspace, 'two', 'count', null)
    expect(values()).toEqual({ outcome: 'killed' })
    expect(said()).toBe('count of casualty figure deleted: Two killed')
    travel(workspace, 'undo')
    expect(values()).toEqual({ count: 2, outcome: 'killed' })
    expect(said()).toBe('Undone: count of casualty figure deleted: Two killed')
    expect(session.document.get().history).toHaveLength(4)
  })

  it('makes no step of a value that stays the same', () => {
    setValue(workspace, 'two', 'count', null)
    setValue(workspace, 'none', 'count', 2)
    expect(session.document.get().history).toEqual([])
  })

  it('keeps its values when it is given another label', () => {
    setValue(workspace, 'two', 'count', 2)
    relabel(workspace, 'two', 'claim')
    expect(session.spans.get()[0]).toMatchObject({ label: 'claim', attributes: { count: 2 } })
  })

  it('says why a value cannot be given', () => {
    for (let index = 0; index < 33; index++) setValue(workspace, 'two', `n${index}`, true)
    expect(workspace.notices.current.get()?.text).toBe('A span can have 32 values')
  })

  it('removes it, and it is no longer selected', () => {
    removeSelected(workspace)
    expect(marked()).toEqual([])
    expect(selected()).toBeUndefined()
    removeSelected(workspace)
    expect(session.document.get().history).toHaveLength(1)
    session.undo()
    expect(session.spans.get()).toEqual([two])
  })
})

describe('travel', () => {
  it('says what it has taken back and made again', () => {
    chooseLabel(workspace, 'claim', { ...byKey, fresh: rangeOf('says') })
    session.selectSpan('two')
    removeSelected(workspace)
    travel(workspace, 'undo')
    expect(said()).toBe('Undone: casualty figure deleted: Two killed')
    travel(workspace, 'undo')
    expect(said()).toBe('Undone: claim added: says')
    expect(marked()).toEqual(unchanged)
    travel(workspace, 'redo')
    expect(said()).toBe('Redone: claim added: says')
    travel(workspace, 'redo')
    expect(said()).toBe('Redone: casualty figure deleted: Two killed')
    expect(marked()).toEqual(['claim: says'])
  })

  it('tells a change of bounds, of a label and of the status both ways alike', () => {
    session.selectSpan('two')
    moveEdge(workspace, 'end', 1)
    chooseLabel(workspace, 'claim', byKey)
    setStatus(workspace, 'done')
    const words = [
      'status is Done',
      'casualty figure changed to claim: Two killed, says',
      'casualty figure moved to: Two killed, says',
    ]
    for (const step of words) {
      travel(workspace, 'undo')
      expect(said()).toBe(`Undone: ${step}`)
    }
    for (const step of words.toReversed()) {
      travel(workspace, 'redo')
      expect(said()).toBe(`Redone: ${step}`)
    }
  })

  it('says so where there is nothing to take back, or only to look at', async () => {
    travel(workspace, 'undo')
    expect(said()).toBe('There is nothing to undo')
    travel(workspace, 'redo')
    expect(said()).toBe('There is nothing to redo')
    const looking = await openWorkspace(text, { spans: [two], writable: false })
    travel(looking.workspace, 'undo')
    expect(looking.workspace.notices.current.get()?.text).toContain('can only look')
  })
})

describe('announcements', () => {
  it('say the status, and are never long', async () => {
    setStatus(workspace, 'done')
    expect(said()).toBe('Status: Done')
    const long = await openWorkspace('A very long claim. '.repeat(500))
    chooseLabel(long.workspace, 'claim', {
      ...byKey,
      fresh: { start: 0, end: long.session.text.length },
    })
    const spoken = long.workspace.notices.announcement.get()
    expect(spoken).toMatch(/^claim: A very long claim\. .*…$/)
    expect(spoken.length).toBeLessThan(210)
  })
})
