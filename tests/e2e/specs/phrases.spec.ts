import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { PhrasePanel } from '../pages/phrase-panel.ts'
import { ReviewView } from '../pages/review.ts'

interface StoredRecord {
  readonly kind: string
  readonly step: string
  readonly reason?: string | null
  readonly outcome?: readonly { readonly label: string; readonly text: string }[]
}

/** Everything that was said in all reviews of a project, as it lies on disk. */
async function stored(project: string): Promise<readonly StoredRecord[]> {
  const folder = path.join(project, 'reviews')
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json'))
  const logs = await Promise.all(
    files.map(
      async (name) =>
        JSON.parse(await readFile(path.join(folder, name), 'utf8')) as {
          records: StoredRecord[]
        },
    ),
  )
  return logs.flatMap(({ records }) => records)
}

test('one decision on a phrase in all articles, by the keyboard, and one undo', async ({
  home,
  start,
  preparedProjects,
}) => {
  const project = home.path('project')
  await preparedProjects.copy('sample', project)
  const workbench = await start({ project })
  const { window, page } = workbench
  await window.welcome.begin('Maria Koch')
  await expect(window.library.options).toHaveCount(5)
  const review = new ReviewView(page)
  const phrases = new PhrasePanel(page)
  await review.show()
  await review.open('Delegation leaves Ankara with nothing agreed')

  await test.step('it begins with what is decided on', async () => {
    await window.press('f')
    await expect(phrases.phrase).toHaveValue(/diplomatic source$/)
    await expect(phrases.places.first()).toContainText('diplomatic source')
    await expect(phrases.label).toContainText('actor')
  })
  await test.step('another phrase is typed; all its places are ticked', async () => {
    await phrases.find('Idlib', 14)
    await expect(phrases.ticked).toHaveCount(14)
    await window.press('ArrowDown', 'Space', '2')
    await expect(phrases.ticked).toHaveCount(13)
    await expect(phrases.label).toContainText('actor')
  })
  await test.step('one key decides them', async () => {
    await phrases.reason.fill('A place that acts')
    await window.press('Enter')
    await expect(phrases.list).toBeFocused()
    await window.press('Enter')
    await window.expectMessage('Decided 13 places in 5 articles.')
    await expect(phrases.places.filter({ hasText: '✓ actor' })).toHaveCount(13)
    await expect(phrases.ticked).toHaveCount(1)
    const verdicts = await stored(project)
    expect(new Set(verdicts.map(({ step }) => step)).size).toBe(1)
    for (const { outcome, reason } of verdicts) {
      expect(outcome).toMatchObject([{ label: 'actor', text: 'Idlib' }])
      expect(reason).toBe('A place that acts')
    }
  })
  await test.step('one undo takes all of it back', async () => {
    await window.message.getByRole('button', { name: 'Undo' }).click()
    await window.expectMessage('Took the decision on 13 places in 5 articles back')
    await expect(phrases.ticked).toHaveCount(14)
    const said = await stored(project)
    expect(said.filter(({ kind }) => kind === 'withdrawal')).toHaveLength(5)
  })
  await test.step('Escape leads back to the text', async () => {
    await phrases.list.focus()
    await window.press('Escape')
    await expect(review.text).toBeFocused()
  })
})
