import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Makes a project's backup of today one of yesterday, as if it had been made then. */
export async function makeYesterdays(project: string): Promise<void> {
  const today = new Date()
  const yesterday = new Date(today.getTime() - 86_400_000)
  const fileOf = (date: Date, ending: string): string =>
    path.join(project, '.backups', `${date.toISOString().slice(0, 10)}${ending}`)
  await rename(fileOf(today, '.jsonl.gz'), fileOf(yesterday, '.jsonl.gz'))
  await rename(fileOf(today, '.json'), fileOf(yesterday, '.json'))
  const manifest = await readFile(fileOf(yesterday, '.json'), 'utf8')
  const { made } = JSON.parse(manifest) as { made: string }
  await writeFile(fileOf(yesterday, '.json'), manifest.replace(made, yesterday.toISOString()))
}
