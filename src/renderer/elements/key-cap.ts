const MODIFIERS = ['Mod', 'Alt', 'Shift']

/** Modifiers on a Mac, in the order that its menus show them in. */
const MAC_MODIFIERS: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' }

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  ...NAMES,
  Delete: '⌦',
  Backspace: '⌫',
  Enter: 'Return',
}

/**
 * What stands on the key caps of a chord such as `Mod+Shift+ArrowRight`.
 * @param mac - Whether the keyboard is a Mac's.
 */
export function keyCaps(keys: string, mac: boolean): string[] {
  const parts = keys.split(/\+(?!$)/)
  const key = parts.pop() ?? ''
  const modifiers = mac
    ? Object.keys(MAC_MODIFIERS).filter((name) => parts.includes(name))
    : MODIFIERS.filter((name) => parts.includes(name))
  return [
    ...modifiers.map((name) => (mac ? MAC_MODIFIERS[name] : NAMES[name]) ?? name),
    (mac ? MAC_NAMES : NAMES)[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
}
