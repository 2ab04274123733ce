import path from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { LabelChoice, PackChoices } from '../../contract/pack-models.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { latestTaken } from '../store/packs/read-taken.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { reasonOf } from '../store/storage-error.ts'
import { unexpected } from '../workbench/failures.ts'
import { headerOf, describeProblem } from '../workbench/pack/pack-source.ts'
import { previewPack, takePack, type TakeOptions } from '../workbench/pack/take-pack.ts'
import { undoPack } from '../workbench/pack/undo-pack.ts'
import type { CommandLine } from './command-line.ts'
import { openToWrite } from './open-project.ts'
import { DONE, doneWith, failed, type Outcome } from './outcome.ts'
import { describePreview, describeSummary, describeUndone } from './pack-words.ts'
import { personHere } from './person-here.ts'
import { print, showProgress } from './terminal.ts'

interface UnpackOptions {
  readonly label?: PackChoices['labels']
  readonly addArticles: boolean
  readonly dryRun?: true
  readonly undo?: true
}

export function unpackCommand({ root, end }: CommandLine): void {
  root
    .command('unpack')
    .description('take a review pack into a project, or undo that')
    .argument('<DIR>', "the project's folder")
    .argument('[FILE]', 'the pack; none with --undo')
    .option(
      '--label <FROM=TO>',
      'what becomes of a label that is not here: FROM=TO, FROM=create or FROM=skip; may be repeated',
      gatherChoice,
    )
    .option('--no-add-articles', 'leave out articles that are not here')
    .option('--dry-run', 'only say what it would do')
    .option('--undo', 'undo the latest pack that was taken in')
    .addHelpText(
      'after',
      `
Nothing that is newer here is written over. Where both sides have changed the same span, the later
change counts, and both are told. "--label 'toll==create'" means a label that is called "create".

Examples:
  rubricator unpack casualties miriam.rubricator-pack.jsonl --dry-run
  rubricator unpack casualties miriam.rubricator-pack.jsonl --label toll="casualty figure"
  rubricator unpack casualties --undo`,
    )
    .action(async (folder: string, file: string | undefined, options: UnpackOptions, command) => {
      if ((file === undefined) !== (options.undo === true)) {
        command.error('error: name the project and a pack, or --undo: DIR FILE', { exitCode: 2 })
      }
      end(await (file === undefined ? undo(folder) : run(path.resolve(file), folder, options)))
    })
}

async function run(
  file: string,
  folder: string,
  { label: labels = [], addArticles, dryRun }: UnpackOptions,
): Promise<Outcome> {
  const source = { path: file }
  const by = await packMaker(file)
  if (!by.ok) return failed(by.error)
  const opened = await openToWrite(folder)
  if (!opened.ok) return failed(opened.error)
  const store = opened.value
  const choices = { labels, addArticles }
  const progress = showProgress('Reading articles')
  const options: TakeOptions = {
    by: by.value,
    at: new Date().toISOString(),
    progress: progress.tell,
  }
  if (dryRun === true) {
    const preview = await previewPack(store, source, choices, options)
    progress.end()
    if (!preview.ok) return failed(preview.error)
    await print(describePreview(preview.value))
    return doneWith(preview.value.problems)
  }
  const taken = await closing(store, () => takePack(store, source, choices, options))
  progress.end()
  if (!taken.ok) return failed(withHint(taken.error))
  await print(describeSummary(taken.value))
  return doneWith(taken.value.problems)
}

async function undo(folder: string): Promise<Outcome> {
  const opened = await openToWrite(folder)
  if (!opened.ok) return failed(opened.error)
  const store = opened.value
  const found = await latestTaken(store.folder)
  if (found === null) return failed('No review pack was taken in that could be undone')
  const { id, by: taker } = found.pack
  const by = (await personHere())?.id ?? taker
  const at = new Date().toISOString()
  const undone = await closing(store, () => undoPack(store, id, { by, at }))
  if (!undone.ok) return failed(undone.error)
  await print(describeUndone(undone.value))
  return DONE
}

/** A window asks for what is missing; a command says how to give it. */
function withHint(sentence: string): string {
  const isAboutLabels = sentence.startsWith('Choose what becomes of labels')
  return isAboutLabels ? `${sentence}; give --label FROM=TO, FROM=create or FROM=skip` : sentence
}

/** The project is closed in any case; what another process keeps from being written is told. */
async function closing<T>(
  store: ProjectStore,
  work: () => Promise<Result<T, { readonly message: string }>>,
): Promise<Result<T, string>> {
  try {
    const done = await work()
    return done.ok ? done : fail(done.error.message)
  } catch (error) {
    return fail(unexpected(error).message)
  } finally {
    await store.close()
  }
}

/** Who is written down as the one who takes a pack in: the person of this machine, or else who made it. */
async function packMaker(file: string): Promise<Result<string, string>> {
  try {
    const header = await headerOf({ path: file })
    if (!header.ok) return fail(`${file}: ${describeProblem(header.error)}`)
    const { by, annotators } = header.value
    return ok((await personHere())?.id ?? by?.id ?? annotators[0]?.id ?? 'unknown')
  } catch (error) {
    return fail(`${file} could not be read: ${reasonOf(error)}`)
  }
}

function gatherChoice(
  typed: string,
  before: readonly LabelChoice[] | undefined,
): readonly LabelChoice[] {
  return [...(before ?? []), choiceOf(typed)]
}

function choiceOf(typed: string): LabelChoice {
  const [, label = '', isName = '', to = ''] = /^([^=]+)=(=?)(.+)$/.exec(typed) ?? []
  if (label === '') {
    throw new InvalidArgumentError('Write FROM=TO, FROM=create or FROM=skip.')
  }
  if (isName === '' && (to === 'create' || to === 'skip')) return { label, as: { type: to } }
  return { label, as: { type: 'map', to } }
}
