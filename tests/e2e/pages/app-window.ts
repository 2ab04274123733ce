import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'
import { ImportDialog } from './import-dialog.ts'
import { Inspector } from './inspector.ts'
import { LabelBar } from './label-bar.ts'
import { Library } from './library.ts'
import { ProjectDialogs } from './project-dialogs.ts'
import { Reader } from './reader.ts'
import { StatusBar } from './status-bar.ts'
import { WelcomeDialog } from './welcome-dialog.ts'

/** The whole window, by its parts. */
export class AppWindow {
  readonly page: Page
  readonly welcome: WelcomeDialog
  readonly library: Library
  readonly reader: Reader
  readonly labels: LabelBar
  readonly inspector: Inspector
  readonly status: StatusBar
  readonly imports: ImportDialog
  readonly projects: ProjectDialogs
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.welcome = new WelcomeDialog(page)
    this.library = new Library(page)
    this.reader = new Reader(page)
    this.labels = new LabelBar(page)
    this.inspector = new Inspector(page)
    this.status = new StatusBar(page)
    this.imports = new ImportDialog(page)
    this.projects = new ProjectDialogs(page)
    this.message = page.getByRole('status', { name: 'Message' })
  }

  get keys(): Locator {
    return this.page.locator('rubric-keys-dialog')
  }

  get about(): Locator {
    return this.page.locator('rubric-about-dialog')
  }

  /** Presses keys one after the other. `Mod` is Command on a Mac and Control elsewhere. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'))
  }

  /** Chooses from the menu behind the project's name. */
  choose(item: string): Promise<void> {
    return boxed(`menu: ${item}`, async () => {
      await this.page.getByRole('button', { name: /^Project menu/ }).click()
      await this.page.getByRole('menuitem', { name: item, exact: true }).click()
    })
  }

  expectProject(name: string): Promise<void> {
    return boxed(`project ${name} is open`, async () => {
      const menu = this.page.getByRole('button', { name: `Project menu: ${name}`, exact: true })
      await expect(menu).toBeVisible()
    })
  }

  expectProblem(text: string | RegExp): Promise<void> {
    const problem = this.page.getByRole('alert')
    return boxed(`problem: ${text}`, () => expect(problem).toContainText(text))
  }

  expectMessage(text: string | RegExp): Promise<void> {
    return boxed(`message: ${text}`, () => expect(this.message).toContainText(text))
  }
}
