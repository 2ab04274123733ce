import { expect, test } from '../fixtures.ts'
import { longestArticle } from '../support/articles.ts'
import { checkExport } from '../support/exported.ts'

const KILLS = 5

test('a mark that was shown as saved outlives kill -9', async ({ workbench }) => {
  await workbench.importByDialog([longestArticle().path])
  await workbench.window.imports.commit('1 article imported.')
  await workbench.window.imports.finish()
  let { window } = workbench
  await expect(window.reader.region).toBeVisible()
  const names: string[] = []
  for (let round = 0; round < KILLS; round++) {
    await window.press('Escape', 'Mod+Home')
    await window.press(...Array.from({ length: round }, () => 'ArrowRight'))
    await window.press('1')
    await expect(window.inspector.spans).toHaveCount(round + 1)
    await window.status.expectSaved()
    names.push((await window.inspector.selected.getAttribute('aria-label')) ?? '')
    window = await workbench.kill()
    await window.inspector.expectNames(names)
  }
  expect(new Set(names).size).toBe(KILLS)
  await window.press('Mod+Z')
  await window.inspector.expectNames(names.slice(0, -1))
  const [record] = await checkExport(await workbench.saveExport())
  expect(record?.spans).toHaveLength(KILLS - 1)
})
