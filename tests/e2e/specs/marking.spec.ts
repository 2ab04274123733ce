import type { TextRange } from '../../../src/core/text/range.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { longestArticle } from '../support/articles.ts'
import { checkExport } from '../support/exported.ts'
import { longParagraphs, wordsOf } from '../support/words.ts'

const { text, path: file } = longestArticle()
const paragraphs = longParagraphs(text)

/** The spans that the article should have, and how many undos lead back to none. */
class Expected {
  readonly names: string[] = []
  edits = 0

  add(label: string, range: TextRange): string {
    const name = `${label}: ${text.slice(range.start, range.end)}`
    this.names.push(name)
    this.edits++
    return name
  }

  replace(name: string, by: string): void {
    this.names[this.names.indexOf(name)] = by
    this.edits++
  }

  remove(name: string): void {
    this.names.splice(this.names.indexOf(name), 1)
    this.edits++
  }
}

test('ten spans by mouse and ten by keyboard, undone, redone, found again and exported', async ({
  workbench,
}) => {
  const expected = new Expected()
  const { window } = workbench
  await openArticle(workbench)
  await test.step('ten by mouse', () => markByMouse(window, expected))
  expect(expected.names).toHaveLength(10)
  await window.inspector.expectNames(expected.names)
  await test.step('ten by keyboard', () => markByKeyboard(window, expected))
  expect(expected.names).toHaveLength(20)
  await window.inspector.expectNames(expected.names)
  await window.status.expectText('In progress')
  const listed = await window.inspector.names()

  await test.step('undo all, redo all', async () => {
    await window.press(...repeat('Mod+Z', expected.edits))
    await expect(window.inspector.spans).toHaveCount(0)
    await window.status.expectText('Not started')
    await window.press(...repeat('Mod+Shift+Z', expected.edits))
    await expect.poll(() => window.inspector.names()).toEqual(listed)
  })

  await window.status.expectSaved()
  const again = await workbench.restart()
  await expect.poll(() => again.inspector.names()).toEqual(listed)
  await test.step('undo goes on after the restart', async () => {
    await again.press(...repeat('Mod+Z', expected.edits))
    await expect(again.inspector.spans).toHaveCount(0)
    await again.press(...repeat('Mod+Y', expected.edits))
    await expect.poll(() => again.inspector.names()).toEqual(listed)
    await again.status.expectSaved()
  })

  const [record, ...others] = await checkExport(await workbench.saveExport())
  expect(others).toEqual([])
  expect(record?.text).toBe(text)
  expect(record?.annotator).toBe('ada-unal')
  expect(record?.status).toBe('in-progress')
  const spans = record?.spans ?? []
  expect(spans.map((span) => `${span.label}: ${span.text}`).toSorted()).toEqual(
    expected.names.toSorted(),
  )
  expect(spans.filter(({ via }) => via === 'mouse')).toHaveLength(10)
  expect(spans.filter(({ note }) => note === 'as the ministry said')).toHaveLength(1)
})

test('the mouse marks whole words and paragraphs, and reaches spans and their ends', async ({
  workbench,
}) => {
  const { window } = workbench
  await openArticle(workbench)

  await test.step('snaps to whole words unless Alt is held', async () => {
    const paragraph = paragraphs[0]
    const long = paragraph?.words.findIndex(({ start, end }) => end - start >= 6) ?? -1
    const word = wordsOf(paragraph, long, long)
    const inside = { start: word.start + 2, end: word.end - 1 }

    await window.reader.drag(text, inside)
    await window.press('1')
    await window.inspector.expectNames([`claim: ${text.slice(word.start, word.end)}`])
    await window.press('Mod+Z', 'Escape')
    await window.reader.drag(text, inside, { alt: true })
    await window.press('2')
    await window.inspector.expectNames([`actor: ${text.slice(inside.start, inside.end)}`])
    await window.press('Mod+Z', 'Escape')

    await test.step('white space around is dropped', async () => {
      const next = wordsOf(paragraph, long, long + 1)
      await window.reader.drag(text, { start: word.start, end: word.end + 1 })
      await window.press('3')
      const quote = text.slice(word.start, word.end)
      await window.inspector.expectNames([`date: ${quote}`])
      expect(next.end).toBeGreaterThan(word.end)
    })
    await window.press('Mod+Z', 'Escape')
  })

  await test.step('pulls at the ends of a span, and selects spans beneath each other', async () => {
    const outer = wordsOf(paragraphs[0], 1, 6)
    const inner = wordsOf(paragraphs[0], 3, 4)
    await window.reader.drag(text, outer)
    await window.press('1', 'Escape')
    await window.reader.drag(text, inner)
    await window.press('2', 'Escape')
    const names = [outer, inner].map(
      (range, index) => `${['claim', 'actor'][index]}: ${text.slice(range.start, range.end)}`,
    )
    await window.inspector.expectNames(names)

    await test.step('an end goes where it is pulled, and the other stays', async () => {
      const longer = wordsOf(paragraphs[0], 3, 5)
      await window.reader.click(text, inner.start + 1)
      await window.reader.pull(text, 'end', inner, longer.end - 1)
      await window.inspector.expectSelected(`actor: ${text.slice(longer.start, longer.end)}`)
      await window.press('Mod+Z')
      await window.inspector.expectNames(names)
      await window.press('Escape')
    })

    // Each further click takes the next one beneath.
    await window.reader.click(text, inner.start + 1)
    await window.inspector.expectSelected(names[1] ?? '')
    await window.reader.click(text, inner.start + 1)
    await window.inspector.expectSelected(names[0] ?? '')
    await window.press('Escape')
    await expect(window.inspector.selected).toHaveCount(0)
    await window.inspector.spans
      .filter({ hasText: text.slice(inner.start, inner.end) })
      .last()
      .click()
    await window.inspector.expectSelected(names[1] ?? '')
    await window.inspector.label.selectOption('casualty figure')
    await window.inspector.expectSelected(`casualty figure: ${text.slice(inner.start, inner.end)}`)
    await window.press('Mod+Z', 'Mod+Z', 'Mod+Z', 'Escape')
    await expect(window.inspector.spans).toHaveCount(0)
  })

  await test.step('a triple click marks its paragraph with the active label, and nothing else', async () => {
    await window.labels.label('claim').click()
    const range = wordsOf(paragraphs[0], 1, 2)
    await window.reader.click(text, range.start + 1, 2)
    await expect(window.inspector.spans).toHaveCount(1)
    await window.page.mouse.down({ clickCount: 3 })
    await window.page.mouse.up({ clickCount: 3 })
    await expect(window.inspector.selected).toHaveAccessibleName(/^claim: .{20}/)
    await expect(window.inspector.spans).toHaveCount(1)
  })
})

test('goes through the articles, marks them done, and tells their status', async ({ start }) => {
  const workbench = await start()
  const { window } = workbench
  await window.welcome.begin(ANNOTATOR)
  await window.expectProject('Sample project')
  const titles = await window.library.titles()
  expect(titles).toHaveLength(5)
  const expectOpen = (index: number): Promise<void> =>
    expect(window.library.selected).toHaveAccessibleName(titles[index] ?? '')

  await expectOpen(0)
  await window.press('j')
  await expectOpen(1)
  for (const index of [2, 3, 4, 4]) {
    await window.press('j')
    await expectOpen(index)
  }
  await window.press('k')
  await expectOpen(3)
  await window.library.list.focus()
  await window.press('Home')
  await expectOpen(0)

  await window.status.expectText('Not started')
  await window.press('d')
  await expectOpen(1)
  await window.press('d')
  await expectOpen(2)
  await window.press('k')
  await expectOpen(1)
  await window.status.expectText('Done')
  await window.press('Shift+D')
  await window.status.expectText('In progress')
  await window.status.expectSaved()

  const records = await checkExport(await workbench.saveExport())
  const own = records.filter(({ annotator }) => annotator === 'ada-unal')
  expect(Object.fromEntries(own.map(({ title, status }) => [title, status]))).toEqual({
    [titles[0] ?? '']: 'done',
    [titles[1] ?? '']: 'in-progress',
  })
})

test('saves what was marked just before the next article was opened', async ({ start }) => {
  const workbench = await start()
  const { window } = workbench
  await window.welcome.begin(ANNOTATOR)
  const titles = await window.library.titles()
  expect(titles).toHaveLength(5)
  for (const title of titles.slice(0, 4)) {
    await expect(window.library.selected).toHaveAccessibleName(title)
    await window.press('Mod+Home', '1', 'j')
  }
  const again = await workbench.restart()
  for (const title of titles.slice(0, 4)) {
    await again.library.open(title)
    await expect(again.inspector.spans).toHaveCount(1)
    await again.press('Mod+Z')
    await expect(again.inspector.spans).toHaveCount(0)
  }
})

async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.importByDialog([file])
  await workbench.window.imports.commit('1 article imported.')
  await workbench.window.imports.finish()
  await workbench.window.reader.expectText(text)
}

async function markByMouse(window: AppWindow, expected: Expected): Promise<void> {
  const { reader, labels, inspector } = window
  const [first, second, third] = paragraphs
  const mark = async (range: TextRange, label: string, key: string): Promise<void> => {
    await reader.drag(text, range)
    await window.press(key)
    await inspector.expectSelected(expected.add(label, range))
    await window.press('Escape')
  }
  await mark(wordsOf(first, 0, 3), 'actor', '2')
  await mark(wordsOf(first, 2, 6), 'claim', '1')
  await mark(wordsOf(first, 4, 5), 'casualty figure', '4')
  await mark(wordsOf(second, 1, 2), 'date', '3')

  await test.step('by clicking the label', async () => {
    const range = wordsOf(second, 4, 8)
    await reader.drag(text, range)
    await labels.label('claim').click()
    await inspector.expectSelected(expected.add('claim', range))
    await window.press('Escape')
  })

  await test.step('with the label chosen first', async () => {
    await labels.label('actor').click()
    await expect(labels.label('actor')).toHaveAttribute('aria-pressed', 'true')
    for (const range of [wordsOf(second, 6, 9), wordsOf(third, 0, 1), wordsOf(third, 4, 6)]) {
      await reader.drag(text, range)
      await inspector.expectSelected(expected.add('actor', range))
    }
    await window.press('Escape')
    await expect(labels.label('actor')).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('across paragraphs', () =>
    mark(
      { start: wordsOf(third, 8, 8).start, end: wordsOf(paragraphs[3], 2, 2).end },
      'claim',
      '1',
    ))

  await test.step('by a double click', async () => {
    const word = wordsOf(second, 11, 11)
    await reader.click(text, word.start + 1, 2)
    await window.press('3')
    await inspector.expectSelected(expected.add('date', word))
    await window.press('Escape')
  })
}

async function markByKeyboard(window: AppWindow, expected: Expected): Promise<void> {
  const { inspector } = window
  const [fourth, fifth, sixth] = [paragraphs[3], paragraphs[4], paragraphs[5] ?? paragraphs[0]]

  /** Goes to a word of a paragraph. */
  const goTo = async (paragraph: typeof fourth, word: number): Promise<void> => {
    await window.press('Escape', 'Mod+Home')
    await window.press(...repeat('Mod+ArrowDown', paragraph?.number ?? 0))
    await window.press(...repeat('ArrowRight', word))
  }
  const mark = async (
    paragraph: typeof fourth,
    [from, to]: readonly [number, number],
    label: string,
    key: string,
  ): Promise<string> => {
    await goTo(paragraph, from)
    await window.press(...repeat('Shift+ArrowRight', to - from), key)
    const name = expected.add(label, wordsOf(paragraph, from, to))
    await inspector.expectSelected(name)
    return name
  }

  await mark(fourth, [0, 1], 'actor', '2')
  await mark(fourth, [1, 4], 'claim', '1')

  await test.step('the same text with a second label', async () => {
    await window.press('Shift+Digit3')
    await inspector.expectSelected(expected.add('date', wordsOf(fourth, 1, 4)))
  })

  await test.step('a whole paragraph', async () => {
    await goTo(fifth, 0)
    await window.press('Mod+Shift+ArrowDown', '1')
    await inspector.expectSelected(
      expected.add('claim', wordsOf(fifth, 0, (fifth?.words.length ?? 0) - 1)),
    )
  })

  await test.step('back to where the cursor came from', async () => {
    await goTo(fifth, 5)
    await window.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowRight', '4')
    await inspector.expectSelected(expected.add('casualty figure', wordsOf(fifth, 4, 5)))
  })

  await test.step('ends moved word by word', async () => {
    let name = await mark(fifth, [7, 8], 'actor', '2')
    const move = async (key: string, from: number, to: number): Promise<void> => {
      await window.press(key)
      const range = wordsOf(fifth, from, to)
      const moved = `actor: ${text.slice(range.start, range.end)}`
      await inspector.expectSelected(moved)
      expected.replace(name, moved)
      name = moved
    }
    await move('Alt+ArrowRight', 7, 9)
    await move('Alt+Shift+ArrowLeft', 6, 9)
    await move('Alt+ArrowLeft', 6, 8)
    await move('Alt+Shift+ArrowRight', 7, 8)
    await move('Alt+ArrowRight', 7, 9)
  })

  await test.step('another label', async () => {
    const range = wordsOf(sixth, 2, 4)
    const name = await mark(sixth, [2, 4], 'claim', '1')
    await window.press('3')
    const relabelled = `date: ${text.slice(range.start, range.end)}`
    await inspector.expectSelected(relabelled)
    expected.replace(name, relabelled)
  })

  await test.step('a note', async () => {
    await mark(sixth, [3, 6], 'claim', '1')
    await window.press('n')
    await expect(inspector.note).toBeFocused()
    await window.page.keyboard.type('as the ministry said')
    await window.press('Enter')
    await expect(window.reader.region).toBeFocused()
    expected.edits++
  })

  await test.step('one deleted', async () => {
    const name = await mark(sixth, [8, 8], 'claim', '1')
    await window.press('Delete')
    await expect(inspector.selected).toHaveCount(0)
    expected.remove(name)
  })

  await mark(sixth, [9, 10], 'actor', '2')
  await mark(sixth, [12, 12], 'date', '3')

  await test.step('through the spans with Tab', async () => {
    const names = await inspector.names()
    await window.press('Escape', 'Mod+Home')
    await window.reader.region.focus()
    await window.press('Tab')
    await inspector.expectSelected(names[0] ?? '')
    await window.press('Tab')
    await inspector.expectSelected(names[1] ?? '')
    await window.press('Shift+Tab')
    await inspector.expectSelected(names[0] ?? '')
  })
}

function repeat(key: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => key)
}
