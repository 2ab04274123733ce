import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../../../src/core/result.ts'
import type { Tasks } from '../tasks/task.ts'

/** Where the bench finds what it has built. */
export interface Places {
  /** The built program and the tasks. */
  readonly program: string
  /** Loaded before the command line. */
  readonly peak: string
  /** Of the sample project, which the workbench wants to know. */
  readonly seeds: string
}

/** Something measured, or a sentence why it could not be. */
export type Measured<T> = Result<T, string>

/** A process that takes longer is ended, in milliseconds. */
const LIMIT = 15 * 60_000

type Arguments<N extends keyof Tasks> = Parameters<Tasks[N]>
type Outcome<N extends keyof Tasks> = Awaited<ReturnType<Tasks[N]>>

/** Runs a task in a fresh process. */
export async function runTask<N extends keyof Tasks>(
  { program }: Places,
  name: N,
  ...args: Arguments<N>
): Promise<Measured<Outcome<N>>> {
  const script = path.join(program, 'task.js')
  const ran = await runNode(['--expose-gc', script, name, JSON.stringify(args)], process.env)
  return ran.ok ? ok(JSON.parse(ran.value) as Outcome<N>) : ran
}

/** A run of the command line, with everything from its start to its end. */
export interface CommandRun {
  /** In milliseconds. */
  readonly time: number
  /** The most memory that it had, in bytes. */
  readonly peak: number
}

/** Runs the command line as `bin/rubricator` does. @param home - Holds its settings. */
export async function runCommand(
  { program, peak }: Places,
  home: string,
  ...args: readonly string[]
): Promise<Measured<CommandRun>> {
  await mkdir(home, { recursive: true })
  const note = path.join(home, 'peak')
  const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, BENCH_PEAK: note }
  const begun = performance.now()
  const ran = await runNode(['--import', peak, path.join(program, 'cli.js'), ...args], environment)
  const time = performance.now() - begun
  return ran.ok ? ok({ time, peak: Number(await readFile(note, 'utf8')) }) : ran
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured<string>> {
  const options = { env, timeout: LIMIT, maxBuffer: 2 ** 28, killSignal: 'SIGKILL' } as const
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve(error === null ? ok(stdout) : fail(reasonOf(error.killed === true, stderr)))
    })
  })
}

/** The sentence in what a process said when it ended. */
function reasonOf(isLate: boolean, stderr: string): string {
  if (isLate) return `it took over ${LIMIT / 60_000} minutes`
  if (/heap out of memory/i.test(stderr)) return 'it ran out of memory'
  const message = /^\w*Error(?: \[\w+\])?: (.*)$/m.exec(stderr)?.[1]
  return message ?? stderr.trim().split('\n').at(-1) ?? 'it ended'
}
