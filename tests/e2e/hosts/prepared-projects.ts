import { cp } from 'node:fs/promises'
import { Home } from './home.ts'

/** What the command line makes of each; the folder comes last. */
const COMMANDS = { empty: ['new', '--name', 'Casualties'], sample: ['sample'] } as const

export type PreparedProject = keyof typeof COMMANDS

/** Projects that many tests begin with: the command line makes each once, and tests get copies of it. */
export class PreparedProjects {
  readonly #home: Home
  readonly #made = new Map<PreparedProject, Promise<string>>()

  private constructor(home: Home) {
    this.#home = home
  }

  static async make(): Promise<PreparedProjects> {
    return new PreparedProjects(await Home.make())
  }

  /** @param folder - Of a project that is not there yet. */
  async copy(project: PreparedProject, folder: string): Promise<void> {
    const made = this.#made.get(project) ?? this.#make(project)
    this.#made.set(project, made)
    await cp(await made, folder, { recursive: true })
  }

  remove(): Promise<void> {
    return this.#home.remove()
  }

  async #make(project: PreparedProject): Promise<string> {
    const folder = this.#home.path(project)
    await this.#home.run(...COMMANDS[project], folder)
    return folder
  }
}
