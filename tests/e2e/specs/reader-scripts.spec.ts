import type { TextRange } from '../../../src/core/text/range.ts'
import { expect, test } from '../fixtures.ts'
import type { AppWindow } from '../pages/app-window.ts'
import { charactersOf } from '../support/characters.ts'
import { checkExport, type ExportedRecord } from '../support/exported.ts'
import { firstLineOf, importTexts } from '../support/import-texts.ts'
import { SCRIPT_ARTICLES, type ScriptArticle, type Tag } from '../support/scripts.ts'

// A start of the program takes as long as many marks, but a test of all four would be a long one.
for (const articles of [SCRIPT_ARTICLES.slice(0, 2), SCRIPT_ARTICLES.slice(2)]) {
  const names = articles.map(({ name }) => name).join(' and ')
  test(`marks ${names} to the character, by mouse and by keyboard`, async ({ workbench }) => {
    const { window } = workbench
    await importTexts(
      workbench,
      articles.map(({ text }) => text),
    )
    for (const article of articles) {
      await openArticle(window, article)
      await test.step(`${article.name}, by mouse`, async () => {
        for (const tag of article.byMouse) await markByMouse(window, article, tag)
      })
      await test.step(`${article.name}, by keyboard`, async () => {
        for (const tag of article.byKeyboard) await markByKeyboard(window, article, tag)
      })
      await window.reader.expectText(article.text)
      await window.status.expectSaved()
    }

    const records = await checkExport(await workbench.saveExport())
    expect(records).toHaveLength(articles.length)
    for (const article of articles) {
      const record = records.find(({ text }) => text === article.text)
      await test.step(`${article.name}, exported`, () => expectMarked(record, article))
    }
  })
}

test('shows each paragraph the way of its letters, and arrows go where they point', async ({
  workbench,
}) => {
  const { window } = workbench
  const [mixed, article] = [articleNamed('both directions'), articleNamed('Arabic')]
  await importTexts(workbench, [mixed.text, article.text])

  await test.step('every paragraph reads the way of its own letters', async () => {
    await openArticle(window, mixed)
    const [title, english, arabic] = [0, 1, 2].map((index) => window.reader.blocks.nth(index))
    await expect(title ?? window.reader.region).toHaveCSS('direction', 'ltr')
    await expect(english ?? window.reader.region).toHaveCSS('direction', 'ltr')
    await expect(arabic ?? window.reader.region).toHaveCSS('direction', 'rtl')
  })

  await test.step('arrows and ends go to where they point on the screen, in Arabic', async () => {
    const words = ['مصادر', 'محلية', 'إن']
    await openArticle(window, article)
    const placeOnScreen = async (word: string): Promise<number> => {
      const start = placeOf(article.text, word)
      const { box } = await window.reader.sight.look({ start, end: start + word.length })
      return box?.left ?? Number.NaN
    }
    const [first, second, third] = await Promise.all(words.map(placeOnScreen))
    expect(first, 'they stand from right to left').toBeGreaterThan(second ?? 0)
    expect(second).toBeGreaterThan(third ?? 0)

    await window.reader.click(article.text, placeOf(article.text, 'مصادر'))
    await window.press('ArrowLeft', '2')
    await window.inspector.expectSelected('actor: محلية')
    await window.press('Alt+Shift+ArrowRight')
    await window.inspector.expectSelected('actor: مصادر محلية')
    await window.press('Alt+ArrowLeft')
    await window.inspector.expectSelected('actor: مصادر محلية إن')
    await window.press('Alt+ArrowRight', 'Alt+Shift+ArrowLeft')
    await window.inspector.expectSelected('actor: محلية')
    await test.step('by characters too', async () => {
      await window.press('h')
      await window.inspector.expectSelected('actor: محلية ')
      await window.press('l', 'l')
      await window.inspector.expectSelected('actor: محلي')
      await window.press('Shift+L', 'h')
      await window.inspector.expectSelected('actor:  محلية')
    })
    await test.step('and the mouse pulls at them where they are drawn', async () => {
      const span = rangeOf(article.text, ' محلية')
      await window.reader.pull(article.text, 'end', span, rangeOf(article.text, 'محلية إن').end - 1)
      await window.inspector.expectSelected('actor:  محلية إن')
      const longer = rangeOf(article.text, ' محلية إن')
      await window.reader.pull(article.text, 'start', longer, placeOf(article.text, 'مصادر'))
      await window.inspector.expectSelected('actor: مصادر محلية إن')
      await window.press('Mod+Z', 'Mod+Z')
    })
    await window.press('Escape')
    await window.reader.click(article.text, placeOf(article.text, 'مصادر'))
    await window.press('ArrowLeft', 'ArrowRight', '1')
    await window.inspector.expectSelected('claim: مصادر')
  })
})

/** Opens an article, and waits until the window shows it to the character. */
async function openArticle(window: AppWindow, { text }: ScriptArticle): Promise<void> {
  await window.library.open(firstLineOf(text))
  await window.reader.expectText(text)
}

/** Checks that an article has been exported with all of its marks, and no others. */
function expectMarked(
  record: ExportedRecord | undefined,
  { text, byMouse, byKeyboard }: ScriptArticle,
): void {
  expect(record?.text).toBe(text)
  const marked = (record?.spans ?? []).map(({ label, start, end, via }) => ({
    quote: Array.from(text).slice(start, end).join(''),
    label,
    start,
    via,
  }))
  const meant = (via: string, [label, , quote]: Tag): unknown => {
    return { quote, label, start: Array.from(text.slice(0, placeOf(text, quote))).length, via }
  }
  expect(marked).toHaveLength(byMouse.length + byKeyboard.length)
  expect(marked).toEqual(
    expect.arrayContaining([
      ...byMouse.map((tag) => meant('mouse', tag)),
      ...byKeyboard.map((tag) => meant('keyboard', tag)),
    ]),
  )
}

/** Drags over a quote; with Alt, since a person means exactly what words are not told apart in. */
async function markByMouse(
  window: AppWindow,
  { text }: ScriptArticle,
  [label, digit, quote]: Tag,
): Promise<void> {
  const start = placeOf(text, quote)
  await window.reader.drag(text, { start, end: start + quote.length }, { alt: true })
  await window.press(`Alt+Digit${digit}`)
  await window.inspector.expectSelected(`${label}: ${quote}`)
  await letGo(window)
}

/** Marks the first unit of the quote's paragraph, and then moves both ends to the quote's. */
async function markByKeyboard(
  window: AppWindow,
  { text, isRightToLeft }: ScriptArticle,
  [label, digit, quote]: Tag,
): Promise<void> {
  const start = placeOf(text, quote)
  const paragraph = text.lastIndexOf('\n', start) + 1
  const number = text.slice(0, paragraph).split('\n\n').length - 1
  await window.press('Mod+Home', ...repeat('Mod+ArrowDown', number), digit)
  await expect(window.inspector.label).toHaveValue(label)
  const unit = (await window.inspector.card.getByRole('blockquote').textContent()) ?? ''
  // Forward is to the left where the text runs so; a title or a quotation may run the other way.
  const isToTheLeft = isRightToLeft || /^\p{Script=Arabic}/u.test(unit)
  const [forward, back] = isToTheLeft ? ['h', 'l'] : ['l', 'h']
  const wanted = charactersOf(text.slice(paragraph, start + quote.length)).length
  const moves = wanted - charactersOf(unit).length
  await window.press(...repeat(moves > 0 ? forward : back, Math.abs(moves)))
  const skipped = charactersOf(text.slice(paragraph, start)).length
  await window.press(...repeat(isToTheLeft ? 'Shift+H' : 'Shift+L', skipped))
  await window.inspector.expectSelected(`${label}: ${quote}`)
  await letGo(window)
}

/** The card goes a moment after the selection; until then it shows the span of before. */
async function letGo(window: AppWindow): Promise<void> {
  await window.press('Escape')
  await expect(window.inspector.card).toBeHidden()
}

function articleNamed(wanted: string): ScriptArticle {
  const found = SCRIPT_ARTICLES.find(({ name }) => name === wanted)
  if (found === undefined) throw new RangeError(`There is no article in ${wanted}`)
  return found
}

function rangeOf(text: string, quote: string): TextRange {
  const start = placeOf(text, quote)
  return { start, end: start + quote.length }
}

function placeOf(text: string, quote: string): number {
  const start = text.indexOf(quote)
  if (start === -1) throw new RangeError(`The text does not hold ${quote}`)
  return start
}

function repeat(key: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => key)
}
