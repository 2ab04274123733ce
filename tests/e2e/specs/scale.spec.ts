import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ANNOTATOR, expect, test } from '../fixtures.ts'

const ARTICLES = 2000
const SENTENCE = 'The ministry said on Friday that at least 34 soldiers had died near the town. '

test('a long article can be marked at its end', async ({ home, workbench }) => {
  const { window } = workbench
  const paragraphs = Array.from(
    { length: 770 },
    (_, index) => `${index + 1}. ${SENTENCE.repeat(5).trim()}`,
  )
  const text = `${paragraphs.join('\n\n')}\n\nA word at the very end\n`
  expect(text.length).toBeGreaterThan(300_000)
  await writeFile(home.path('long.txt'), text)
  await workbench.importByDialog([home.path('long.txt')])
  await window.imports.commit('1 article imported.')
  await window.imports.finish()
  await window.reader.expectText(text)
  expect(await window.reader.blocks.count(), 'only what is near the sight').toBeLessThan(40)
  await window.press('Mod+End', 'Shift+ArrowLeft', '1')
  await window.inspector.expectSelected('claim: very end')
  await expect(window.reader.blocks.last()).toHaveText('A word at the very end')
  await expect(window.reader.blocks.last()).toBeInViewport()
  await window.reader.drag(text, {
    start: text.lastIndexOf('A word'),
    end: text.lastIndexOf(' at'),
  })
  await window.press('2')
  await window.inspector.expectNames(['claim: very end', 'actor: A word'])
  await window.status.expectSaved()
})

test('a list of two thousand articles holds only the rows in sight', async ({ home, start }) => {
  const folder = home.path('many')
  const project = home.path('Many')
  await mkdir(folder)
  await Promise.all(
    Array.from({ length: ARTICLES }, (_, index) =>
      writeFile(path.join(folder, `${index}.txt`), `Article number ${index}\n\n${SENTENCE}\n`),
    ),
  )
  await home.run('new', project)
  await home.run('import', project, folder)
  const { window } = await start({ project })
  await window.welcome.begin(ANNOTATOR)
  await expect(window.library.selected).toHaveAttribute('aria-setsize', String(ARTICLES))
  expect(await window.library.options.count()).toBeLessThan(100)

  await window.library.list.focus()
  await window.press('End')
  await expect(window.library.selected).toHaveAttribute('aria-posinset', String(ARTICLES))
  await expect(window.library.selected).toBeInViewport()
  expect(await window.library.options.count()).toBeLessThan(100)
  await window.library.search.fill('number 1234')
  await expect(window.library.options).toHaveCount(1)
})
