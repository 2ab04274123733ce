/** The text field or choice that the keyboard types into, in whatever shadow tree. */
export function activeField(): HTMLElement | null {
  if (typeof document === 'undefined') return null
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  if (!(active instanceof HTMLElement)) return null
  return active.matches('input, textarea, select') ? active : null
}

/** Leaves that field, so that what was typed into it counts: it hands over its text when it is left. */
export function leaveField(): void {
  activeField()?.blur()
}
