import type { Page } from '@playwright/test'

interface KeyEvent extends Omit<Stroke, 'text'> {
  readonly type: 'keyDown' | 'rawKeyDown' | 'keyUp'
  readonly modifiers: number
  readonly text?: string
}

/** What the devices call Alt, Control, Command and Shift when they are held. */
const HELD = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const

/** Codes of the keys that write nothing. */
const KEY_CODES: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Home: 36,
  ArrowLeft: 37,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
}

/** What digits write with Shift. */
const SHIFTED = ')!@#$%^&*('

/**
 * Presses keys faster than anybody: none waits for what the one before it does.
 * @param chords - As `AppWindow.press` takes them: letters, digits, spaces and the keys above.
 */
export async function pressFast(page: Page, chords: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const events = chords.flatMap(eventsOf)
  await Promise.all(events.map((event) => session.send('Input.dispatchKeyEvent', event)))
  await session.detach()
}

function eventsOf(chord: string): readonly KeyEvent[] {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const held = parts.slice(0, -1).map((part) => (part === 'Mod' ? MOD : part))
  const modifiers = held.reduce((sum, part) => sum | HELD[part as keyof typeof HELD], 0)
  const { text, ...key } = strokeOf(parts.at(-1) ?? '', held.includes('Shift'))
  const writes = text !== undefined && held.every((part) => part === 'Shift')
  return [
    writes
      ? { type: 'keyDown', ...key, modifiers, text }
      : { type: 'rawKeyDown', ...key, modifiers },
    { type: 'keyUp', ...key, modifiers },
  ]
}

const MOD = process.platform === 'darwin' ? 'Meta' : 'Control'

interface Stroke {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  readonly text?: string
}

function strokeOf(name: string, isShifted: boolean): Stroke {
  const code = KEY_CODES[name]
  if (code !== undefined) return { key: name, code: name, windowsVirtualKeyCode: code }
  if (name === ' ') return { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' }
  const digit = /^(?:Digit)?(\d)$/.exec(name)?.[1]
  const text = digit === undefined ? name : isShifted ? (SHIFTED[Number(digit)] ?? '') : digit
  const upper = (digit ?? name).toUpperCase()
  return {
    key: text,
    code: digit === undefined ? `Key${upper}` : `Digit${digit}`,
    windowsVirtualKeyCode: upper.charCodeAt(0),
    text,
  }
}
