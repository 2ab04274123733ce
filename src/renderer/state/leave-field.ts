/**
 * Leaves the text field that has the focus, so that what was typed into it counts: a field hands over
 * its text when it is left.
 */
export function leaveField(): void {
  if (typeof document === 'undefined') return
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  if (active instanceof HTMLElement && active.matches('input, textarea')) active.blur()
}
