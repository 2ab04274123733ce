import { existsSync } from 'node:fs'
import path from 'node:path'
import { ElectronHost } from '../hosts/electron-host.ts'
import type { Workbench } from '../hosts/workbench.ts'
import { expect, test } from '../fixtures.ts'

test('asks for a name, then opens the sample project', async ({ start }) => {
  const { window } = await start()
  await expect(window.welcome.root).toBeVisible()
  await expect(window.welcome.name).toBeFocused()
  await window.press('Escape', 'Escape')
  await expect(window.welcome.root, 'it cannot be left without an answer').toBeVisible()

  await window.welcome.begin('  Zoë Çelik ')
  await window.expectProject('Sample project')
  await expect(window.library.options).toHaveCount(5)
  await expect(window.library.selected).toHaveCount(1)
  await expect(window.reader.blocks.first()).toBeVisible()
  await window.status.expectText('Zoë Çelik')
  await window.status.expectSaved()
})

test('takes the name with the keyboard alone, and changes it later', async ({ start }) => {
  const workbench = await start()
  let { window } = workbench
  await expect(window.welcome.name).toBeFocused()
  await workbench.page.keyboard.type('Zoë')
  await window.press('Enter')
  await window.expectProject('Sample project')

  await window.choose('Annotator…')
  await window.projects.rename('Zoë Çelik')
  await window.status.expectText('Zoë Çelik')

  window = await workbench.restart()
  await window.expectProject('Sample project')
  await expect(window.welcome.root).toBeHidden()
  await window.status.expectText('Zoë Çelik')
})

test('may be closed at any moment while it opens', async ({ start }) => {
  const workbench = await start()
  for (let round = 0; round < 4; round++) await workbench.restart()
  await expect(workbench.window.welcome.root).toBeVisible()
})

test('makes a project, opens it again, and keeps the recent ones', async ({ home, start }) => {
  const workbench = await start()
  const { window } = workbench
  await window.welcome.begin('Zoë')
  await window.expectProject('Sample project')

  await window.press('Mod+Shift+N')
  await window.projects.create('Idlib: 2020')
  await window.expectProject('Idlib: 2020')
  await expect(window.library.options).toHaveCount(0)
  await expect(workbench.page.getByRole('heading', { name: 'Nothing to read yet' })).toBeVisible()
  const folder = path.join(home.projectsFolder, 'Idlib- 2020')
  expect(existsSync(path.join(folder, 'project.json'))).toBe(true)

  await window.choose('Sample project')
  await window.expectProject('Sample project')
  await window.press('Mod+O')
  await openFolder(workbench, path.join(home.folder, 'nowhere'))
  await expect(window.projects.openContent.getByRole('alert')).toContainText('nowhere')
  await openFolder(workbench, folder)
  await expect(window.projects.openProject).toBeHidden()
  await window.expectProject('Idlib: 2020')

  const again = await workbench.restart()
  await again.expectProject('Idlib: 2020')
  await again.press('Mod+O')
  const recent = again.projects.openContent.getByRole('list', { name: 'Recent' })
  await expect(recent.getByRole('button')).toHaveCount(2)
  await recent.getByRole('button', { name: 'Sample project' }).click()
  await again.expectProject('Sample project')
})

test('finds a folder', async ({ home, start }) => {
  const project = home.path('Elsewhere', 'Deep', 'Found')
  await home.run('new', project, '--name', 'Found')
  const workbench = await start()
  const { window, host } = workbench
  await window.welcome.begin('Zoë')
  await window.press('Mod+O')
  if (host instanceof ElectronHost) {
    await openFolder(workbench, project)
  } else {
    await window.projects.otherFolder.click()
    const { folders } = window.projects
    await expect(folders).toBeFocused()
    await window.press('Backspace')
    for (const name of ['Elsewhere', 'Deep', 'Found']) {
      await expect(folders.getByRole('option', { name })).toBeVisible()
      await workbench.page.keyboard.press(name.charAt(0))
      await expect(folders.getByRole('option', { selected: true })).toContainText(name)
      await window.press('Enter')
    }
  }
  await expect(window.projects.openProject).toBeHidden()
  await window.expectProject('Found')
})

/** Opens a project in the open dialog: by the system's dialog where there is one, or else by its path. */
async function openFolder({ host, window }: Workbench, folder: string): Promise<void> {
  const { projects } = window
  if (host instanceof ElectronHost) {
    await host.chooseFiles([folder], () => projects.otherFolder.click())
  } else {
    await projects.openPath(folder)
  }
}
