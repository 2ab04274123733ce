import { count } from '../state/format.ts'
import type { Workspace } from '../state/workspace.ts'

/** Exports the open project, with everything that has been marked until now. */
export async function exportDataset(workspace: Workspace): Promise<void> {
  await workspace.flush()
  if (workspace.save.get().type !== 'saved') {
    workspace.notices.problem('Some marks are not saved yet, so the export would lack them.')
    return
  }
  const outcome = await workspace.ask('export.jsonl', { annotator: null })
  if (outcome === undefined || outcome.type === 'cancelled') return
  if (outcome.type === 'saved') {
    workspace.notices.done(`Exported ${count(outcome.lines, 'line')} to ${outcome.path}`)
    return
  }
  if (!(await workspace.download(outcome.url, outcome.name))) return
  workspace.notices.done(`Exported ${count(outcome.lines, 'line')} to ${outcome.name}`)
}
