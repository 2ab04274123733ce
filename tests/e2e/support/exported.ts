import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const SCRIPT = path.join(import.meta.dirname, '..', 'check_export.py')
const PYTHON = process.platform === 'win32' ? 'python' : 'python3'

/** What the Python script tells of one line. */
export interface ExportedRecord {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly annotator: string | null
  readonly status: string
  readonly spans: readonly {
    readonly label: string
    readonly start: number
    readonly end: number
    readonly text: string
    readonly attributes: Readonly<Record<string, string | number | boolean>>
    readonly note: string | null
    readonly via: string
  }[]
}

/**
 * Has an export checked by a reader that shares nothing with the program.
 * @returns Its records.
 * @throws Error with what the script found wrong.
 */
export async function checkExport(file: string): Promise<readonly ExportedRecord[]> {
  const { stdout } = await promisify(execFile)(PYTHON, [SCRIPT, file], {
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout) as readonly ExportedRecord[]
}
