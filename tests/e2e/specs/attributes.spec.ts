import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Label } from '../../../src/core/annotation/label-set.ts'
import { ANNOTATOR, expect, test } from '../fixtures.ts'
import type { Home } from '../hosts/home.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { CommandPalette } from '../pages/command-palette.ts'
import { HistoryPanel } from '../pages/history-panel.ts'
import { LabelsDialog } from '../pages/labels-dialog.ts'
import { longestArticle } from '../support/articles.ts'
import { checkExport } from '../support/exported.ts'

/** The attributes of a label in the project's file. */
async function storedAttributes(home: Home, label: string): Promise<Label['attributes']> {
  const file = await readFile(path.join(home.path('Casualties'), 'project.json'), 'utf8')
  const { labels } = JSON.parse(file) as { labels: Label[] }
  return labels.find(({ name }) => name === label)?.attributes ?? []
}

async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.importByDialog([longestArticle().path])
  await workbench.window.imports.commit('1 article imported.')
  await workbench.window.imports.finish()
  await expect(workbench.window.reader.region).toBeVisible()
}

/** What the selected span says, as its row tells it. */
async function expectSaid(workbench: Workbench, label: string, said: string): Promise<void> {
  const name = new RegExp(`^${label}: .+?${said === '' ? '[^)]' : ` \\(${said}\\)`}$`, 'u')
  await expect(workbench.window.inspector.selected).toHaveAttribute('aria-label', name)
}

test('values are given by the keyboard alone, undone, kept through a relabel and a restart, and exported', async ({
  workbench,
}) => {
  const { window, page } = workbench
  const { inspector } = window
  await openArticle(workbench)

  await test.step('give', async () => {
    await window.press('Mod+Home', '4')
    await expectSaid(workbench, 'casualty figure', '')
    await window.press('v')
    await expect(inspector.value('count')).toBeFocused()
    await page.keyboard.type('34')
    await window.press('Tab')
    await expect(inspector.value('outcome')).toBeFocused()
    await page.keyboard.type('k')
    await window.press('Enter')
    await expect(window.reader.region).toBeFocused()
    await expectSaid(workbench, 'casualty figure', 'count 34, outcome killed')
    await expect(inspector.selected).toContainText('34 · killed')
  })

  await test.step('undo and redo', async () => {
    await window.press('Mod+Z')
    await expectSaid(workbench, 'casualty figure', 'count 34')
    await expect(inspector.value('outcome')).toHaveValue('0')
    await window.press('Mod+Z')
    await expectSaid(workbench, 'casualty figure', '')
    await expect(inspector.value('count')).toHaveValue('')
    await window.press('Mod+Y', 'Mod+Y')
    await expectSaid(workbench, 'casualty figure', 'count 34, outcome killed')
    await expect(inspector.value('count')).toHaveValue('34')
  })

  await test.step('another label keeps them, as foreign to it', async () => {
    await window.press('1')
    await expectSaid(workbench, 'claim', 'count 34, outcome killed')
    await expect(inspector.card).toContainText('Not attributes of claim')
    await expect(inspector.value('count')).toBeHidden()
    await window.press('v')
    await window.expectMessage('“claim” has no attributes.')
    await inspector.removal('count').focus()
    await window.press('Enter')
    await expectSaid(workbench, 'claim', 'outcome killed')
    await expect(inspector.removal('outcome')).toBeFocused()
    await window.press('Mod+Z')
    await expectSaid(workbench, 'claim', 'count 34, outcome killed')
  })

  await test.step('the history tells them', async () => {
    const history = new HistoryPanel(page)
    await window.press('Mod+Shift+H')
    await history.expectRows([
      '“.+” undid: count deleted, was 34',
      '“.+” count deleted, was 34',
      '“.+” relabelled casualty figure to claim',
      '“.+” redid: outcome set to killed',
      '“.+” redid: count set to 34',
      '“.+” undid: count set to 34',
      '“.+” undid: outcome set to killed',
      '“.+” outcome set to killed',
      '“.+” count set to 34',
      '“.+” marked as casualty figure',
      'Beginning',
    ])
    await window.press('Escape')
  })

  await window.status.expectSaved()
  const again = await workbench.restart()
  await expect(again.inspector.spans).toHaveCount(1)
  await again.reader.region.focus()
  await again.press('g')
  await expectSaid(workbench, 'claim', 'count 34, outcome killed')
  await again.press('4')
  await expect(again.inspector.value('count')).toHaveValue('34')
  await again.status.expectSaved()

  const [record] = await checkExport(await workbench.saveExport())
  expect(record?.spans).toHaveLength(1)
  expect(record?.spans[0]).toMatchObject({
    label: 'casualty figure',
    attributes: { count: 34, outcome: 'killed' },
  })
})

test('what cannot be used stays in its field and is not saved', async ({ workbench }) => {
  const { window, page } = workbench
  const { inspector } = window
  const problem = inspector.card.getByRole('alert')
  await openArticle(workbench)
  await window.press('Mod+Home', '4')
  await new CommandPalette(page).choose('attributes', /Fill in the attributes/)
  await expect(inspector.value('count')).toBeFocused()
  await page.keyboard.type('several dozen')
  await window.press('Enter')
  await expect(problem).toContainText('not a number')
  await expect(inspector.value('count')).toBeFocused()
  await expect(inspector.value('count')).toHaveAccessibleDescription(/not a number/)
  await window.press('Escape')
  await expect(window.reader.region).toBeFocused()
  await expectSaid(workbench, 'casualty figure', '')

  await test.step('it is told, and is there when one comes back', async () => {
    await window.press('Escape', 'Mod+End', '4')
    await expect(inspector.spans).toHaveCount(2)
    await window.expectProblem('“several dozen” is not saved as count')
    await expect(inspector.value('count')).toHaveValue('')
    await window.press('Shift+Tab')
    await expect(inspector.value('count')).toHaveValue('several dozen')
    await window.press('Mod+Shift+H')
    await expect(inspector.card).toBeHidden()
    await window.press('Escape')
    await expect(inspector.value('count')).toHaveValue('several dozen')
    await window.press('v')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('٣٦')
    await window.press('Enter')
    await expect(problem).toHaveCount(0)
    await expectSaid(workbench, 'casualty figure', 'count 36')
  })

  await test.step('what was typed counts when its span is left', async () => {
    await window.press('v')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('37')
    await inspector.spans.last().click()
    await expect(inspector.value('count')).toHaveValue('')
    await inspector.spans.first().click()
    await expectSaid(workbench, 'casualty figure', 'count 37')
  })
})

test('attributes are defined in the labels dialog, and spans keep what they have', async ({
  workbench,
  home,
}) => {
  const { window, page } = workbench
  const { inspector } = window
  const labels = new LabelsDialog(page)
  await openArticle(workbench)

  await test.step('define one of each type, by the keyboard', async () => {
    await labels.open()
    await labels.unfold('claim')
    await labels.addAttribute('certainty')
    const certainty = labels.definition('certainty')
    await expect(certainty.getByRole('combobox', { name: 'Type' })).toBeFocused()
    await page.keyboard.type('Choice')
    await window.press('Tab')
    await page.keyboard.type('high\nlow\nhigh')
    await window.press('Tab')
    await expect(certainty.getByRole('alert').filter({ hasText: 'there twice' })).toBeVisible()
    expect(await storedAttributes(home, 'claim')).toEqual([{ name: 'certainty', type: 'text' }])
    await certainty.getByRole('textbox', { name: 'Choices, one a line' }).fill('high\nlow')
    await labels.addAttribute('weight')
    const weight = labels.definition('weight')
    await weight.getByRole('combobox', { name: 'Type' }).selectOption('Number')
    await weight.getByRole('textbox', { name: 'Minimum' }).fill('0')
    await weight.getByRole('textbox', { name: 'Maximum' }).fill('1')
    await labels.addAttribute('quoted')
    const quoted = labels.definition('quoted')
    await quoted.getByRole('combobox', { name: 'Type' }).selectOption('Yes or no')
    await quoted.getByRole('button', { name: 'Move up' }).focus()
    await window.press('Enter', 'Enter')
    await expect
      .poll(() => storedAttributes(home, 'claim'))
      .toEqual([
        { name: 'quoted', type: 'boolean' },
        { name: 'certainty', type: 'choice', choices: ['high', 'low'] },
        { name: 'weight', type: 'number', minimum: 0, maximum: 1 },
      ])
    await expect(quoted.getByRole('button', { name: 'Move down' })).toBeFocused()
    await labels.newAttribute.fill('weight')
    await labels.newAttribute.press('Enter')
    await expect(labels.problem.filter({ hasText: '“weight” already' })).toBeVisible()
    await window.press('Escape')
    await expect(labels.root).toBeHidden()
  })

  await test.step('they are asked for', async () => {
    await window.press('Mod+Home', '1', 'v')
    await expect(inspector.value('quoted')).toBeFocused()
    await page.keyboard.type('n')
    await window.press('Tab')
    await page.keyboard.type('h')
    await window.press('Tab')
    await page.keyboard.type('0.5')
    await window.press('Enter')
    await expectSaid(workbench, 'claim', 'quoted no, certainty high, weight 0.5')
  })

  await test.step('a new name and a deletion leave the values', async () => {
    await labels.open()
    await labels.unfold('claim')
    await labels.attribute('certainty').click()
    const certainty = labels.definition('certainty')
    await certainty.getByRole('textbox', { name: 'Name' }).fill('how sure')
    await window.press('Tab')
    await expect(labels.definition('how sure')).toBeVisible()
    await expect(
      labels.definition('how sure').getByRole('combobox', { name: 'Type' }),
    ).toBeFocused()
    await labels.attribute('weight').click()
    const weight = labels.definition('weight')
    await weight.getByRole('button', { name: 'Delete weight…' }).click()
    await expect(weight.getByRole('status')).toContainText('keep it')
    await weight.getByRole('button', { name: 'Delete weight', exact: true }).click()
    await expect(labels.attribute('weight')).toHaveCount(0)
    await window.press('Escape')
    await expect(labels.root).toBeHidden()
    expect(await storedAttributes(home, 'claim')).toEqual([
      { name: 'quoted', type: 'boolean' },
      { name: 'how sure', type: 'choice', choices: ['high', 'low'] },
    ])
    await expectSaid(workbench, 'claim', 'quoted no, certainty high, weight 0.5')
    await expect(inspector.removal('weight')).toBeVisible()
    await expect(inspector.value('how sure')).toHaveValue('0')
  })

  await test.step('a choice that is gone is shown, and can be changed', async () => {
    await inspector.value('how sure').selectOption('low')
    await labels.open()
    await labels.unfold('claim')
    await labels.attribute('how sure').click()
    const choices = labels.definition('how sure').getByRole('textbox', { name: 'Choices' })
    await choices.fill('certain\nunsure')
    await window.press('Tab', 'Escape')
    await expect(labels.root).toBeHidden()
    const sure = inspector.value('how sure')
    await expect(sure).toHaveAccessibleDescription('not one of the choices: certain, unsure')
    await expect(sure.getByRole('option', { selected: true })).toHaveText('low')
    await sure.selectOption('unsure')
    await expect(sure).not.toHaveAttribute('aria-invalid')
    await expectSaid(workbench, 'claim', 'quoted no, how sure unsure, certainty high, weight 0.5')
  })
})

test('what is typed while the disk is behind stays where it is typed', async ({
  home,
  start,
  preparedProjects,
}) => {
  const diskGate = home.path('the disk waits')
  await preparedProjects.copy('empty', home.path('Casualties'))
  const { window, page } = await start({ project: home.path('Casualties'), diskGate })
  const labels = new LabelsDialog(page)
  await window.welcome.begin(ANNOTATOR)
  await labels.open()
  await labels.unfold('claim')
  await labels.addAttribute('weight')
  const weight = labels.definition('weight')
  const maximum = weight.getByRole('textbox', { name: 'Maximum' })

  await test.step('in the definition of an attribute', async () => {
    await writeFile(diskGate, '')
    await weight.getByRole('combobox', { name: 'Type' }).selectOption('Number')
    await weight.getByRole('textbox', { name: 'Minimum' }).focus()
    await page.keyboard.type('0')
    await window.press('Tab')
    await page.keyboard.type('1')
    await rm(diskGate)
    await expect
      .poll(() => storedAttributes(home, 'claim'))
      .toEqual([{ name: 'weight', type: 'number', minimum: 0, maximum: null }])
    await expect(maximum).toHaveValue('1')
    await window.press('Tab')
    await expect
      .poll(() => storedAttributes(home, 'claim'))
      .toEqual([{ name: 'weight', type: 'number', minimum: 0, maximum: 1 }])
  })

  await test.step('in the properties of the label', async () => {
    await writeFile(diskGate, '')
    await labels.letter.fill('Cl')
    await labels.guideline.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Mark what')
    await rm(diskGate)
    await expect(labels.row('claim').getByText('Cl', { exact: true })).toBeVisible()
    await page.keyboard.type(' is said')
    await expect(labels.guideline).toHaveValue('Mark what is said')
  })
})
