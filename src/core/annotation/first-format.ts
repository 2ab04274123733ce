/**
 * Makes the second version of an annotation set's file of the first. That one kept a stack of steps to
 * undo and one of steps to redo, and not by whom or in which order. The steps that can be undone become
 * what the annotator of the set did; those that can be redone become `undone`, so that the same can be
 * undone and redone as before.
 * @param json - The parsed file. What does not fit its format is handed on as it is, for the second
 *   version's schema to refuse.
 */
export function historyOfFirstFormat(json: object): object {
  const { undo, redo, ...rest } = json as Readonly<Record<string, unknown>>
  const by = rest['annotator']
  const history =
    Array.isArray(undo) && Array.isArray(redo)
      ? [
          ...undo.map((step) => entryOf(step, by, 'do')),
          ...redo.map((step) => entryOf(step, by, 'undone')),
        ]
      : Array.isArray(undo)
        ? redo
        : undo
  return { ...rest, format: 'rubricator-annotations/2', history }
}

function entryOf(step: unknown, by: unknown, how: 'do' | 'undone'): unknown {
  return typeof step === 'object' && step !== null ? { ...step, by, how } : step
}
