import { html, type TemplateResult } from 'lit'
import type { ImportSummary, StagedItem } from '../../../src/contract/models.ts'
import '../../../src/renderer/dialogs/import-dialog.ts'
import { ImportSession, type ImportPhase } from '../../../src/renderer/state/import-session.ts'
import { ARABIC, ENGLISH, LONG_PATH, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { openScene } from '../scene.ts'
import { storiesOf } from '../story.ts'

/** How far an import is. */
interface Stage {
  readonly phase: ImportPhase
  readonly items?: readonly StagedItem[]
  readonly pending?: number | null
  readonly skipped?: number
  readonly problem?: string
  readonly summary?: ImportSummary
  readonly progress?: { readonly done: number; readonly total: number }
}

async function dialog(stage: Stage): Promise<TemplateResult> {
  const { phase, items = [], pending = 0, skipped = 0, problem = null, summary = null } = stage
  const workspace = await openScene()
  const session = new ImportSession(workspace)
  session.phase.set(phase)
  session.items.set(items.map((item, index) => ({ index, item, rank: 0 })))
  session.pending.set(pending)
  session.skipped.set(skipped)
  session.problem.set(problem)
  session.summary.set(summary)
  workspace.progress.set(stage.progress ?? null)
  return html`<rubric-import-dialog
    .workspace=${workspace}
    .session=${session}
  ></rubric-import-dialog>`
}

function article(name: string, title: string, more: Partial<StagedItem> = {}): StagedItem {
  const read = { encoding: 'UTF-8', guessed: false, excerpt: ENGLISH.text, duplicateOf: null }
  return { kind: 'article', name, title, ...read, ...more } as StagedItem
}

const PROBLEM: StagedItem = {
  kind: 'problem',
  name: 'scan-of-page-3.txt',
  reason: 'This is not text: it holds bytes that no text has.',
  encoding: 'Windows-1252',
}
const KNOWN = article('night-strike.txt', ENGLISH.meta.title, { duplicateOf: ENGLISH.meta.title })
const GUESSED = article('idlib-night.txt', ARABIC.meta.title, {
  encoding: 'Windows-1256',
  guessed: true,
  excerpt: ARABIC.text,
})
const DATASET: StagedItem = { kind: 'dataset', name: 'round-1.jsonl', articles: 120, sets: 240 }

const NOTHING: ImportSummary = {
  articles: 0,
  sets: 0,
  firstArticle: null,
  duplicates: [],
  problems: [],
  added: [],
}

export const importStories = [
  storiesOf('rubric-import-dialog', { width: 820, height: 600 }, [
    {
      name: 'typical',
      shows: 'What was read, with what needs a look',
      render: () =>
        dialog({ phase: 'ready', items: [PROBLEM, GUESSED, KNOWN, DATASET], skipped: 14 }),
    },
    {
      name: 'searching',
      shows: 'Folders are being looked through',
      frame: { width: 820, height: 320 },
      render: () => dialog({ phase: 'reading', pending: null }),
    },
    {
      name: 'reading',
      shows: 'Some files are read',
      frame: { width: 820, height: 320 },
      render: () => dialog({ phase: 'reading', items: [KNOWN, DATASET], pending: 5 }),
    },
    {
      name: 'writing',
      shows: 'It cannot be left now',
      frame: { width: 820, height: 320 },
      render: () => dialog({ phase: 'committing', progress: { done: 400, total: 1200 } }),
    },
    {
      name: 'empty',
      shows: 'Nothing to import in what was chosen',
      frame: { width: 820, height: 320 },
      render: () => dialog({ phase: 'ready', skipped: 3 }),
    },
    {
      name: 'error',
      shows: 'Writing failed: the project is as it was',
      frame: { width: 820, height: 400 },
      render: () =>
        dialog({
          phase: 'ready',
          items: [DATASET],
          problem: 'There is no space left on the disk.',
        }),
    },
    {
      name: 'long',
      shows: 'Names and titles without a place to break them',
      render: () =>
        dialog({
          phase: 'ready',
          items: [
            { ...PROBLEM, name: `${LONG_PATH}/scan.txt` },
            article(`${LONG_PATH}/first.txt`, LONG_TITLE, { duplicateOf: LONG_WORD }),
            article(`${LONG_PATH}/second.txt`, LONG_WORD, { guessed: true }),
          ],
        }),
    },
    {
      name: 'right to left',
      shows: 'An Arabic article: its excerpt starts at the right',
      frame: { width: 820, height: 400 },
      render: () => dialog({ phase: 'ready', items: [GUESSED] }),
    },
    {
      name: 'done',
      shows: 'What came in, what did not, and what was added',
      render: () =>
        dialog({
          phase: 'done',
          summary: {
            ...NOTHING,
            articles: 121,
            sets: 240,
            duplicates: [{ name: 'night-strike.txt', title: ENGLISH.meta.title }],
            problems: [{ name: 'scan-of-page-3.txt', reason: 'This is not text.' }],
            added: ['the label “weapon”', 'the annotator Tarık Aydın'],
          },
        }),
    },
    {
      name: 'done, nothing new',
      shows: 'All of it was there already',
      frame: { width: 820, height: 320 },
      render: () => dialog({ phase: 'done', summary: NOTHING }),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 400, height: 600 },
      render: () => dialog({ phase: 'ready', items: [PROBLEM, GUESSED, DATASET] }),
    },
  ]),
]
