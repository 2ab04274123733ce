import { writeFile } from 'node:fs/promises'
import { expect } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'

/** Imports texts, each as an article, and waits until the first of them is open. */
export async function importTexts(workbench: Workbench, texts: readonly string[]): Promise<void> {
  const { home, window } = workbench
  const files = texts.map((text, index) => ({ path: home.path(`text-${index + 1}.txt`), text }))
  for (const { path, text } of files) await writeFile(path, text)
  await workbench.importByDialog(files.map(({ path }) => path))
  const many = files.length === 1 ? '1 article' : `${files.length} articles`
  await window.imports.commit(`${many} imported.`)
  await window.imports.finish()
  // Another article may have been open before.
  const beginning = window.reader.blocks.first().filter({ hasText: firstLineOf(texts[0] ?? '') })
  await expect(beginning).toBeVisible()
}

/** The first line of a text, which the import takes for its title. */
export function firstLineOf(text: string): string {
  return /^.*/.exec(text)?.[0] ?? ''
}
