import { html, type TemplateResult } from 'lit'

/** The field for a name, which is asked for first and cannot be left empty. */
export function nameField(
  label: string,
  value: string,
  onInput: (typed: string) => void = () => {},
): TemplateResult {
  return html`<label for="name">${label}</label>
    <input
      id="name"
      name="name"
      required
      autofocus
      maxlength="120"
      dir="auto"
      pattern=".*\\S.*"
      autocomplete="off"
      spellcheck="false"
      .value=${value}
      @input=${(event: InputEvent) => onInput((event.currentTarget as HTMLInputElement).value)}
    />`
}
