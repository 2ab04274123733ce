import path from 'node:path'
import { readOptions, USAGE } from './options.ts'
import { writeJsonl } from './write-jsonl.ts'
import { writeProject } from './write-project.ts'

/** Makes what the arguments ask for, and says how long it took. */
export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (options === null) {
    console.log(USAGE)
    return
  }
  const { folder, jsonl } = options
  const begun = performance.now()
  if (folder !== null) await writeProject(path.resolve(folder), options)
  if (jsonl !== null) await writeJsonl(path.resolve(jsonl), options)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`Made ${options.articles} articles in ${seconds} s, seed ${options.seed}`)
}
