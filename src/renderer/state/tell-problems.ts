import type { CallReply } from '../../contract/calls.ts'
import { describeNewer } from '../../core/project/newer-project.ts'
import type { Notices } from './notices.ts'

type Project = CallReply<'workbench.state'>['project']

/**
 * Tells what is wrong with a project, as far as it is news.
 * @param before - What was told already; null when nothing was.
 */
export function tellProblems(notices: Notices, project: Project, before: Project): void {
  if (project === null) return
  const known = new Set(before?.problems.map(({ reason }) => reason))
  const problems = project.problems.filter(({ reason }) => !known.has(reason))
  const details = problems.map(({ file, reason }) => `${file}: ${reason}`)
  const { newerFormat } = project
  if (newerFormat !== null && (before?.newerFormat ?? null) === null) {
    notices.problem(`${describeNewer(newerFormat)}.`, details)
  } else if (problems.length > 0) {
    notices.problem(
      problems.length === 1
        ? 'Something is wrong with a file of this project. Everything else is open.'
        : `Something is wrong with ${problems.length} files of this project. Everything else is open.`,
      details,
    )
  }
}
