import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import { Figures } from '../pages/figures.ts'

const PYTHON = process.platform === 'win32' ? 'python' : 'python3'

test('figures open what they are made of, can be chosen, and are saved', async ({
  home,
  start,
  preparedProjects,
}) => {
  // Two annotators have marked all articles of the sample, and somebody else looks.
  const project = home.path('project')
  await preparedProjects.copy('sample', project)
  const workbench = await start({ project })
  const { page, window } = workbench
  await window.welcome.begin(ANNOTATOR)
  const figures = new Figures(page)
  await figures.open()

  await test.step('a figure is a picture and a table, and is saved as both', async () => {
    const figure = figures.figure('Exact F1 by label')
    await figure.getByRole('button', { name: 'As a table' }).click()
    await expect(figure.getByRole('row', { name: /^date/ })).toContainText('0.73')
    const table = await workbench.host.saveAs(home.path('by-label.csv'), () =>
      figure.getByRole('button', { name: 'Save as CSV' }).click(),
    )
    await window.expectMessage(/Saved .*\.csv/)
    const content = await readFile(table, 'utf8')
    const [head, ...rows] = content.trimEnd().split('\r\n')
    expect(head).toBe('\uFEFFLabel,Exact F1,95 % interval,Spans,Articles')
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'claim',
      'actor',
      'date',
      'casualty figure',
      'All labels',
    ])

    await figure.getByRole('button', { name: 'As a picture' }).click()
    const picture = await workbench.host.saveAs(home.path('by-label.svg'), () =>
      figure.getByRole('button', { name: 'Save as SVG' }).click(),
    )
    await window.expectMessage(/Saved .*\.svg/)
    const drawn = await readFile(picture, 'utf8')
    expect(drawn).toContain('casualty figure')
    // It stands alone: nothing of the window is needed to draw it, and nothing is asked for.
    expect(drawn).not.toMatch(/var\(|<!--|tabindex|href=/)
    expect(await rootOf(picture)).toBe('svg')
  })

  await test.step('it opens the places that it is made of, and a place its article', async () => {
    const date = figures.part('Exact F1 by label', 'date: 0.73')
    await date.click()
    await figures.expectListed('35 places')
    await page.keyboard.press('Escape')
    await expect(figures.list).toBeHidden()
    await expect(date).toBeFocused()

    await figures.part('Which label for which', 'date, not marked: 8').press('Enter')
    await figures.expectListed('8 places')
    const place = figures.places.first()
    const quote = await place.locator('q').innerText()
    await place.getByRole('button').click()
    await expect(window.reader.region).toBeVisible()
    await expect(window.reader.region).toContainText(quote)
  })

  await test.step('what is compared can be chosen, with the keyboard alone', async () => {
    await figures.open()
    await window.press('F6')
    await expect(window.reader.region).toBeVisible()
    await window.press('F8')
    await expect(figures.figure('Exact F1 by label')).toBeVisible()
    await figures.choice('claim').focus()
    await page.keyboard.press('Space')
    await expect(figures.part('Exact F1 by label', 'claim')).toHaveCount(0)
    await expect(figures.part('Exact F1 by label', 'actor')).toBeVisible()
    await figures.measure.selectOption('Relaxed F1')
    await expect(figures.figure('Relaxed F1 by label')).toBeVisible()

    await figures.choice('Tarık Aydın').focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible()
  })
})

/** The outermost element of an XML file, as a reader that shares nothing with the program finds it. */
async function rootOf(file: string): Promise<string> {
  const script =
    'import sys, xml.dom.minidom as d; print(d.parse(sys.argv[1]).documentElement.tagName)'
  const { stdout } = await promisify(execFile)(PYTHON, ['-c', script, file])
  return stdout.trim()
}
