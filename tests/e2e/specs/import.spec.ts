import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { fiveArticles } from '../support/articles.ts'
import { dropFiles } from '../support/drop.ts'
import { inWindows1251 } from '../support/encodings.ts'
import { checkExport } from '../support/exported.ts'

const articles = fiveArticles()

test('imports five articles by dialog, and knows them the second time', async ({ workbench }) => {
  const { window } = workbench
  await workbench.importByDialog(articles.map(({ path: file }) => file))
  await expect(window.imports.files).toHaveCount(5)
  await window.imports.commit('5 articles imported.')
  await window.imports.finish()
  await expect(window.library.options).toHaveCount(5)

  await workbench.importByDialog(articles.map(({ path: file }) => file))
  await expect(window.imports.files.filter({ hasText: 'already here' })).toHaveCount(5)
  await expect(window.imports.commitButton).toBeDisabled()
  await window.imports.cancel()
  await expect(window.library.options).toHaveCount(5)

  const exported = await checkExport(await workbench.saveExport())
  expect(exported.map(({ text }) => text).toSorted()).toEqual(
    articles.map(({ text }) => text).toSorted(),
  )
})

test('imports five articles by drop, a folder with them', async ({ home, workbench }) => {
  const { window } = workbench
  const folder = home.path('folder', 'below')
  await mkdir(folder, { recursive: true })
  const [last, ...first] = articles
  await writeFile(path.join(folder, 'last.txt'), last?.text ?? '')
  await writeFile(path.join(folder, 'picture.png'), 'no text')
  await dropFiles(workbench.page, [...first.map(({ path: file }) => file), home.path('folder')])
  await expect(window.imports.files).toHaveCount(5)
  await expect(window.imports.content).toContainText('1 file left out')
  await window.imports.commit('5 articles imported.')
  await window.imports.finish()
  await expect(window.library.options).toHaveCount(5)
  await expect(window.library.selected).toHaveCount(1)
})

test('tells what it cannot read and how it reads the rest', async ({ home, workbench }) => {
  const { window } = workbench
  const { imports } = window

  await test.step('names what it cannot import, and imports the rest', async () => {
    const files = {
      'good.txt': 'A headline\r\n\r\nA text.\r\n',
      'same.txt': 'A headline\r\n\r\nA text.\r\n',
      'empty.txt': '',
      'blank.txt': ' \n\n',
      'binary.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    }
    for (const [name, content] of Object.entries(files)) await writeFile(home.path(name), content)
    await workbench.importByDialog(Object.keys(files).map((name) => home.path(name)))
    await expect(imports.file('empty.txt')).toContainText('it holds no text')
    await expect(imports.file('blank.txt')).toContainText('it holds no text')
    await expect(imports.file('binary.txt')).toContainText('it is not a text file')
    await imports.commit('1 article imported.')
    await expect(imports.part('Not imported')).toHaveCount(3)
    await expect(imports.part('Already here')).toHaveCount(1)
    await imports.finish()
    await expect(window.library.options).toHaveCount(1)
    const [exported] = await checkExport(await workbench.saveExport())
    expect(exported?.text, 'line ends stay as they are').toBe(files['good.txt'])
  })

  await test.step('shows a guessed encoding, and reads in another', async () => {
    await writeFile(
      home.path('russian.txt'),
      inWindows1251('Переговоры в Анкаре\n\nПогибли трое.\n'),
    )
    await writeFile(home.path('utf.txt'), 'Über Ankara\n\nDrei Tote.\n')
    await workbench.importByDialog([home.path('russian.txt'), home.path('utf.txt')])
    await expect(imports.encodingOf('utf.txt')).toHaveValue('UTF-8')
    await expect(imports.encodingOf('russian.txt')).toHaveValue('Windows-1251')
    await expect(imports.file('russian.txt')).toContainText('is guessed')
    await expect(imports.file('russian.txt')).toContainText('Погибли трое.')

    await imports.encodingOf('russian.txt').selectOption('KOI8-R')
    await expect(imports.file('russian.txt')).not.toContainText('Погибли трое.')
    await imports.encodingOf('russian.txt').selectOption('UTF-8')
    await expect(imports.file('russian.txt')).toContainText('it is not UTF-8: byte 0 begins no')
    await imports.encodingOf('russian.txt').selectOption('Windows-1251')
    await expect(imports.file('russian.txt')).toContainText('Переговоры в Анкаре')
    await imports.commit('2 articles imported.')
    await imports.finish()
    await window.library.open('Переговоры в Анкаре')
    await window.reader.expectText('Переговоры в Анкаре\n\nПогибли трое.\n')
  })
})

test('takes metadata that a person corrects', async ({ home, workbench }) => {
  const { window } = workbench
  await writeFile(home.path('one.txt'), 'A headline\n\nA text.\n')
  await workbench.importByDialog([home.path('one.txt')])
  await window.imports.commit('1 article imported.')
  await window.imports.finish()
  const { inspector } = window
  await inspector.openArticle()
  await inspector.published.fill('28 Feb')
  await inspector.title.fill('Another headline')
  await inspector.outlet.fill('The Outlet')
  await inspector.published.fill('2020-02-28')
  await inspector.published.press('Tab')
  await inspector.language.selectOption('Turkish')
  await inspector.direction.selectOption('Right to left')
  await expect(window.library.options).toHaveAccessibleName('Another headline')
  await expect(window.library.options).toContainText('The Outlet · 28 Feb 2020')

  const again = await workbench.restart()
  await expect(again.library.options).toHaveAccessibleName('Another headline')
  await again.inspector.openArticle()
  await expect(again.inspector.published).toHaveValue('2020-02-28')
  await expect(again.inspector.language).toHaveValue('tr')
  await expect(again.inspector.direction).toHaveValue('rtl')
  const [line] = (await readFile(await workbench.saveExport(), 'utf8')).split('\n')
  expect(line).toContain(
    '"meta":{"title":"Another headline","outlet":"The Outlet","published":"2020-02-28",' +
      '"language":"tr","direction":"rtl","source":"one.txt"}',
  )
})
