import { count } from '../state/format.ts'
import type { CallReply } from '../../contract/calls.ts'
import type { AdjudicatedSummary } from '../../contract/review-models.ts'
import type { Workspace } from '../state/workspace.ts'

/** Exports the open project, with everything that has been marked until now. */
export async function exportDataset(workspace: Workspace): Promise<void> {
  if (!(await isSaved(workspace))) return
  await deliver(workspace, await workspace.ask('export.jsonl', { annotator: null }))
}

/** Exports the adjudicated sets, once the person has seen what the file will lack. */
export async function exportAdjudicated(workspace: Workspace): Promise<void> {
  if (!(await isSaved(workspace))) return
  const summary = await workspace.ask('review.summary', {})
  if (summary === undefined) return
  const run = async (): Promise<void> => {
    workspace.notices.close()
    await deliver(workspace, await workspace.ask('export.adjudicated', {}))
  }
  const lacks = whatIsMissing(summary)
  if (lacks.length === 0) return run()
  const label = `Export ${count(summary.lines, 'article')}`
  workspace.notices.done('The export will not hold everything:', lacks, {
    label,
    run: () => void run(),
  })
}

/** What an export of the adjudicated sets leaves out, a sentence each. */
export function whatIsMissing(summary: AdjudicatedSummary): readonly string[] {
  const { unreviewed, unapproved, open, untaken, withoutLabel } = summary
  const told: readonly (readonly [number, string])[] = [
    [unreviewed, `${count(unreviewed, 'article')} nobody has begun to review`],
    [unapproved, `${count(unapproved, 'article')} in it that are not approved yet`],
    [open, `${count(open, 'disagreement')} that nobody has decided`],
    [untaken, `${count(untaken, 'place')} that all agree on, and that nobody has taken`],
    [withoutLabel, `${count(withoutLabel, 'span')} of verdicts whose label was deleted`],
  ]
  return told.flatMap(([number, words]) => (number > 0 ? words : []))
}

async function isSaved(workspace: Workspace): Promise<boolean> {
  await workspace.flush()
  if (workspace.save.get().type === 'saved') return true
  workspace.notices.problem('Some marks are not saved yet, so the export would lack them.')
  return false
}

async function deliver(
  workspace: Workspace,
  outcome: CallReply<'export.jsonl'> | undefined,
): Promise<void> {
  if (outcome === undefined || outcome.type === 'cancelled') return
  if (outcome.type === 'saved') {
    workspace.notices.done(`Exported ${count(outcome.lines, 'line')} to ${outcome.path}`)
    return
  }
  if (!(await workspace.download(outcome.url, outcome.name))) return
  workspace.notices.done(`Exported ${count(outcome.lines, 'line')} to ${outcome.name}`)
}
