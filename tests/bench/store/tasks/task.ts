/*
 * One measurement in a process of its own, so that none inherits memory or compiled code from another.
 *
 * Arguments: the name of the task and its arguments as JSON. What it measured is written as JSON.
 */
import { busyImport } from './busy-import.ts'
import { editOneFile, exportOneFile, importOneFile, openOneFile } from './one-file.ts'
import { edit, openProject, prepare } from './product.ts'
import { search } from './search.ts'
import { exportFile, importFile, makeFiles } from './transfer.ts'

const TASKS = {
  prepare,
  open: openProject,
  edit,
  busyImport,
  search,
  importFile,
  exportFile,
  makeFiles,
  openOneFile,
  editOneFile,
  importOneFile,
  exportOneFile,
}
export type Tasks = typeof TASKS

const [name = '', args = '[]'] = process.argv.slice(2)
if (!Object.hasOwn(TASKS, name)) throw new RangeError(`There is no task "${name}"`)
const task = TASKS[name as keyof Tasks] as (...all: readonly unknown[]) => Promise<unknown>
const outcome = await task(...(JSON.parse(args) as readonly unknown[]))
process.stdout.write(JSON.stringify(outcome))
