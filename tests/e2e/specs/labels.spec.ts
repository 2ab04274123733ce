import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { LabelsDialog } from '../pages/labels-dialog.ts'

const ANNOTATORS = ['miriam-keller', 'tarik-aydin']

let project = ''
let workbench: Workbench

// Both have marked all articles of the sample.
test.beforeEach(async ({ home, start, preparedProjects }) => {
  project = home.path('project')
  await preparedProjects.copy('sample', project)
  workbench = await start({ project })
  await workbench.window.welcome.begin('Miriam Keller')
  await expect(workbench.window.inspector.spans.first()).toBeVisible()
})

/** How many spans each label has on disk, of an annotator or of all. */
async function stored(of = ANNOTATORS): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const annotator of of) {
    const folder = path.join(project, 'annotations', annotator)
    const files = (await readdir(folder, { recursive: true })).filter((file) => /[\\/]/.test(file))
    for (const file of files) {
      const { spans } = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as {
        spans: { label: string }[]
      }
      for (const { label } of spans) counts[label] = (counts[label] ?? 0) + 1
    }
  }
  return counts
}

async function storedLabels(): Promise<string> {
  return readFile(path.join(project, 'project.json'), 'utf8')
}

test('a label is renamed, merged and deleted in everybody’s marks, and each can be undone', async () => {
  const { window, page } = workbench
  const labels = new LabelsDialog(page)
  const undo = window.message.getByRole('button', { name: 'Undo' })
  const [before, names, file] = [
    await stored(),
    await window.inspector.names(),
    await storedLabels(),
  ]
  const { actor = 0, claim = 0, date = 0 } = before
  const expectAsBefore = async (): Promise<void> => {
    await window.expectMessage('is back')
    await window.inspector.expectNames(names)
    expect(await stored()).toEqual(before)
    expect(await storedLabels()).toBe(file)
  }

  await test.step('rename', async () => {
    await labels.open()
    await labels.unfold('actor')
    await labels.proposeName(' agent ', `Renames ${actor} spans in 10 sets of 2 annotators.`)
    await labels.confirm('Rename')
    await window.expectMessage('Renamed “actor” to “agent”')
    await expect(window.labels.label('agent')).toBeVisible()
    await window.inspector.expectNames(names.map((name) => name.replace(/^actor:/, 'agent:')))
    const { actor: _, ...others } = before
    expect(await stored()).toEqual({ ...others, agent: actor })
    await undo.click()
    await expectAsBefore()
  })

  await test.step('merge', async () => {
    await window.choose('Labels…')
    await labels.unfold('claim')
    await labels.proposeMerge('date', `Gives ${claim} spans in 10 sets of 2 annotators`)
    await labels.confirm('Merge')
    await expect(window.labels.label('claim')).toBeHidden()
    await window.inspector.expectNames(names.map((name) => name.replace(/^claim:/, 'date:')))
    expect((await stored())['date']).toBe(claim + date)
    await undo.click()
    await expectAsBefore()
  })

  await test.step('delete, and undo it after a restart', async () => {
    await labels.open()
    await labels.unfold('actor')
    await labels.proposeRemoval(`Deletes ${actor} spans in 10 sets of 2 annotators.`)
    await labels.confirm('Delete')
    await window.inspector.expectNames(names.filter((name) => !name.startsWith('actor:')))
    expect(await stored()).not.toHaveProperty('actor')
    const again = await workbench.restart()
    await expect(again.labels.label('claim')).toBeVisible()
    const dialog = new LabelsDialog(workbench.page)
    await dialog.open()
    await dialog.button('Undo').click()
    await again.expectMessage('“actor” is back')
    await again.inspector.expectNames(names)
    expect(await stored()).toEqual(before)
    expect(await storedLabels()).toBe(file)
  })
})

test('undo in an article goes on beyond a change of a label', async () => {
  const { window, page } = workbench
  const labels = new LabelsDialog(page)
  const names = await window.inspector.names()
  await window.press('Escape', 'g', 'Delete')
  await expect.poll(() => window.inspector.names()).toHaveLength(names.length - 1)
  await window.status.expectSaved()
  await labels.open()
  await labels.unfold('date')
  await labels.proposeName('when', /Renames/)
  await labels.confirm('Rename')
  await expect(window.labels.label('when')).toBeVisible()
  await window.press('Mod+Z')
  await window.expectMessage('This step is about a label')
  await window.press('Mod+Z')
  await window.inspector.expectNames(names.map((name) => name.replace(/^date:/, 'when:')))
  await window.status.expectSaved()
})

test('a label is added, described and moved by the keyboard alone', async () => {
  const { window, page } = workbench
  const labels = new LabelsDialog(page)
  await new CommandPalette(page).choose('rename merge', /Labels…/)
  await expect(labels.root).toBeVisible()
  await page.getByRole('textbox', { name: 'Name of a new label' }).focus()
  await page.keyboard.type('place')
  await window.press('Enter')
  await expect(labels.row('place')).toHaveAttribute('aria-expanded', 'true')
  await labels.guideline.focus()
  await page.keyboard.type('A town, region or country.')
  await labels.key.focus()
  await page.keyboard.type('7')
  await labels.button('Move up').focus()
  await window.press('Enter')
  await expect
    .poll(storedLabels)
    .toMatch(/"place".+"key":"7","guideline":"A town, region or country\."[^]+"casualty figure"/)
  await window.press('Escape')
  await expect(labels.root).toBeHidden()
  await expect(window.labels.buttons).toHaveText([/claim/, /actor/, /date/, /place/, /casualty/])
  await window.press('Mod+End', '7')
  await expect(window.inspector.selected).toHaveAttribute('aria-label', /^place: /)
})

test('what cannot be is said where it happens', async () => {
  const { window, page } = workbench
  const labels = new LabelsDialog(page)
  await labels.open()
  await labels.unfold('date')
  await labels.name.fill('actor')
  await expect(labels.problem.first()).toContainText('There is a label “actor” already')
  await expect(labels.button('Rename…')).toBeDisabled()
  await labels.name.fill(' ')
  await expect(labels.problem.first()).toContainText('A label needs a name.')
  await labels.add('claim')
  await expect(labels.problem.filter({ hasText: '“claim” already' })).toBeVisible()
  await window.press('Escape')
  await expect(labels.root).toBeHidden()
})
