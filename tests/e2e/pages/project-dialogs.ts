import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** The dialogs that make, open and name. */
export class ProjectDialogs {
  readonly newProject: Locator
  readonly openProject: Locator
  readonly openContent: Locator
  readonly otherFolder: Locator
  readonly annotator: Locator
  readonly folders: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.openContent = page.locator('rubric-open-project-dialog')
    this.otherFolder = this.openContent.getByRole('button', { name: 'Other folder…' })
    this.newProject = page.getByRole('dialog', { name: 'New Project' })
    this.openProject = page.getByRole('dialog', { name: 'Open Project' })
    this.annotator = page.getByRole('dialog', { name: 'Annotator' })
    this.folders = page.getByRole('listbox', { name: 'Folders' })
  }

  create(name: string): Promise<void> {
    return boxed(`create project ${name}`, async () => {
      await this.#page
        .locator('rubric-new-project-dialog')
        .getByRole('textbox', { name: 'Name', exact: true })
        .fill(name)
      await this.#page
        .locator('rubric-new-project-dialog')
        .getByRole('button', { name: 'Create Project' })
        .click()
      await expect(this.newProject).toBeHidden()
    })
  }

  openPath(folder: string): Promise<void> {
    return boxed(`open project at ${folder}`, async () => {
      await this.openContent
        .getByRole('textbox', { name: 'Path of a project’s folder' })
        .fill(folder)
      await this.openContent.getByRole('button', { name: 'Open Project' }).click()
    })
  }

  rename(name: string): Promise<void> {
    return boxed(`annotator is ${name}`, async () => {
      await this.#page
        .locator('rubric-annotator-dialog')
        .getByRole('textbox', { name: 'Your name' })
        .fill(name)
      await this.#page
        .locator('rubric-annotator-dialog')
        .getByRole('button', { name: 'Save' })
        .click()
      await expect(this.annotator).toBeHidden()
    })
  }
}
