import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { copyFile, readdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from '../../scripts/support/electron.mjs'
import { readFuses, wantedFuses } from '../../scripts/support/fuses.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { Finished } from './program.ts'

const SET_FUSES = path.resolve(import.meta.dirname, '../../scripts/set-fuses.mjs')

const electron = findElectron()
const reason =
  electron === null
    ? 'Electron’s executable is not here'
    : process.platform === 'linux'
      ? null
      : 'a copy of Electron is more than one file and some links on this system'
if (reason !== null) console.log(`SKIPPED the fuses of a packaged program: ${reason}`)

/** Runs something to its end, or for ten seconds. */
function run(command: string, args: readonly string[], env = process.env): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { env, timeout: 10_000 }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

/** @returns A copy of Electron's executable, with links to everything that it needs beside it. */
async function copyElectron(): Promise<string> {
  const source = electron ?? ''
  const from = path.dirname(source)
  const folder = await temporaryFolder()
  const copy = path.join(folder, path.basename(source))
  for (const name of await readdir(from)) {
    if (path.join(from, name) !== source)
      await symlink(path.join(from, name), path.join(folder, name))
  }
  await copyFile(source, copy, constants.COPYFILE_FICLONE)
  return copy
}

test.skipIf(reason !== null)('a packaged program has its fuses set, and heeds them', async () => {
  const copy = await copyElectron()
  const asNode = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const script = ['-e', 'console.log("ran as Node")']
  expect((await run(copy, script, asNode)).stdout).toContain('ran as Node')

  const set = await run(process.execPath, [SET_FUSES, copy])
  expect(set).toMatchObject({ code: 0, stderr: '' })
  const fuses = await readFuses(copy)
  expect(Object.keys(fuses).length).toBeGreaterThanOrEqual(8)
  expect(wantedFuses()).toMatchObject(fuses)
  expect(set.stdout).toContain('RunAsNode: off\n')
  expect((await run(copy, script, asNode)).stdout).not.toContain('ran as Node')
})

test('what has no fuses is refused', async () => {
  const file = path.join(await temporaryFolder(), 'electron')
  await copyFile(SET_FUSES, file)
  const set = await run(process.execPath, [SET_FUSES, file])
  expect(set).toMatchObject({ code: 1, stdout: '' })
  expect(await run(process.execPath, [SET_FUSES])).toMatchObject({ code: 2, stdout: '' })
})
