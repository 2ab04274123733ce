import { Prose, wordsOf } from '../../bench/reader/documents/prose.ts'
import { Random } from '../../bench/reader/documents/random.ts'
import type { TextRange } from '../../../src/core/text/range.ts'
import { expect, test } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { characterBefore } from '../support/characters.ts'
import { importTexts } from '../support/import-texts.ts'

/** About a dozen screens, and one paragraph that is longer than a screen. */
const TEXT = textOf(30_000, 7_000)
const WORDS = wordsOf(TEXT)

/** The words from one to another, as a range. */
function words(from: number, to: number): TextRange {
  const [first, last] = [WORDS[from], WORDS[to]]
  if (first === undefined || last === undefined) throw new RangeError('There is no such word')
  return { start: first.start, end: last.end }
}

test('what is selected goes with the ends of a span, by keys and over three screens', async ({
  workbench,
}) => {
  const { window } = workbench
  await importTexts(workbench, [TEXT])

  await test.step('what is selected goes with the selected span when a move is taken back', async () => {
    await window.reader.drag(TEXT, words(4, 6))
    await window.press('1', 'Alt+ArrowRight')
    await expectCopied(workbench, quote(words(4, 7)))
    await window.press('Mod+Z')
    await window.inspector.expectSelected(`claim: ${quote(words(4, 6))}`)
    await expectCopied(workbench, quote(words(4, 6)))
    await window.press('Mod+Shift+Z')
    await expectCopied(workbench, quote(words(4, 7)))
    await deleteSelected(window)
  })

  await test.step('pulls the end of a span over three screens, and back', async () => {
    const near = words(4, 6)
    const far = words(4, 800)
    await window.reader.drag(TEXT, near)
    await window.press('1')
    await expectCopied(workbench, quote(near))

    await window.reader.pull(TEXT, 'end', near, far.end - 1)
    await expectCopied(workbench, quote(far))
    await test.step('and its start after it', async () => {
      const short = words(740, 800)
      await window.reader.pull(TEXT, 'start', far, short.start)
      await expectCopied(workbench, quote(short))
      await window.press('Mod+Z')
    })
    await window.reader.pull(TEXT, 'end', far, near.end - 1)
    await expectCopied(workbench, quote(near))
    await window.status.expectSaved()
  })
})

test('selects across screens, and two hundred thousand characters', async ({ workbench }) => {
  const { window, page } = workbench
  await importTexts(workbench, [TEXT])

  await test.step('the text stays where it is when the mouse works on a long span', async () => {
    const span = words(4, 800)
    await window.press('Mod+Home')
    await window.reader.click(TEXT, span.start)
    await window.reader.click(TEXT, span.end - 1, 1, { shift: true, side: 'end' })
    await window.press('1', 'Escape')
    await expect(window.inspector.spans).toHaveCount(1)
    const middle = words(400, 400)
    await window.reader.sight.bring(middle)
    const { scrolled } = await window.reader.sight.look()
    await test.step('by a click', async () => {
      await window.reader.click(TEXT, middle.start)
      await expectCopied(workbench, quote(span))
      expect((await window.reader.sight.look()).scrolled).toBe(scrolled)
      await window.press('Escape')
    })
    await test.step('by a double click, which means the word there', async () => {
      await window.reader.click(TEXT, middle.start, 2)
      await expectCopied(workbench, quote(middle))
      expect((await window.reader.sight.look()).scrolled).toBe(scrolled)
    })
    await test.step('by pulling at its end', async () => {
      await window.inspector.spans.click()
      await window.reader.pull(TEXT, 'end', span, words(790, 790).end - 1)
      await expectCopied(workbench, quote(words(4, 790)))
      expect(await window.reader.sight.isInSight(words(790, 790)), 'the end').toBe(true)
    })
    await deleteSelected(window)
  })

  await test.step('Escape lets go of what is dragged', async () => {
    const span = words(4, 6)
    await window.reader.drag(TEXT, span)
    await window.press('1')
    await window.inspector.expectSelected(`claim: ${quote(span)}`)

    await test.step('of the end of a span', async () => {
      await window.reader.beginPull(TEXT, 'end', span)
      await window.reader.dragTo(TEXT, characterBefore(TEXT, words(9, 9).end), 'end')
      await expect(window.reader.draft).toHaveText(quote(words(4, 9)))
      await window.press('Escape')
      await expect(window.reader.draft).toBeHidden()
      await page.mouse.up()
      await window.inspector.expectNames([`claim: ${quote(span)}`])
      await window.inspector.expectSelected(`claim: ${quote(span)}`)
    })

    await test.step('of a selection, whose text is not marked afterwards', async () => {
      await window.press('Escape')
      await window.labels.label('actor').click()
      await window.reader.beginDrag(TEXT, words(10, 14))
      await window.reader.dragTo(TEXT, characterBefore(TEXT, words(14, 14).end), 'end')
      await window.press('Escape')
      await page.mouse.up()
      await window.inspector.expectNames([`claim: ${quote(span)}`])
      await expect(window.labels.label('actor'), 'the label stays').toHaveAttribute(
        'aria-pressed',
        'true',
      )
    })
    await window.press('Escape')
    await expect(window.labels.label('actor')).toHaveAttribute('aria-pressed', 'false')
    await window.inspector.spans.click()
    await deleteSelected(window)
  })

  await test.step('a double click means a word, a triple click a paragraph, and both can be dragged', async () => {
    const [first, second] = TEXT.split('\n\n')
    await window.reader.click(TEXT, words(7, 7).start + 1, 2)
    await expectCopied(workbench, quote(words(7, 7)))
    await page.mouse.down({ clickCount: 3 })
    await page.mouse.up({ clickCount: 3 })
    await expectCopied(workbench, first ?? '')

    await test.step('by whole words', async () => {
      await window.reader.click(TEXT, words(7, 7).start + 1)
      await page.mouse.down({ clickCount: 2 })
      await window.reader.dragTo(TEXT, characterBefore(TEXT, words(11, 11).start + 1), 'end')
      await page.mouse.up({ clickCount: 2 })
      await expectCopied(workbench, quote(words(7, 11)))
    })

    await test.step('a paragraph that is longer than the window', async () => {
      const long = TEXT.split('\n\n').find(({ length }) => length > 7000) ?? ''
      const start = TEXT.indexOf(long)
      await window.reader.click(TEXT, start + 6500, 3)
      await expectCopied(workbench, long)
    })
    expect(second).not.toBe(first)
    await window.press('Escape')
  })

  await test.step('Shift and a click move one end of the selection', async () => {
    const shiftClick = (word: number, side: 'start' | 'end'): Promise<void> => {
      const range = words(word, word)
      const offset = side === 'start' ? range.start : range.end - 1
      return window.reader.click(TEXT, offset, 1, { shift: true, side })
    }
    await window.reader.drag(TEXT, words(20, 22))
    await shiftClick(30, 'end')
    await expectCopied(workbench, quote(words(20, 30)))
    await shiftClick(25, 'end')
    await expectCopied(workbench, quote(words(20, 25)))
    await shiftClick(10, 'start')
    await expectCopied(workbench, quote(words(10, 25)))
    await window.press('Shift+ArrowRight', '4')
    await window.inspector.expectSelected(`casualty figure: ${quote(words(10, 26))}`)
    await window.reader.expectText(TEXT)
  })

  await test.step('two hundred thousand characters are selected and copied as they are', async () => {
    const text = textOf(200_000, 20_000)
    await importTexts(workbench, [text])
    await expect(window.inspector.spans).toHaveCount(0)
    const end = text.lastIndexOf('.')
    await test.step('by keyboard', async () => {
      await window.press('Mod+Home', 'Mod+Shift+End')
      // A word ends before its full stop.
      await expectCopied(workbench, text.slice(0, end))
      await window.press('Mod+A')
      await expectCopied(workbench, text.slice(0, end + 1))
    })
    await test.step('by mouse: a click, a long way, and a click with Shift', async () => {
      await window.press('Escape')
      await window.reader.click(text, 0)
      await expectCopied(workbench, /^\w+/.exec(text)?.[0] ?? '')
      await window.reader.click(text, end, 1, { shift: true, side: 'end' })
      await expectCopied(workbench, text.slice(0, end + 1))
    })
    await test.step('as a span too', async () => {
      await window.press('1')
      await expect(window.inspector.spans).toHaveCount(1)
      await window.status.expectSaved()
    })
  })
})

/** Paragraphs of words of no language, and one that is very long. */
function textOf(length: number, longest: number): string {
  const prose = new Prose(new Random(length))
  const half = prose.article(Math.floor((length - longest) / 2))
  return `${half}\n\n${prose.paragraph(longest)}\n\n${prose.article(half.length)}\n`
}

function quote({ start, end }: TextRange): string {
  return TEXT.slice(start, end)
}

/** Leaves a text without spans to the step that follows. */
async function deleteSelected(window: AppWindow): Promise<void> {
  await window.press('Delete')
  await expect(window.inspector.spans).toHaveCount(0)
}

/** Copies, and waits until the clipboard holds exactly this text. */
async function expectCopied({ window, host }: Workbench, text: string): Promise<void> {
  await window.press('Mod+C')
  await expect.poll(async () => differenceOf(await host.readClipboard(), text)).toBe('none')
}

/** Where two texts begin to differ; all of them would be more than anybody reads. */
function differenceOf(actual: string, expected: string): string {
  if (actual === expected) return 'none'
  let at = 0
  while (actual[at] === expected[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 20), at + 40)
  return `at ${at}: “${around(actual)}”, not “${around(expected)}”`
}
