import type { ReactiveController } from 'lit'
import { commandOf, type CommandId } from '../../contract/commands.ts'
import { readKey, type KeyMeaning } from './keys.ts'

/** What the keys do; each returns whether there was something to do. */
interface KeyActions {
  command(id: CommandId, extend: boolean): boolean
  label(key: string, exact: boolean, another: boolean): boolean
}

const isMac = navigator.platform.startsWith('Mac')

/** Keys that mean something to a focused button, and those that move the focus. */
const BUTTON_KEYS = new Set(['Enter', ' '])

/** Listens to the whole window's keys, and leaves to fields, buttons and lists what is theirs. */
export class KeyController implements ReactiveController {
  readonly #actions: KeyActions

  constructor(actions: KeyActions) {
    this.#actions = actions
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#press)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#press)
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const meaning = readKey(event, isMac)
    if (meaning === undefined || !isForWindow(event, meaning)) return
    const isDone =
      meaning.type === 'label'
        ? this.#actions.label(meaning.key, meaning.exact, meaning.another)
        : this.#actions.command(meaning.id, meaning.extend)
    if (isDone) event.preventDefault()
  }
}

function isForWindow(event: KeyboardEvent, meaning: KeyMeaning): boolean {
  const path = event.composedPath()
  const [target] = path
  if (!(target instanceof Element)) return true
  // The path crosses shadow trees, as `closest` does not.
  if (path.some((node) => node instanceof Element && node.matches('dialog, [popover]')))
    return false
  if (target.matches('input, textarea, select')) {
    const isChord = event.ctrlKey || event.metaKey
    return isChord && meaning.type === 'command' && commandOf(meaning.id).inFields === true
  }
  if (target.matches('button, [role=separator]')) {
    return !BUTTON_KEYS.has(event.key) && event.key !== 'Tab'
  }
  // Tab goes through the spans from the text, and through the window from everywhere else.
  if (event.key === 'Tab') return target.matches('body, [role=region]')
  return true
}
