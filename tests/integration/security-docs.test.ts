import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A file of the repository, and what is quoted from it after a colon. */
const REFERENCE = /`((?:src|tests|scripts)\/[^`]+)`(?::\s+((?:“[^”]+”(?:,\s+)?)+))?/g

test('what docs/security.md names is there', async () => {
  const page = await readFile(path.join(ROOT, 'docs', 'security.md'), 'utf8')
  const references = [...page.matchAll(REFERENCE)]
  expect(references.length).toBeGreaterThan(50)
  for (const [, file = '', quoted = ''] of references) {
    expect(existsSync(path.join(ROOT, file)), file).toBe(true)
    const source = await readFile(path.join(ROOT, file), 'utf8')
    for (const [, name = ''] of quoted.matchAll(/“([^”]+)”/g)) {
      expect(source, `${file} has no “${name}”`).toContain(name.replaceAll(/\s+/g, ' '))
    }
  }
})
