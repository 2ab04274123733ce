/*
 * A program without a window that renames, merges and deletes labels of a project and takes that back,
 * without a pause, until it is killed. It says "ready" when the project is open.
 *
 * Arguments: the folder of its settings, the project, the number of the change to begin with.
 */
import type { LabelChange } from '../../src/core/annotation/label-change.ts'
import { valueOf } from '../support/builders.ts'
import { call, startWorkbench, TestHost } from '../support/test-workbench.ts'

const [home = '', project = ''] = process.argv.slice(2)

const host = new TestHost()
const workbench = await startWorkbench(home)
valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
valueOf(await call(workbench, host, 'project.open', { path: project }))
process.stdout.write('ready\n')
for (let turn = Number(process.argv[4]); ; turn++) {
  const { latest } = valueOf(await call(workbench, host, 'labels.list', {}))
  if (latest !== null) {
    valueOf(await call(workbench, host, 'labels.undo', { project, change: latest.id }))
  } else valueOf(await call(workbench, host, 'labels.change', { project, change: changeIn(turn) }))
}

/** Always on the labels of a new project: what was done in the turn before has been taken back. */
function changeIn(turn: number): LabelChange {
  const changes: readonly LabelChange[] = [
    { type: 'rename', label: 'claim', to: 'assertion' },
    { type: 'merge', label: 'claim', into: 'actor' },
    { type: 'remove', label: 'claim' },
  ]
  return changes[turn % changes.length] ?? { type: 'remove', label: 'claim' }
}
