import { writeFile } from 'node:fs/promises'
import { recordsOf, writeLine } from '../../../src/core/formats/rubricator/write.ts'
import { newsOf, setOver } from '../../bench/samples.ts'
import { articleWith } from '../../support/builders.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'

const SPANS = 1500
const article = articleWith(newsOf(120_000), 'A long story')
const set = { ...setOver(article.text, SPANS, article.id), annotator: 'ada-unal' }
const names = set.spans.map(
  ({ label, start, end }) => `${label}: ${article.text.slice(start, end)}`,
)

test('a long list of spans holds only the rows in sight, and is gone through by keys and mouse', async ({
  home,
  start,
}) => {
  const { window } = await start({ project: await projectWithSpans(home) })
  await window.welcome.begin(ANNOTATOR)
  const { inspector } = window
  await expect(inspector.spans.first()).toHaveAttribute('aria-setsize', String(SPANS))
  expect(await inspector.spans.count()).toBeLessThan(60)
  expect(await inspector.names()).toEqual(names)

  const expectAt = async (index: number): Promise<void> => {
    await inspector.expectSelected(names.at(index) ?? '')
    await expect(inspector.selected).toBeInViewport()
    const id = (await inspector.selected.getAttribute('id')) ?? ''
    await expect(inspector.list).toHaveAttribute('aria-activedescendant', id)
  }
  await inspector.list.focus()
  await window.press('ArrowDown')
  await expectAt(0)
  await window.press('ArrowDown', 'ArrowDown')
  await expectAt(2)
  await window.press('End')
  await expectAt(-1)
  await window.press('ArrowUp')
  await expectAt(-2)
  await window.press('Home')
  await expectAt(0)
  await window.press('PageDown')
  await expect(inspector.selected).not.toHaveAttribute('aria-posinset', /^[12]$/)
  // A page is as high as the card above leaves it.
  await window.press('PageUp', 'PageUp')
  await expectAt(0)

  await test.step('Delete goes on at the next, and undo brings the last back', async () => {
    await window.press('ArrowDown', 'Delete')
    await expectAt(2)
    await expect(inspector.selected).toHaveAttribute('aria-setsize', String(SPANS - 1))
    await window.press('Mod+Z')
    await expect(inspector.selected).toHaveAttribute('aria-posinset', '3')
  })

  await test.step('Enter leads to the span in the text', async () => {
    await window.press('End', 'Enter')
    await expect(window.reader.region).toBeFocused()
    await inspector.expectSelected(names.at(-1) ?? '')
  })

  await test.step('the row that is clicked stays under the mouse when the card appears above', async () => {
    await inspector.list.focus()
    await window.press('Home')
    await expectAt(0)
    await window.press('Escape')
    await expect(inspector.card).toBeHidden()
    const row = inspector.list.getByRole('option', { name: names[12] ?? '', exact: true })
    const before = await row.boundingBox()
    await row.click()
    await expect(inspector.card).toBeVisible()
    await expect.poll(async () => (await row.boundingBox())?.y).toBe(before?.y)
  })
})

async function projectWithSpans(home: Home): Promise<string> {
  const [file, project] = [home.path('story.jsonl'), home.path('Story')]
  await writeFile(file, recordsOf(article, [set]).map(writeLine).join(''))
  await home.run('new', project)
  await home.run('import', project, file)
  return project
}
