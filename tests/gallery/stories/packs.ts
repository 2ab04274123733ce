import { html, type TemplateResult } from 'lit'
import type { ConflictView, PackPreview, PackSummary } from '../../../src/contract/pack-models.ts'
import '../../../src/renderer/dialogs/pack-dialog.ts'
import '../../../src/renderer/dialogs/send-dialog.ts'
import type { PackPhase } from '../../../src/renderer/state/pack-work.ts'
import { ARABIC, ENGLISH, LONG_TITLE, LONG_WORD } from '../samples.ts'
import { MARKS, openScene, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

/** How far a pack is. */
interface Stage {
  readonly phase: PackPhase
  readonly preview?: PackPreview
  readonly summary?: PackSummary
  readonly problem?: string
  readonly progress?: { readonly done: number; readonly total: number }
}

async function dialog(stage: Stage): Promise<TemplateResult> {
  const workspace = await openScene()
  const { phase, preview, summary, problem } = workspace.packWork
  phase.set(stage.phase)
  preview.set(stage.preview ?? null)
  summary.set(stage.summary ?? null)
  problem.set(stage.problem ?? null)
  workspace.progress.set(stage.progress ?? null)
  return html`<rubric-pack-dialog .workspace=${workspace}></rubric-pack-dialog>`
}

async function sending(scene: Scene = { marks: MARKS }): Promise<TemplateResult> {
  const workspace = await openScene(scene)
  return html`<rubric-send-dialog .workspace=${workspace}></rubric-send-dialog>`
}

const NO_SETS = { new: 0, updated: 0, same: 0, older: 0, leftOut: 0 }
const QUIET: PackPreview = {
  project: 'Idlib 2020',
  made: '2026-03-01T10:00:00.000Z',
  by: { id: 'tarik-aydin', name: 'Tarik Aydın' },
  sets: { ...NO_SETS, new: 3, same: 12 },
  changes: [
    {
      article: ENGLISH.meta.title,
      annotator: 'Tarik Aydın',
      type: 'new',
      added: 30,
      changed: 0,
      removed: 0,
    },
  ],
  conflicts: { count: 0, first: [] },
  articles: { addable: 0, unknown: { count: 0, first: [] } },
  labels: [],
  spansLeftOut: 0,
  records: 0,
  problems: [],
}

const CONFLICTS: readonly ConflictView[] = [
  {
    kind: 'span',
    article: ENGLISH.meta.title,
    annotator: 'Tarik Aydın',
    here: { label: 'actor', quote: 'the BBC', note: 'Is a broadcaster an actor?', attributes: {} },
    theirs: { label: 'claim', quote: 'the BBC put it at 33', note: null, attributes: {} },
    taken: 'theirs',
  },
  {
    kind: 'span',
    article: ENGLISH.meta.title,
    annotator: 'Miriam Keller',
    here: {
      label: 'casualty figure',
      quote: 'at least 34\u00A0Turkish soldiers',
      note: null,
      attributes: { count: 34, outcome: 'wounded' },
    },
    theirs: {
      label: 'casualty figure',
      quote: 'at least 34\u00A0Turkish soldiers',
      note: null,
      attributes: { count: 34, hedged: true, outcome: 'killed' },
    },
    taken: 'theirs',
  },
  {
    kind: 'span',
    article: ARABIC.meta.title,
    annotator: 'Tarik Aydın',
    here: null,
    theirs: { label: 'date', quote: ARABIC.text.slice(0, 60), note: null, attributes: {} },
    taken: 'here',
  },
  {
    kind: 'status',
    article: LONG_TITLE,
    annotator: LONG_WORD,
    here: 'done',
    theirs: 'in-progress',
    taken: 'here',
  },
]

const BUSY: PackPreview = {
  ...QUIET,
  sets: { new: 3, updated: 7, same: 112, older: 2, leftOut: 4 },
  changes: [
    ...QUIET.changes,
    {
      article: LONG_TITLE,
      annotator: LONG_WORD,
      type: 'updated',
      added: 2,
      changed: 1,
      removed: 4,
    },
  ],
  conflicts: { count: CONFLICTS.length, first: CONFLICTS },
  articles: { addable: 2, unknown: { count: 2, first: [ARABIC.meta.title, LONG_TITLE] } },
  labels: [
    { name: 'toll', spans: 41, sets: 7 },
    { name: LONG_WORD, spans: 1, sets: 1 },
  ],
  spansLeftOut: 1,
  records: 86,
  problems: ['The marks of tarik-aydin are written in another Rubricator: ada on desk-3'],
}

const DONE: PackSummary = {
  sets: { ...NO_SETS, new: 3, updated: 7, leftOut: 4 },
  conflicts: 3,
  articles: 2,
  labels: ['toll'],
  spansLeftOut: 1,
  records: 86,
  problems: [],
  pack: '000001-0a1b2c',
}

export const packStories = [
  storiesOf('rubric-pack-dialog', { width: 760, height: 640 }, [
    {
      name: 'typical',
      shows: 'Three new sets, and nothing to decide',
      frame: { width: 760, height: 460 },
      render: () => dialog({ phase: 'ready', preview: QUIET }),
    },
    {
      name: 'everything',
      shows: 'Labels, articles and conflicts to look at',
      frame: { width: 760, height: 1100 },
      render: () => dialog({ phase: 'ready', preview: BUSY }),
    },
    {
      name: 'nothing new',
      shows: 'All of it is here already',
      frame: { width: 760, height: 360 },
      render: () =>
        dialog({
          phase: 'ready',
          preview: { ...QUIET, sets: { ...NO_SETS, same: 12 }, changes: [], by: null },
        }),
    },
    {
      name: 'looking',
      shows: 'What it would do is found out',
      frame: { width: 760, height: 280 },
      render: () => dialog({ phase: 'looking', progress: { done: 120, total: 400 } }),
    },
    {
      name: 'taking in',
      shows: 'It is written, and can still be cancelled',
      frame: { width: 760, height: 280 },
      render: () => dialog({ phase: 'taking', preview: BUSY, progress: { done: 300, total: 400 } }),
    },
    {
      name: 'done',
      shows: 'What came of it, with the way back',
      frame: { width: 760, height: 400 },
      render: () => dialog({ phase: 'done', summary: DONE }),
    },
    {
      name: 'error',
      shows: 'A file that is no sound pack',
      frame: { width: 760, height: 320 },
      render: () =>
        dialog({
          phase: 'ready',
          problem: 'line 12: the set: field "spans": span a2 is there twice',
        }),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 340, height: 900 },
      render: () => dialog({ phase: 'ready', preview: BUSY }),
    },
  ]),
  storiesOf('rubric-send-dialog', { width: 620, height: 520 }, [
    {
      name: 'typical',
      shows: 'What goes into the pack',
      render: () => sending(),
    },
    {
      name: 'nobody named',
      shows: 'No annotator and no article open',
      render: () => sending({ article: null, state: { annotator: null, lastArticle: null } }),
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 340, height: 600 },
      render: () => sending(),
    },
  ]),
]
