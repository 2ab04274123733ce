import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/rubricator', import.meta.url))

/** A person's home of its own, which no other test and no settings of this machine reach. */
export interface Home {
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  remove(): Promise<void>
}

export async function makeHome(): Promise<Home> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rubricator-test-'))
  const settings = path.join(folder, 'settings')
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env
  return {
    folder,
    environment: {
      ...inherited,
      HOME: folder,
      USERPROFILE: folder,
      XDG_CONFIG_HOME: settings,
      APPDATA: settings,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line to its end, in the home folder. */
export function rubricator(home: Home, ...args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const options = { cwd: home.folder, env: home.environment, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, [PROGRAM, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
}

/** A server that runs, and everything it has said. */
export class Server {
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  stdout = ''
  stderr = ''

  constructor(home: Home, args: readonly string[]) {
    this.process = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: home.folder,
      env: home.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process.stdout?.on('data', (data) => (this.stdout += String(data)))
    this.process.stderr?.on('data', (data) => (this.stderr += String(data)))
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
  }

  static async start(home: Home, ...args: readonly string[]): Promise<Server> {
    const server = new Server(home, args)
    await Promise.race([until(() => server.stdout.includes('\n')), server.ended])
    if (!server.stdout.includes('\n')) throw new Error(`It did not start: ${server.stderr}`)
    return server
  }

  get address(): string {
    return this.stdout.split('\n')[0]?.replace('Rubricator: ', '') ?? ''
  }

  get host(): string {
    return new URL(this.address).host
  }

  get port(): number {
    return Number(new URL(this.address).port)
  }

  get token(): string {
    return this.address.split('#token=')[1] ?? ''
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal)
    return this.ended
  }
}

/** Waits for something that is known to come. */
export async function until(condition: () => boolean, within = 15_000): Promise<void> {
  const end = Date.now() + within
  while (!condition()) {
    if (Date.now() > end)
      throw new Error(`It did not happen within ${within} ms: ${String(condition)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
