import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** The top of the repository. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The command line, which also serves the browser host. */
export const COMMAND_LINE = path.join(ROOT, 'bin', 'rubricator')

const start = promisify(execFile)

/** A person's home of its own, which no other test and no settings of this machine reach. */
export class Home {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async make(): Promise<Home> {
    return new Home(await mkdtemp(path.join(os.tmpdir(), 'rubricator-e2e-')))
  }

  /** Where the program puts projects unless told otherwise. */
  get projectsFolder(): string {
    return path.join(this.folder, 'Rubricator')
  }

  /** What programs of this person are started with. */
  get environment(): Record<string, string> {
    const settings = path.join(this.folder, 'settings')
    const inherited = Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    return {
      ...Object.fromEntries(inherited),
      HOME: this.folder,
      USERPROFILE: this.folder,
      XDG_CONFIG_HOME: settings,
      APPDATA: settings,
    }
  }

  /** Path of a file in this home. */
  path(...segments: readonly string[]): string {
    return path.join(this.folder, ...segments)
  }

  /** Makes this a home in which nobody has said a name yet; projects stay. */
  forgetPerson(): Promise<void> {
    return rm(this.path('settings'), { recursive: true, force: true })
  }

  /** Runs the command line to its end. @throws Error when it did not do what it was asked. */
  async run(...args: readonly string[]): Promise<string> {
    const { stdout } = await start(process.execPath, [COMMAND_LINE, ...args], {
      cwd: this.folder,
      env: this.environment,
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  }

  remove(): Promise<void> {
    // Processes of a killed browser may still be writing for a moment.
    return rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
