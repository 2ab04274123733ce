import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/*
 * Disks that do not take what is written. Permissions would not do: they stop no tests that are run
 * by root.
 */

/** Puts a file in the place of the folder of marks. @returns What makes all well again. */
export async function refuseMarks(project: string): Promise<() => Promise<void>> {
  const folder = path.join(project, 'annotations')
  const aside = path.join(project, '.annotations-aside')
  await rename(folder, aside)
  await writeFile(folder, 'in the way')
  return async () => {
    await rm(folder)
    await rename(aside, folder)
  }
}

/** Takes a project away under the running program. @returns What brings it back. */
export async function takeAway(project: string): Promise<() => Promise<void>> {
  const elsewhere = `${project} elsewhere`
  await rename(project, elsewhere)
  return () => rename(elsewhere, project)
}
