import type { KeyPress } from '../../src/renderer/elements/key-press.ts'

/**
 * A key press as the browser reports it.
 * @param modifiers - Letters: Control, Alt, Shift, Meta, and G for AltGr.
 */
export function keyPress(modifiers: string, code: string, key: string): KeyPress {
  return {
    code,
    key,
    ctrlKey: modifiers.includes('C'),
    altKey: modifiers.includes('A'),
    shiftKey: modifiers.includes('S'),
    metaKey: modifiers.includes('M'),
    getModifierState: (name) => name === 'AltGraph' && modifiers.includes('G'),
  }
}
