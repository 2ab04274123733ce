import { expect, type Locator, type Page } from '@playwright/test'
import { boxed } from '../support/boxed.ts'

/** The project's labels, their properties, and what changes all marks. */
export class LabelsDialog {
  readonly root: Locator
  readonly name: Locator
  readonly letter: Locator
  readonly guideline: Locator
  readonly key: Locator
  readonly problem: Locator
  /** What will happen, before it is confirmed. */
  readonly foretold: Locator
  /** Opens the dialog from beside the labels. */
  readonly opener: Locator
  readonly newAttribute: Locator
  readonly #content: Locator
  readonly #attributes: Locator

  constructor(page: Page) {
    this.opener = page.getByRole('button', { name: 'Labels…', exact: true })
    this.#content = page.locator('rubric-labels-dialog')
    this.#attributes = this.#content.locator('rubric-attribute-list')
    this.newAttribute = this.#attributes.getByRole('textbox', { name: 'Name of a new attribute' })
    this.root = page.locator('rubric-labels-dialog').getByRole('dialog')
    this.name = this.#content.getByRole('textbox', { name: 'Name', exact: true })
    this.letter = this.#content.getByRole('textbox', { name: 'Letter' })
    this.guideline = this.#content.getByRole('textbox', { name: 'Guideline' })
    this.key = this.#content.getByRole('combobox', { name: 'Key' })
    this.problem = this.#content.getByRole('alert')
    this.foretold = this.#content.getByRole('status')
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true })
  }

  /** The row of a label: its name, its spans and its key. */
  row(name: string): Locator {
    return this.#content.getByRole('button', { name: new RegExp(`^${name} [\\d,]+ spans?`) })
  }

  /** Opens the dialog from the bar of labels. */
  open(): Promise<void> {
    return boxed('open the labels', async () => {
      await this.opener.click()
      await expect(this.root).toBeVisible()
    })
  }

  /** Shows all that a label has. */
  unfold(label: string): Promise<void> {
    return boxed(`unfold ${label}`, async () => {
      await this.row(label).click()
      await expect(this.row(label)).toHaveAttribute('aria-expanded', 'true')
    })
  }

  /** The row of an attribute of the label that is unfolded. */
  attribute(name: string): Locator {
    return this.#attributes
      .getByRole('button')
      .and(this.#attributes.locator('[aria-expanded]'))
      .filter({ hasText: name })
  }

  /** The definition of an attribute that is unfolded. */
  definition(name: string): Locator {
    return this.#attributes.getByRole('group', { name: `Attribute ${name}`, exact: true })
  }

  /** Adds an attribute to the label that is unfolded, which is then the one that is open. */
  addAttribute(name: string): Promise<void> {
    return boxed(`add the attribute ${name}`, async () => {
      await this.newAttribute.fill(name)
      await this.newAttribute.press('Enter')
      await expect(this.definition(name)).toBeVisible()
    })
  }

  /** Adds a label. */
  add(name: string): Promise<void> {
    return boxed(`add the label ${name}`, async () => {
      await this.#content.getByRole('textbox', { name: 'Name of a new label' }).fill(name)
      await this.button('Add').click()
    })
  }

  /** Asks for another name, and reads what that would do. */
  proposeName(name: string, foretold: string | RegExp): Promise<void> {
    return boxed(`propose the name ${name}`, async () => {
      await this.name.fill(name)
      await this.button('Rename…').click()
      await expect(this.foretold).toContainText(foretold)
    })
  }

  /** Asks for a label to be merged into another, and reads what that would do. */
  proposeMerge(into: string, foretold: string | RegExp): Promise<void> {
    return boxed(`propose to merge into ${into}`, async () => {
      await this.#content.getByRole('combobox', { name: 'Label to merge into' }).selectOption(into)
      await this.button('Merge…').click()
      await expect(this.foretold).toContainText(foretold)
    })
  }

  /** Asks for a label to be deleted, and reads what that would do. */
  proposeRemoval(foretold: string | RegExp): Promise<void> {
    return boxed('propose to delete', async () => {
      await this.button('Delete…').click()
      await expect(this.foretold).toContainText(foretold)
    })
  }

  /** Lets what was proposed happen, after which the dialog is gone. */
  confirm(name: 'Rename' | 'Merge' | 'Delete'): Promise<void> {
    return boxed(`confirm: ${name}`, async () => {
      await this.button(name).click()
      await expect(this.root).toBeHidden()
    })
  }
}
