import type { LitElement } from 'lit'

/** A part of an element's own tree. @throws RangeError when it is not there. */
export function part(element: LitElement, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector)
  if (found === null) throw new RangeError(`${element.localName} has no ${selector}`)
  return found
}

/** Presses a button with the mouse. */
export async function click(element: LitElement, selector: string): Promise<void> {
  part(element, selector).click()
  await settled()
}

/** Types into a field in the place of what stands there, and leaves it. */
export async function fill(element: LitElement, selector: string, text: string): Promise<void> {
  const field = part(element, selector) as HTMLInputElement
  field.value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await settled()
}

/** Sends a dialog's form, as its button does. */
export async function submit(element: LitElement): Promise<void> {
  const form = part(element, 'form') as HTMLFormElement
  form.requestSubmit()
  await settled()
}

/** Presses keys while a part has the focus. */
export async function press(
  element: LitElement,
  selector: string,
  init: KeyboardEventInit,
): Promise<void> {
  const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init })
  part(element, selector).dispatchEvent(event)
  await settled()
}

/** @returns When what was asked for is drawn, and answers of the fake host have come. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 0))
    })
  }
}

/** Waits for what takes longer than a frame. @throws Error when it does not come. */
export async function until(isThere: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (isThere()) return
    await settled()
  }
  throw new Error('What the story waits for has not come')
}
