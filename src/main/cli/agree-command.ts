import { agreementOf } from '../workbench/agreement/agreement-of.ts'
import { describeAgreement } from './agreement-table.ts'
import type { CommandLine } from './command-line.ts'
import { openProject, unreadFiles } from './open-project.ts'
import { doneWith, failed, type Outcome } from './outcome.ts'
import { print, showProgress } from './terminal.ts'

interface AgreeOptions {
  readonly annotators?: readonly string[]
  readonly labels?: readonly string[]
  readonly articles?: readonly string[]
  readonly json?: true
}

export function agreeCommand({ root, end }: CommandLine): void {
  root
    .command('agree')
    .description('measure how far annotators agree')
    .argument('<DIR>', "the project's folder")
    .option('--annotators <IDS>', 'only these, with commas between them', commaList)
    .option('--labels <NAMES>', 'only these, with commas between them', commaList)
    .option('--articles <IDS>', 'only these, with commas between them', commaList)
    .option('--json', 'as JSON with all digits, for programs')
    .addHelpText(
      'after',
      `
An article counts where at least two of the annotators have opened it. docs/agreement.md explains
each figure.

Examples:
  rubricator agree casualties
  rubricator agree casualties --annotators miriam-keller,tarik-aydin --labels claim,actor
  rubricator agree casualties --json | python3 -m json.tool`,
    )
    .action(async (folder: string, options: AgreeOptions) => end(await run(folder, options)))
}

async function run(folder: string, options: AgreeOptions): Promise<Outcome> {
  const opened = await openProject(folder)
  if (!opened.ok) return failed(opened.error)
  const { annotators = null, labels = null, articles = null, json } = options
  const progress = showProgress('Comparing articles')
  const question = { annotators, labels, articles, viewer: null }
  const measured = await agreementOf(opened.value, question, { progress: progress.tell })
  progress.end()
  if (!measured.ok) return failed(measured.error)
  const { agreement } = measured.value
  await print(json ? `${JSON.stringify(agreement, null, 2)}\n` : describeAgreement(agreement))
  return doneWith(unreadFiles(opened.value))
}

function commaList(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
