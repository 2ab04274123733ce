import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** The command line, and what is loaded before it to measure. */
export interface Programs {
  readonly rubricator: string
  readonly processor: string
}

/** What a process took, in milliseconds. */
export interface ProcessTimes {
  readonly processor: number
  readonly clock: number
}

/**
 * Runs a command on a project, and waits for its end.
 * @throws Error when it fails.
 */
export function runProcess(
  { rubricator, processor }: Programs,
  command: string,
  folder: string,
): ProcessTimes {
  const begun = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(processor).href, rubricator, command, folder],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const clock = performance.now() - begun
  if (status !== 0) throw new Error(`rubricator ${command} failed: ${stderr}`)
  return { processor: Number(stderr.split('\n').at(-1)) / 1000, clock }
}
