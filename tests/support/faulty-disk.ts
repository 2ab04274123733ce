import type { FileHandle } from 'node:fs/promises'

type FileSystem = typeof import('node:fs/promises')
type FileSystemNow = typeof import('node:fs')

/** Calls of the file system that change something, or on which a change depends. */
const CALLS = [
  'copyFile',
  'link',
  'lstat',
  'mkdir',
  'open',
  'readFile',
  'realpath',
  'rename',
  'rm',
  'stat',
  'unlink',
] as const
const HANDLE_CALLS = ['close', 'sync', 'writeFile'] as const
/** Those by which threads write documents. */
const CALLS_NOW = [
  'closeSync',
  'copyFileSync',
  'fstatSync',
  'fsyncSync',
  'linkSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'writeSync',
] as const

interface Failure {
  /** The index of the call. */
  readonly at: number
  readonly code: string
  /** Whether all calls after it fail too, as those of a process that was killed never happen. */
  readonly isLast?: boolean
}

/** The disk of a test: it does what the real one does, but for the one call that is to fail. */
export class FaultyDisk {
  /** The calls since `watch`, in order. */
  readonly calls: string[] = []
  #failing: Failure | null = null
  #watches = false

  /** From now on calls are counted, and the one of this index fails. */
  watch(failing: Failure | null = null): void {
    this.calls.length = 0
    this.#failing = failing
    this.#watches = true
  }

  /** From now on all is well. */
  heal(): void {
    this.#watches = false
  }

  /** The module `node:fs/promises` over this disk. */
  wrap(real: FileSystem): FileSystem {
    const wrapped: Record<string, unknown> = { ...real }
    for (const name of CALLS) {
      const call = real[name] as (...args: readonly unknown[]) => Promise<unknown>
      wrapped[name] = async (...args: readonly unknown[]) => {
        const isFolder = name === 'open' && args[1] === 'r'
        const result = await this.#call(isFolder ? 'open a folder' : name, () => call(...args))
        return name === 'open' ? this.#wrapHandle(result as FileHandle, isFolder) : result
      }
    }
    return { ...wrapped, default: wrapped } as unknown as FileSystem
  }

  /** The module `node:fs` over this disk: what a thread does, which here is done by this one. */
  wrapNow(real: FileSystemNow): FileSystemNow {
    const wrapped: Record<string, unknown> = { ...real }
    const folders = new Set<unknown>()
    for (const name of CALLS_NOW) {
      const call = real[name] as (...args: readonly unknown[]) => unknown
      wrapped[name] = (...args: readonly unknown[]) => {
        const isFolder = name === 'openSync' ? args[1] === 'r' : folders.has(args[0])
        const shown = isFolder ? `${name} of a folder` : name
        // What fails to close is closed all the same, or the test would run out of handles.
        const result = this.#callNow(shown, () => call(...args), name === 'closeSync')
        if (name === 'openSync' && isFolder) folders.add(result)
        if (name === 'closeSync') folders.delete(args[0])
        return result
      }
    }
    return { ...wrapped, default: wrapped } as unknown as FileSystemNow
  }

  #wrapHandle(handle: FileHandle, isFolder: boolean): FileHandle {
    for (const name of HANDLE_CALLS) {
      const call = handle[name].bind(handle) as (...args: readonly unknown[]) => Promise<unknown>
      const shown = isFolder ? `${name} of a folder` : name
      Object.defineProperty(handle, name, {
        value: (...args: readonly unknown[]) =>
          // What fails to close is closed all the same, or the test would run out of handles.
          this.#call(shown, () => call(...args), name === 'close'),
      })
    }
    return handle
  }

  async #call<T>(name: string, call: () => Promise<T>, isDoneFirst = false): Promise<T> {
    const failure = this.#failureOf(name)
    if (failure === null) return call()
    if (isDoneFirst) await call()
    throw failure
  }

  #callNow<T>(name: string, call: () => T, isDoneFirst: boolean): T {
    const failure = this.#failureOf(name)
    if (failure === null) return call()
    if (isDoneFirst) call()
    throw failure
  }

  /** Counts a call. @returns What it fails with, if it is to fail. */
  #failureOf(name: string): Error | null {
    if (!this.#watches) return null
    const at = this.calls.push(name) - 1
    const failing = this.#failing
    if (failing === null || at < failing.at) return null
    if (at > failing.at && failing.isLast !== true) return null
    const { code } = failing
    return Object.assign(new Error(`${code}: made to fail, ${name}`), { code })
  }
}
