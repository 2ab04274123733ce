import { readFile } from 'node:fs/promises'
import { addArticle } from '../../support/add-article.ts'
import { articleWith, valueOf } from '../../support/builders.ts'
import { Desk } from '../../support/desk.ts'
import type { Attributes } from '../../../src/core/annotation/attribute.ts'
import { quoteOf } from '../../../src/core/annotation/span.ts'
import { expect, test } from '../fixtures.ts'
import { FeedbackPanel } from '../pages/feedback-panel.ts'
import { ReviewView } from '../pages/review.ts'

const TITLE = 'Night strike near Idlib'
const TEXT =
  'At least 34 soldiers were hit near Idlib on Friday. The governor put the figure at 22 at first.'
const ARTICLE = articleWith(TEXT, TITLE)
const REASON = 'The second paragraph says so'

interface Adjudicated {
  readonly spans: readonly { readonly text: string; readonly attributes: Attributes }[]
  readonly review: {
    readonly verdicts: readonly {
      readonly took: string | null
      readonly reason: string | null
      readonly ground: readonly {
        readonly annotator: string
        readonly text: string
        readonly attributes: Attributes
      }[]
    }[]
  }
}

/** Both have marked the same, and say otherwise what has become of whom. */
async function markByBoth(desk: Desk): Promise<void> {
  const values: Readonly<Record<string, readonly [Attributes, Attributes]>> = {
    ana: [{ count: 34, outcome: 'killed' }, { count: 22 }],
    bilal: [
      { count: 34, outcome: 'wounded' },
      { count: 22, outcome: 'missing' },
    ],
  }
  for (const [annotator, [first, second]] of Object.entries(values)) {
    const figure = 'casualty figure'
    await desk.mark(ARTICLE.id, annotator, 'Friday', 'date')
    for (const [quote, attributes] of [
      ['34 soldiers', first],
      ['22', second],
    ] as const) {
      const id = await desk.mark(ARTICLE.id, annotator, quote, figure)
      for (const [name, value] of Object.entries(attributes)) {
        await desk.edit(ARTICLE.id, annotator, { type: 'attribute', id, name, value })
      }
    }
    await desk.edit(ARTICLE.id, annotator, { type: 'status', status: 'done' })
  }
}

test('what differs in a value only is decided, edited, told and exported', async ({
  home,
  start,
}) => {
  const project = home.path('Tolls')
  const desk = await Desk.create(project)
  await addArticle(desk.store, ARTICLE)
  await markByBoth(desk)
  await desk.store.close()
  const workbench = await start({ project })
  const { window, page } = workbench
  await window.welcome.begin('Maria Koch')
  await expect(window.library.options).toHaveCount(1)
  const review = new ReviewView(page)

  await test.step('it is a disagreement of its own kind, and a key takes a version', async () => {
    await review.show()
    await review.open(TITLE)
    await expect(review.waiting).toHaveCount(2)
    await expect(review.waiting.first()).toContainText('outcome: killed / wounded')
    await expect(review.waiting.last()).toContainText('outcome: not given / missing')
    await expect(review.card.getByRole('heading')).toHaveText('Different attributes')
    await expect(review.versions.first()).toHaveAccessibleName(/ANA · count 34 · outcome killed/)
    await expect(review.versions.last()).toHaveAccessibleName(/BILAL · count 34 · outcome wounded/)
    await window.press('1')
    await expect(review.waiting).toHaveCount(1)
    await expect(review.versions.first()).toHaveAccessibleName(/ANA · count 22 · outcome not given/)
  })

  await test.step('the values are edited in place, with the keyboard alone', async () => {
    await window.press('r')
    await page.keyboard.type(REASON)
    await window.press('Enter', 'e')
    const draft = page.getByRole('group', { name: 'A version of your own' })
    await expect(draft).toBeFocused()
    await window.press('v')
    const count = draft.getByRole('textbox', { name: 'count' })
    await expect(count).toBeFocused()
    // Keys of the draft are letters and digits here.
    await window.press('Mod+A', '2', '3')
    await expect(count).toHaveValue('23')
    await window.press('Tab')
    const outcome = draft.getByRole('combobox', { name: 'outcome' })
    await expect(outcome).toBeFocused()
    await window.press('w')
    await window.press('Enter')
    await expect(draft).toBeFocused()
    await expect(outcome.getByRole('option', { selected: true })).toHaveText('wounded')
    await window.press('Enter')
    await expect(review.waiting).toHaveCount(0)
    await expect(review.card).toContainText(
      `own version – 22 · count 23 · outcome wounded, by Maria Koch: ${REASON}`,
    )
    await expect(review.text).toBeFocused()
  })

  await test.step('the adjudicated set is exported with the values, and where they come from', async () => {
    await window.press('a', 'Shift+C')
    await window.status.expectSaved()
    const file = home.path('adjudicated.jsonl')
    await workbench.host.saveAs(file, async () => {
      await window.choose('Export Adjudicated Sets…')
      await page.getByRole('button', { name: 'Export 1 article' }).click()
    })
    await window.expectMessage(/Exported 1 line to /)
    const line = JSON.parse(await readFile(file, 'utf8')) as Adjudicated
    expect(line.spans).toMatchObject([
      { text: '34 soldiers', attributes: { count: 34, outcome: 'killed' } },
      { text: 'Friday', attributes: {} },
      { text: '22', attributes: { count: 23, outcome: 'wounded' } },
    ])
    const own = line.review.verdicts.find(({ reason }) => reason === REASON)
    expect(own).toMatchObject({
      took: null,
      ground: [
        { annotator: 'ana', text: '22', attributes: { count: 22 } },
        { annotator: 'bilal', text: '22', attributes: { count: 22, outcome: 'missing' } },
      ],
    })
  })

  await test.step('the annotator reads what was changed, and takes it over', async () => {
    const again = await workbench.restart(() => home.forgetPerson())
    await again.welcome.begin('Bilal')
    await again.library.open(TITLE)
    const feedback = new FeedbackPanel(workbench.page)
    await expect(feedback.items).toHaveCount(2)
    await feedback.choose('outcome: wounded → killed')
    await feedback.choose('count: 22 → 23, outcome: missing → wounded')
    await expect(feedback.chosen).toContainText(`Maria Koch: ${REASON}`)
    await again.reader.region.focus()
    await again.press('t')
    await expect(feedback.chosen.getByRole('img', { name: 'followed' })).toBeVisible()
    await expect(feedback.root).toContainText('1 of 2 open')
    await again.status.expectSaved()
    await workbench.close()
  })

  const after = await Desk.open(project)
  const sets = valueOf(await after.store.sets(ARTICLE.id))
  const bilal = sets.find(({ annotator }) => annotator === 'bilal')
  const figure = bilal?.spans.find((span) => quoteOf(TEXT, span) === '22')
  expect(figure).toMatchObject({ attributes: { count: 23, outcome: 'wounded' } })
  expect(figure?.created.via, 'it is the own span still').toBe('mouse')
  await after.store.close()
})
