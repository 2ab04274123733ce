import { statSync, type BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'

/** What a file looks like from outside: differs whenever it has been written. Null: there is none. */
export async function lookOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found && describeLook(found)
}

/** The same for a thread that has nothing else to do. */
export function lookOfNow(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? describeLook(found) : null
}

/** What `lookOf` says, of what the system has told already. */
export function describeLook({ ino, size, mtimeNs }: BigIntStats): string {
  return [ino, size, mtimeNs].join(' ')
}
