import { cp, readFile, writeFile } from 'node:fs/promises'
import { Desk } from '../../support/desk.ts'
import { expect, test } from '../fixtures.ts'
import { PackDialogs } from '../pages/pack-dialogs.ts'
import { dropFiles } from '../support/drop.ts'

const MIRIAM = 'miriam-keller'

test('a pack is made of what somebody chooses', async ({ home, start, preparedProjects }) => {
  const project = home.path('project')
  await preparedProjects.copy('sample', project)
  const workbench = await start({ project })
  const { window, page } = workbench
  await window.welcome.begin('Miriam Keller')
  const packs = new PackDialogs(page)
  await window.choose('Send for Review…')
  await packs.choose('Everybody’s')
  const file = home.path('sent.rubricator-pack.jsonl')
  await workbench.host.saveAs(file, () => packs.make())
  await window.expectMessage('The review pack is in')
  await expect(packs.send).toBeHidden()

  await window.choose('Send for Review…')
  await packs.choose('Mine')
  await packs.choose('The open one')
  const small = home.path('small.rubricator-pack.jsonl')
  await workbench.host.saveAs(small, () => packs.make())
  await expect(packs.send).toBeHidden()

  const lines = (await readFile(small, 'utf8')).trimEnd().split('\n')
  const kinds = lines.map((line) => (JSON.parse(line) as { kind?: string }).kind)
  expect(kinds).toEqual([undefined, 'article', 'set'])
  const empty = home.path('empty')
  await home.run('new', empty)
  await home.run('unpack', empty, file)
  expect(await home.run('export', empty)).toBe(await home.run('export', project))
})

test('a pack is taken in by dialog and by drop, and undone', async ({
  home,
  workbench,
  preparedProjects,
}) => {
  const { window, page } = workbench
  const packs = new PackDialogs(page)
  const file = home.path('sample.rubricator-pack.jsonl')
  await preparedProjects.copy('sample', home.path('sample'))
  await home.run('pack', home.path('sample'), '--out', file)

  await test.step('looked at, and not taken in', async () => {
    await workbench.importByDialog([file])
    await expect(packs.row('10 sets are new')).toBeVisible()
    await expect(packs.addArticles).toBeChecked()
    await packs.addArticles.uncheck()
    await expect(packs.row('10 sets are left out')).toBeVisible()
    await expect(packs.takeButton).toBeDisabled()
    await packs.close('Cancel')
    await expect(window.library.options).toHaveCount(0)
  })

  await test.step('taken in, and undone at once', async () => {
    await workbench.importByDialog([file])
    await packs.take('5 articles and 10 new sets taken in.')
    await packs.button('Undo').click()
    await window.expectMessage('The pack is undone: 10 sets as before, 5 articles taken out.')
    await expect(window.library.options).toHaveCount(0)
  })

  await test.step('dropped, taken in, and known the second time', async () => {
    await dropFiles(page, [file])
    await packs.take('5 articles and 10 new sets taken in.')
    await packs.close('Done')
    await expect(window.library.options).toHaveCount(5)
    await dropFiles(page, [file])
    await expect(packs.row('10 sets are the same here')).toBeVisible()
    await expect(packs.takeButton).toBeDisabled()
    await packs.close('Cancel')
  })

  await test.step('undone later, from the menu', async () => {
    await window.choose('Undo Taking In')
    await window.expectMessage('The pack is undone')
    await expect(window.library.options).toHaveCount(0)
    await window.choose('Undo Taking In')
    await window.expectMessage('No review pack was taken in that could be undone.')
  })
})

test('both versions of what both have changed are shown, and what is older changes nothing', async ({
  home,
  start,
  preparedProjects,
}) => {
  const [project, other] = [home.path('project'), home.path('other')]
  await preparedProjects.copy('sample', project)
  await cp(project, other, { recursive: true })
  const [older, newer] = [home.path('older.jsonl'), home.path('newer.jsonl')]
  await test.step('two desks go their own ways', async () => {
    for (const [folder, minute, note] of [
      [project, 1, 'of here'],
      [other, 5, 'of there'],
    ] as const) {
      const desk = await Desk.open(folder)
      const article = desk.store.articles()[0]?.id ?? ''
      const sets = await desk.store.sets(article)
      const id = (sets.ok ? sets.value[0]?.spans[0]?.id : undefined) ?? ''
      if (folder === other) await writeFile(older, await desk.pack())
      await desk.at(minute).edit(article, MIRIAM, { type: 'note', id, note })
      await desk.mark(article, MIRIAM, note === 'of here' ? 'Damascus' : 'Moscow', 'claim')
      if (folder === other) await writeFile(newer, await desk.pack())
      await desk.store.close()
    }
  })
  const { window, page } = await start({ project })
  await window.welcome.begin('Miriam Keller')
  await expect(window.inspector.spans.first()).toBeVisible()
  const before = await window.inspector.names()
  const packs = new PackDialogs(page)

  await dropFiles(page, [older])
  await expect(packs.row('1 set is older than here, and changes nothing')).toBeVisible()
  await expect(packs.takeButton).toBeDisabled()
  await packs.close('Cancel')

  await dropFiles(page, [newer])
  await expect(packs.row('1 set is updated')).toBeVisible()
  await expect(packs.conflicts).toHaveCount(1)
  await expect(packs.conflicts).toContainText(/Here.*of here.*In the pack later, counts.*of there/s)
  await packs.take('1 updated set taken in.')
  await packs.close('Done')
  await window.inspector.expectNames([...before, 'claim: Moscow'])
  await window.choose('Undo Taking In')
  await window.expectMessage('The pack is undone: 1 set as before.')
  await window.inspector.expectNames(before)
})
