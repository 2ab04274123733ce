import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts'
import { FolderWatch } from './folder-watch.ts'

// A system that watches no folder, or a drive whose changes it does not hear of.
vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:fs')>()),
  watch: () => {
    throw Object.assign(new Error('ENOSPC: no watches are left'), { code: 'ENOSPC' })
  },
}))

let watch: FolderWatch
afterEach(() => watch.stop())

it('looks at the times of folders where it is told nothing', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'annotations', 'ann', 'a1'), { recursive: true })
  const told: string[] = []
  watch = new FolderWatch(
    root,
    async (changes) => {
      told.push(...changes.keys())
    },
    (error) => expect.unreachable(String(error)),
  )
  await watch.start()
  await writeFile(join(root, 'annotations', 'ann', 'a1', 'x.json'), '')
  await vi.waitFor(() => expect(told).toContain('annotations/ann/a1'), { timeout: 6000 })
  await mkdir(join(root, '.coming', 'b2'), { recursive: true })
  await rename(join(root, '.coming'), join(root, 'annotations', 'bob'))
  await vi.waitFor(() => expect(told).toContain('annotations/bob/b2'), { timeout: 6000 })
})
