import { cp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Desk } from '../../support/desk.ts'
import { expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import { FeedbackPanel } from '../pages/feedback-panel.ts'
import { PackDialogs } from '../pages/pack-dialogs.ts'
import { ReviewView } from '../pages/review.ts'
import type { Workbench } from '../hosts/workbench.ts'

const TITLE = 'Delegation leaves Ankara with nothing agreed'
const CHEN = 'chen'
/** What Chen marks: as both others do, as one of them does, and what nobody else has marked. */
const MARKS = [
  ['Russia’s negotiators', 'actor'],
  ['a diplomatic source', 'actor'],
  ['8 to 10 February', 'date'],
  ['the two sides', 'actor'],
] as const

interface Adjudicated {
  readonly status: string
  readonly spans: readonly { readonly id: string; readonly text: string }[]
  readonly review: {
    readonly status: string
    readonly open: number
    readonly verdicts: readonly {
      readonly by: string
      readonly stands: boolean
      readonly spans: readonly string[]
      readonly ground: readonly { readonly annotator: string }[]
    }[]
  }
}

test('a review goes round: packs, verdicts, questions, answers, only what changed, approval', async ({
  home,
  start,
  preparedProjects,
}) => {
  test.slow()
  const [project, desk] = [home.path('Idlib'), home.path('Chen')]
  await preparedProjects.copy('sample', project)
  const sent = home.path('chen-1.rubricator-pack.jsonl')
  await test.step('Chen marks on another desk, and sends a pack', async () => {
    await cp(project, desk, { recursive: true })
    await rm(path.join(desk, 'annotations'), { recursive: true })
    await markAsChen(desk)
    await home.run('pack', desk, '--annotator', CHEN, '--out', sent)
  })

  let decided = 0
  await test.step('the reviewer takes it in, decides everything, comments and asks for changes', async () => {
    const { workbench, review } = await sitDown(start, home, project, 'Maria Koch')
    await takeIn(workbench, sent, '1 new set taken in.')
    await openReview(review)
    await expect(review.annotator('CHEN')).toBeVisible()
    await workbench.window.press('a')
    await expect(review.progress).toContainText(/^\s*[1-9]/)
    decided = await review.openCount()
    await review.disagreements.filter({ hasText: 'the two sides' }).click()
    await workbench.window.press('x')
    await expect(review.waiting).toHaveCount(decided - 1)
    await decideAll(workbench, review, decided - 1)
    await review.disagreements.filter({ hasText: 'a diplomatic source' }).click()
    await workbench.window.press('c')
    await review.page.keyboard.type('Why the article?')
    await workbench.window.press('Enter')
    await expect(review.card).toContainText('Why the article?')
    await workbench.window.press('Shift+C')
    await workbench.window.status.expectSaved()
    await workbench.close()
  })

  const back = home.path('back.rubricator-pack.jsonl')
  const again = home.path('chen-2.rubricator-pack.jsonl')
  await test.step('Chen reads what was changed, answers, changes one mark, and sends again', async () => {
    await home.run('pack', project, '--out', back)
    await home.run('unpack', desk, back)
    const { workbench } = await sitDown(start, home, desk, 'Chen')
    await workbench.window.library.open(TITLE)
    const feedback = new FeedbackPanel(workbench.page)
    await expect(feedback.root).toContainText('Changes asked')
    await feedback.choose('the two sides')
    await feedback.chosen.getByRole('button', { name: 'Delete mine too' }).click()
    await expect(feedback.chosen.getByRole('img', { name: 'followed' })).toBeVisible()
    await feedback.answer.fill('They are nobody in particular, you are right.')
    await feedback.answer.press('Enter')
    await expect(feedback.chosen).toContainText('nobody in particular')
    await workbench.window.status.expectSaved()
    await workbench.close()
    await home.run('pack', desk, '--annotator', CHEN, '--out', again)
  })

  await test.step('only what changed is asked again; then it is approved and exported', async () => {
    const { workbench, review } = await sitDown(start, home, project, 'Maria Koch')
    const { window, page } = workbench
    await takeIn(workbench, again, /1 updated set/)
    await openReview(review)
    await expect(review.waiting).toHaveCount(1)
    await expect(review.waiting).toContainText('changed since')
    await decideAll(workbench, review, 1)
    await window.press('Shift+A')
    const row = review.rows.filter({ hasText: TITLE })
    await expect(row).toHaveAccessibleDescription(/approved/)
    await window.status.expectSaved()

    const file = home.path('adjudicated.jsonl')
    await workbench.host.saveAs(file, async () => {
      await window.choose('Export Adjudicated Sets…')
      await page.getByRole('button', { name: 'Export 1 article' }).click()
    })
    await window.expectMessage(/Exported 1 line to /)
    const line = JSON.parse(await readFile(file, 'utf8')) as Adjudicated
    expect(line).toMatchObject({ status: 'done', review: { status: 'approved', open: 0 } })
    const { verdicts } = line.review
    expect(verdicts.length).toBeGreaterThan(decided)
    expect(verdicts.every(({ by, stands }) => by === 'maria-koch' && stands)).toBe(true)
    expect(new Set(verdicts.flatMap(({ spans }) => spans))).toEqual(
      new Set(line.spans.map(({ id }) => id)),
    )
    expect(verdicts.some(({ ground }) => ground.some(({ annotator }) => annotator === CHEN))).toBe(
      true,
    )
  })
})

async function markAsChen(folder: string): Promise<void> {
  const desk = await Desk.open(folder)
  const article = desk.store.articles().find(({ meta }) => meta.title === TITLE)?.id ?? ''
  for (const [index, [quote, label]] of MARKS.entries()) {
    await desk.at(index).mark(article, CHEN, quote, label)
  }
  await desk.at(9).edit(article, CHEN, { type: 'status', status: 'done' })
  await desk.store.close()
}

/** Somebody sits down at a project. */
async function sitDown(
  start: (options: { project: string }) => Promise<Workbench>,
  home: Home,
  project: string,
  name: string,
): Promise<{ workbench: Workbench; review: ReviewView }> {
  await home.forgetPerson()
  const workbench = await start({ project })
  await workbench.window.welcome.begin(name)
  await expect(workbench.window.library.options).toHaveCount(5)
  return { workbench, review: new ReviewView(workbench.page) }
}

async function takeIn(workbench: Workbench, file: string, outcome: string | RegExp): Promise<void> {
  const packs = new PackDialogs(workbench.page)
  await workbench.importByDialog([file])
  await packs.takeButton.click()
  await expect(packs.outcome).toContainText(outcome)
  await packs.close('Done')
}

async function openReview(review: ReviewView): Promise<void> {
  await review.show()
  await review.open(TITLE)
}

/** Takes the version that is framed wherever something is open. */
async function decideAll({ window }: Workbench, review: ReviewView, open: number): Promise<void> {
  for (let left = open; left > 0; left--) {
    await window.press('Enter')
    await expect(review.waiting).toHaveCount(left - 1)
  }
}
