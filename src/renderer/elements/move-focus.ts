/**
 * Moves the focus among the parts of a toolbar or menu, going round at its ends; Home and End go to
 * the first and last.
 * @param next - The key that goes on to the next part, such as `ArrowDown`.
 * @param previous - The key that goes back.
 */
export function moveFocus(
  event: KeyboardEvent,
  parts: readonly HTMLElement[],
  next: string,
  previous: string,
): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const index = parts.findIndex((part) => part === event.target)
  const targets: Readonly<Record<string, number>> = {
    [next]: index + 1,
    [previous]: index - 1,
    Home: 0,
    End: -1,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  parts.at(target % parts.length)?.focus()
}
