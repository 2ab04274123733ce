import type { ReactiveController } from 'lit'
import { writesNothing } from '../../contract/chord.ts'
import { commandOf, type CommandId } from '../../contract/commands.ts'
import { isRepeated, readKey, type KeyMeaning, type KeyTable } from './keys.ts'

/** What the keys do; each returns whether there was something to do. */
interface KeyActions {
  /** What the keys mean just now. */
  table(): KeyTable
  /** @param isHeld - Whether the key has done this before and was not let go since. */
  command(id: CommandId, extend: boolean, isHeld: boolean): boolean
  label(key: string, exact: boolean, another: boolean): boolean
}

/** Where a press happens: in the window, behind something that has the keys, or in what has them. */
type Place = 'window' | 'elsewhere' | 'dialog'

/** Keys that mean something to a focused button, and those that move the focus. */
const BUTTON_KEYS: ReadonlySet<string> = new Set(['Enter', ' ', 'Tab'])
/** Keys that scroll a list which has the focus. */
const LIST_KEYS: ReadonlySet<string> = new Set(['PageUp', 'PageDown'])

/** Listens to the whole window's keys, and leaves to fields, buttons and lists what is theirs. */
export class KeyController implements ReactiveController {
  readonly #actions: KeyActions
  readonly #isMac: boolean
  /** The key that was carried out last and is held since, by its place on the keyboard. */
  #held: string | null = null

  constructor(actions: KeyActions, isMac = navigator.platform.startsWith('Mac')) {
    this.#actions = actions
    this.#isMac = isMac
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#press)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#press)
  }

  readonly #press = (event: KeyboardEvent): void => {
    const isHeld = event.repeat && event.code === this.#held
    if (!event.repeat) this.#held = null
    if (event.defaultPrevented || event.isComposing) return
    const meaning = readKey(event, this.#actions.table(), this.#isMac)
    const place = meaning === undefined ? 'elsewhere' : placeOf(event, meaning)
    if (meaning === undefined || place === 'elsewhere') {
      // A key that has moved the focus to a field writes nothing there while it is held.
      if (isHeld) event.preventDefault()
      return
    }
    if (place === 'dialog' || (event.repeat && !isRepeated(meaning))) {
      event.preventDefault()
      return
    }
    if (!this.#carryOut(meaning, event.repeat)) return
    this.#held = event.code
    event.preventDefault()
  }

  #carryOut(meaning: KeyMeaning, isHeld: boolean): boolean {
    return meaning.type === 'label'
      ? this.#actions.label(meaning.key, meaning.exact, meaning.another)
      : this.#actions.command(meaning.id, meaning.extend, isHeld)
  }
}

function placeOf(event: KeyboardEvent, meaning: KeyMeaning): Place {
  const path = event.composedPath()
  const [target] = path
  if (!(target instanceof Element)) return 'window'
  const isChord =
    meaning.type === 'command' &&
    commandOf(meaning.id).inFields === true &&
    writesNothing(meaning.chord)
  // The path crosses shadow trees, as `closest` does not.
  if (path.some((node) => node instanceof Element && node.matches('dialog, [popover]'))) {
    // Behind a dialog nothing happens; but neither shall the browser open files or leave the page.
    return isChord ? 'dialog' : 'elsewhere'
  }
  return isChord || isForWindow(target, event.key) ? 'window' : 'elsewhere'
}

function isForWindow(target: Element, key: string): boolean {
  if (target.matches('input, textarea, select')) return false
  if (target.matches('button, [role=separator]')) return !BUTTON_KEYS.has(key)
  if (target.matches('[role=listbox]') && LIST_KEYS.has(key)) return false
  // Tab goes through the spans from the text, and through the window from everywhere else.
  return key !== 'Tab' || target.matches('body, [role=region]')
}
