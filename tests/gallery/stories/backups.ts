import { html, type TemplateResult } from 'lit'
import type { BackupEntry } from '../../../src/contract/models.ts'
import { ok } from '../../../src/core/result.ts'
import '../../../src/renderer/dialogs/backups-dialog.ts'
import { click, settled } from '../gestures.ts'
import { ARABIC_NAME, LONG_PATH } from '../samples.ts'
import { openScene, refused, type Scene } from '../scene.ts'
import { storiesOf } from '../story.ts'

/** Days before today that backups were made on, and what each would change. */
const BACKUPS: readonly (readonly [days: number, changes: Partial<BackupEntry>])[] = [
  [0, {}],
  [1, { changed: 3, newer: 2 }],
  [2, { changed: 11, gone: 1, newer: 2 }],
  [5, { changed: 24, newer: 9 }],
]

function backup(days: number, changes: Partial<BackupEntry>): BackupEntry {
  const moment = new Date(new Date().setHours(9, 14, 0, 0) - days * 86_400_000)
  const made = moment.toISOString()
  return { name: made.slice(0, 10), made, files: 64, changed: 0, gone: 0, newer: 0, ...changes }
}

async function backups(
  entries: readonly BackupEntry[],
  { answers, ...scene }: Scene = {},
): Promise<TemplateResult> {
  const workspace = await openScene({
    ...scene,
    answers: { 'backups.list': () => ok(entries), ...answers },
  })
  return html`<rubric-backups-dialog .workspace=${workspace}></rubric-backups-dialog>`
}

const ALL = BACKUPS.map(([days, changes]) => backup(days, changes))
const TEAM: Scene = {
  project: {
    annotators: [
      { id: 'ada-uenal', name: 'Ada Ünal' },
      { id: 'layla', name: ARABIC_NAME },
    ],
  },
}

async function confirm(element: HTMLElementTagNameMap['rubric-backups-dialog']): Promise<void> {
  await settled()
  await click(element, 'li:nth-child(2) input')
  await click(element, '.primary')
}

export const backupStories = [
  storiesOf('rubric-backups-dialog', { width: 680, height: 480 }, [
    {
      name: 'typical',
      shows: 'The latest is chosen, and as the project is now',
      render: () => backups(ALL),
    },
    {
      name: 'team',
      shows: 'Others mark here too: only one’s own marks are restored unless asked for',
      frame: { width: 680, height: 520 },
      render: () => backups(ALL, TEAM),
    },
    { name: 'empty', shows: 'No backup was made yet', render: () => backups([]) },
    {
      name: 'confirming',
      shows: 'What will happen, before it does',
      render: () => backups(ALL),
      act: confirm,
    },
    {
      name: 'done',
      shows: 'What was restored, and where the rest is',
      render: () =>
        backups(ALL, {
          answers: {
            'backups.restore': () =>
              ok({ files: 3, same: 61, aside: '.quarantine/2026-11-22T14-05-12-0a1b2c' }),
          },
        }),
      act: async (element) => {
        await confirm(element)
        await click(element, '.primary')
        await settled()
      },
    },
    {
      name: 'error',
      shows: 'Somebody else writes',
      frame: { width: 680, height: 560 },
      render: () =>
        backups(ALL, {
          answers: {
            'backups.restore': () =>
              refused(
                'Nothing was restored: The marks of layla are written in another Rubricator: layla on desk-3 (process 4711), since 2026-11-22 14:02 UTC',
              ),
          },
        }),
      act: async (element) => {
        await confirm(element)
        await click(element, '.primary')
        await settled()
      },
    },
    {
      name: 'long',
      shows: 'Ten days, and a folder that cannot be read',
      frame: { width: 680, height: 560 },
      render: () =>
        backups(
          Array.from({ length: 24 }, (_, days) => backup(days, { changed: 1200 + days, gone: 7 })),
          { answers: { 'backups.make': () => refused(`Could not write ${LONG_PATH}`) } },
        ),
      act: async (element) => {
        await settled()
        await click(element, '.make button')
        await settled()
      },
    },
    {
      name: 'narrow',
      shows: 'A narrow window',
      frame: { width: 320, height: 560 },
      render: () => backups(ALL, TEAM),
    },
  ]),
]
