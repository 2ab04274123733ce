import { html, type TemplateResult } from 'lit'
import { emptySet } from '../../../src/core/annotation/annotation-set.ts'
import { fail, ok } from '../../../src/core/result.ts'
import '../../../src/renderer/dialogs/unsaved-dialog.ts'
import type { GivingUp } from '../../../src/renderer/state/unsaved-work.ts'
import { click, settled } from '../gestures.ts'
import { ARABIC_NAME, ENGLISH, LONG_PATH, LONG_WORD } from '../samples.ts'
import { ARTICLE, articleOf, MARKS, openScene, spansOn, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

const FULL = 'Could not write /home/ada/Rubricator/Idlib 2020/annotations: the disk is full'

/** A review of the article in which two have marked different things, and whose verdicts are refused. */
const REVIEWED: NonNullable<Scene['answers']> = {
  'review.queue': () => ok([]),
  'review.record': () => fail({ code: 'storage', message: FULL }),
  'review.open': () =>
    ok({
      article: ARTICLE,
      text: ENGLISH.text,
      meta: ENGLISH.meta,
      sets: ['ana', 'bilal'].map((annotator, index) => ({
        ...emptySet(ARTICLE, annotator),
        status: 'done' as const,
        spans: [...spansOn(ENGLISH.text, MARKS.slice(index, index + 1))],
      })),
      hidden: [],
      records: [],
    }),
}

/** Asks about some marks that the disk has not taken. */
async function asking(
  purpose: GivingUp,
  { reason = FULL, ...scene }: Scene & { readonly reason?: string } = {},
): Promise<TemplateResult> {
  const refuse = () => fail({ code: 'storage', message: reason } as const)
  const workspace = await openScene({
    marks: MARKS,
    ...scene,
    answers: { 'annotations.apply': refuse, ...scene.answers },
  })
  const session = articleOf(workspace)
  session.mark('actor', { start: 0, end: 4 }, 'keyboard')
  session.edit([{ type: 'status', status: 'done' }])
  await workspace.flush()
  void workspace.unsaved.mayGo(purpose)
  return html`<rubric-unsaved-dialog .workspace=${workspace}></rubric-unsaved-dialog>`
}

export const unsavedStories = [
  storiesOf('rubric-unsaved-dialog', { width: 640, height: 420 }, [
    {
      name: 'typical',
      shows: 'The window is closed while the disk is full',
      render: () => asking('close'),
    },
    { name: 'another project', shows: 'Another project is opened', render: () => asking('open') },
    { name: 'discarding', shows: 'The person has given up', render: () => asking('discard') },
    {
      name: 'verdicts',
      shows: 'Decisions and a comment in the review of the article are not saved either',
      render: () => asking('close', { answers: REVIEWED }),
      act: async ({ workspace }) => {
        await workspace.review.open(ARTICLE)
        const review = workspace.review.session.get()
        review?.take(0)
        review?.comment('Is the hedge part of it?', null)
        await workspace.flush()
        await settled()
      },
    },
    {
      name: 'exported',
      shows: 'The marks are in another place by now',
      frame: { width: 640, height: 460 },
      render: () =>
        asking('close', {
          answers: {
            'export.unsaved': () =>
              ok({ type: 'saved', path: '/media/stick/unsaved-marks.jsonl', lines: 1 }),
          },
        }),
      act: (element) => click(element, '.export'),
    },
    {
      name: 'error',
      shows: 'The other place does not take them either',
      render: () =>
        asking('close', {
          answers: {
            'export.unsaved': () =>
              fail({ code: 'storage', message: '/media/stick could not be written: it is gone.' }),
          },
        }),
      act: (element) => click(element, '.export'),
    },
    {
      name: 'trying',
      shows: 'The disk takes its time to answer',
      render: () => asking('close'),
      act: async (element) => {
        element.workspace.unsaved.isTrying.set(true)
        await settled()
      },
    },
    {
      name: 'long',
      shows: 'A reason and a title without a place to break them',
      frame: { width: 640, height: 480 },
      render: async () => asking('close', { reason: `Could not write ${LONG_PATH}/${LONG_WORD}` }),
      act: async (element) => {
        const session = articleOf(element.workspace)
        session.meta.set({ ...session.meta.get(), title: LONG_WORD.repeat(3) })
        await settled()
      },
    },
    {
      name: 'right to left',
      shows: 'An Arabic title',
      render: () => asking('close'),
      act: async (element) => {
        const session = articleOf(element.workspace)
        session.meta.set({ ...session.meta.get(), title: ARABIC_NAME })
        await settled()
      },
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 560 },
      render: () => asking('close'),
    },
  ]),
]
