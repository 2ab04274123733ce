import { beforeEach, describe, expect, it, vi } from 'vitest'
import { spanOn } from '../../../tests/support/builders.ts'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { COMMANDS, type CommandId } from '../../contract/commands.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Workspace } from '../state/workspace.ts'
import { runCommand, waitsForArticle, type CommandTargets } from './run-command.ts'

const TEXT = 'Two men died. A third one lived.'
const two = spanOn(TEXT, 'Two', { id: 'two' })
const third = spanOn(TEXT, 'A third one', { id: 'third' })

/** What the reader was asked, by name and arguments. */
let asked: unknown[][]
let isRightToLeft: boolean
let workspace: Workspace
let session: ArticleSession

beforeEach(async () => {
  asked = []
  isRightToLeft = false
  ;({ workspace, session } = await openWorkspace(TEXT, { spans: [two, third] }))
})

function run(id: CommandId, extend = false): boolean {
  const reader = new Proxy(
    {},
    {
      get(_target, name) {
        if (name === 'isRightToLeft') return isRightToLeft
        if (name === 'freshSelection') return undefined
        return (...args: unknown[]) => void asked.push([name, ...args])
      },
    },
  )
  const targets = { workspace, reader } as unknown as CommandTargets
  return runCommand(id, targets, extend)
}

const selected = (): string | undefined => session.selectedSpan.get()?.id
const quotes = (): string[] => session.spans.get().map((span) => session.quote(span))

describe('commands of the text', () => {
  it.each<[CommandId, unknown[]]>([
    ['cursor.next-word', ['moveSideways', 'word', 1, true]],
    ['cursor.previous-sentence', ['moveSideways', 'sentence', -1, true]],
    ['cursor.next-paragraph', ['moveCursor', 'paragraph', 1, true]],
    ['cursor.line-up', ['moveLine', -1, true]],
    ['cursor.page-down', ['page', 1, true]],
    ['cursor.page-up', ['page', -1, true]],
    ['cursor.first', ['jump', -1, true]],
  ])('%s moves in the text, which has the keyboard from then on', (id, call) => {
    expect(run(id, true)).toBe(true)
    expect(asked).toEqual([['focus'], call])
  })

  it('look for what was selected on purpose', () => {
    const open = vi.spyOn(workspace.find, 'open').mockReturnValue(undefined)
    session.select({ start: 0, end: 3 }, 'keyboard')
    run('find.open')
    session.select({ start: 4, end: 7 }, 'mouse')
    run('find.open')
    session.selectSpan('third')
    run('find.open')
    expect(open.mock.calls).toEqual([[undefined], ['men'], ['A third one']])
  })
})

describe('commands of spans', () => {
  it('select the first, the last, and those after and before', () => {
    expect(run('spans.last')).toBe(true)
    expect(selected()).toBe('third')
    expect(run('spans.next')).toBe(false)
    run('spans.first')
    expect(selected()).toBe('two')
    expect(run('spans.previous')).toBe(false)
    run('spans.next')
    expect(workspace.notices.announcement.get()).toContain('A third one')
  })

  it('move ends to the side of the screen that they name', () => {
    session.selectSpan('two')
    run('spans.end-right-character')
    expect(quotes()[0]).toBe('Two ')
    run('spans.end-left-character')
    run('spans.start-right-character')
    expect(quotes()[0]).toBe('wo')
    run('spans.end-right')
    expect(quotes()[0]).toBe('wo men')
    isRightToLeft = true
    run('spans.end-right')
    expect(quotes()[0]).toBe('wo')
    run('spans.start-right-character')
    expect(quotes()[0]).toBe('Two')
  })
})

describe('commands of the view', () => {
  it('switch and say it', () => {
    run('view.focus')
    expect(workspace.reading.settings.get().focus).toBe(true)
    expect(workspace.notices.announcement.get()).toBe('Focus on the paragraph: on')
    run('view.focus')
    expect(workspace.reading.settings.get().focus).toBe(false)
    run('view.chips')
    run('view.numbers')
    expect(workspace.reading.settings.get()).toMatchObject({ chips: true, numbers: false })
  })

  it('make the text larger and smaller, within bounds', () => {
    run('view.larger')
    expect(workspace.reading.settings.get().size).toBe(20)
    for (let time = 0; time < 30; time++) run('view.smaller')
    expect(workspace.notices.announcement.get()).toMatch(/^Text size 12/)
  })
})

it.each<[CommandId, string]>([
  ['palette.open', 'palette'],
  ['view.reading', 'reading'],
  ['help.keys', 'keys'],
  ['project.new', 'new-project'],
])('%s shows %s', (id, dialog) => {
  run(id)
  expect(workspace.dialog.get()).toBe(dialog)
})

it('waits for an article with everything that changes or leaves it', () => {
  const waiting = new Set(COMMANDS.map(({ id }) => id).filter((id) => waitsForArticle(id)))
  for (const { id } of COMMANDS) {
    if (/^(?:spans|history|cursor)\./.test(id)) expect(waiting).toContain(id)
  }
  for (const id of ['articles.next', 'articles.done', 'export.jsonl', 'project.sample'] as const) {
    expect(waiting).toContain(id)
  }
  // What is typed next is meant for what these show.
  for (const id of ['palette.open', 'articles.filter', 'find.open', 'help.keys'] as const) {
    expect(waiting).not.toContain(id)
  }
})
