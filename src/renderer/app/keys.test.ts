import { describe, expect, it } from 'vitest'
import { COMMANDS, type Command, type CommandId } from '../../contract/commands.ts'
import { readKey, type KeyMeaning } from './keys.ts'

type KeyPress = Parameters<typeof readKey>[0]

/** A key press as the browser reports it, from its modifiers, `code` and `key`. */
function press(modifiers: string, code: string, key: string): KeyPress {
  return {
    code,
    key,
    ctrlKey: modifiers.includes('C'),
    altKey: modifiers.includes('A'),
    shiftKey: modifiers.includes('S'),
    metaKey: modifiers.includes('M'),
  }
}

const command = (id: CommandId, extend = false): KeyMeaning => ({ type: 'command', id, extend })
const label = (key: string, more: { exact?: true; another?: true } = {}): KeyMeaning => ({
  type: 'label',
  key,
  exact: false,
  another: false,
  ...more,
})

describe('readKey', () => {
  it.each<[string, string, string, string, KeyMeaning | undefined]>([
    ['a letter', '', 'KeyJ', 'j', command('articles.next')],
    ['a letter under CapsLock', '', 'KeyJ', 'J', command('articles.next')],
    ['Shift under CapsLock', 'S', 'KeyD', 'd', command('articles.reopen')],
    ['a letter with Shift', 'S', 'KeyD', 'D', command('articles.reopen')],
    ['a letter with Shift that has no meaning', 'S', 'KeyJ', 'J', undefined],
    ['Control with a letter', 'C', 'KeyZ', 'z', command('history.undo')],
    ['Control and Shift with a letter', 'CS', 'KeyZ', 'Z', command('history.redo')],
    ['the other redo', 'C', 'KeyY', 'y', command('history.redo')],
    ['the meta key', 'M', 'KeyJ', 'j', undefined],
    ['Alt with a letter', 'A', 'KeyJ', 'j', undefined],

    ['Russian О on J', '', 'KeyJ', 'о', command('articles.next')],
    ['Russian Я on Z with Control', 'C', 'KeyZ', 'я', command('history.undo')],
    ['Russian В on D with Shift', 'S', 'KeyD', 'В', command('articles.reopen')],
    ['Russian . on /', '', 'Slash', '.', undefined],
    ['Russian ? on 7', 'S', 'Digit7', '?', command('help.keys')],
    ['Arabic ت on J', '', 'KeyJ', 'ت', command('articles.next')],
    ['Dvorak J on C', '', 'KeyC', 'j', command('articles.next')],
    ['AZERTY Z on W with Control', 'C', 'KeyW', 'z', command('history.undo')],
    ['German ö', '', 'Semicolon', 'ö', undefined],
    ['German / on 7', 'S', 'Digit7', '/', command('articles.filter')],
    ['German ? on ß', 'S', 'Minus', '?', command('help.keys')],
    ['US ?', 'S', 'Slash', '?', command('help.keys')],
    ['US /', '', 'Slash', '/', command('articles.filter')],

    ['a digit', '', 'Digit1', '1', label('1')],
    ['AZERTY & on 1', '', 'Digit1', '&', label('1')],
    ['AZERTY 1 with Shift', 'S', 'Digit1', '1', label('1', { another: true })],
    ['a digit with Shift', 'S', 'Digit2', '@', label('2', { another: true })],
    ['a digit with Alt', 'A', 'Digit3', '£', label('3', { exact: true })],
    ['both', 'AS', 'Digit3', '#', label('3', { exact: true, another: true })],
    ['a dead key on a digit', 'S', 'Digit6', 'Dead', label('6', { another: true })],
    ['a digit with Control', 'C', 'Digit1', '1', undefined],
    ['AltGr, which is Control and Alt', 'CA', 'Digit2', '~', undefined],
    ['zero', '', 'Digit0', '0', undefined],
    ['the number pad', '', 'Numpad4', '4', label('4')],
    ['the number pad without NumLock', '', 'Numpad4', 'ArrowLeft', command('cursor.previous-word')],
    ['its page up', '', 'Numpad9', 'PageUp', undefined],

    ['an arrow', '', 'ArrowRight', 'ArrowRight', command('cursor.next-word')],
    ['Shift with an arrow', 'S', 'ArrowRight', 'ArrowRight', command('cursor.next-word', true)],
    [
      'Control and Shift with an arrow',
      'CS',
      'ArrowUp',
      'ArrowUp',
      command('cursor.previous-paragraph', true),
    ],
    ['Shift with End', 'S', 'End', 'End', command('cursor.last', true)],
    ['Alt with an arrow', 'A', 'ArrowLeft', 'ArrowLeft', command('spans.end-left')],
    ['Alt and Shift with an arrow', 'AS', 'ArrowLeft', 'ArrowLeft', command('spans.start-left')],
    ['Shift with Tab', 'S', 'Tab', 'Tab', command('spans.previous')],
    ['Shift with Escape', 'S', 'Escape', 'Escape', undefined],
    ['Shift with Delete', 'S', 'Delete', 'Delete', undefined],
    ['Shift alone', 'S', 'ShiftLeft', 'Shift', undefined],
  ])('reads %s', (_what, modifiers, code, key, meaning) => {
    expect(readKey(press(modifiers, code, key), false)).toEqual(meaning)
  })

  it.each<[string, string, string, string, KeyMeaning | undefined]>([
    ['Command with a letter', 'M', 'KeyZ', 'z', command('history.undo')],
    [
      'Command and Shift with an arrow',
      'MS',
      'ArrowDown',
      'ArrowDown',
      command('cursor.next-paragraph', true),
    ],
    ['Control', 'C', 'KeyJ', 'j', undefined],
    ['Option with a digit', 'A', 'Digit1', '¡', label('1', { exact: true })],
    ['Option with an arrow', 'A', 'ArrowRight', 'ArrowRight', command('spans.end-right')],
  ])('reads %s on a Mac', (_what, modifiers, code, key, meaning) => {
    expect(readKey(press(modifiers, code, key), true)).toEqual(meaning)
  })
})

describe('COMMANDS', () => {
  const all = (COMMANDS as readonly Command[]).flatMap(({ id, keys }) =>
    keys.map((keyName) => ({ id, keyName })),
  )

  it.each(all)('$id is reached by $keyName', ({ id, keyName }) => {
    const parts = keyName.split('+')
    const name = parts.pop() ?? ''
    const isLetter = /^[a-z]$/i.test(name)
    const hasShift = parts.includes('Shift')
    const written = hasShift ? name.toUpperCase() : name.toLowerCase()
    for (const isMac of [false, true]) {
      const typed: KeyPress = {
        key: isLetter ? written : name,
        code: isLetter ? `Key${name.toUpperCase()}` : name,
        shiftKey: hasShift || name === '?',
        altKey: parts.includes('Alt'),
        ctrlKey: parts.includes('Mod') && !isMac,
        metaKey: parts.includes('Mod') && isMac,
      }
      expect(readKey(typed, isMac)).toEqual({ type: 'command', id, extend: false })
    }
  })

  it('gives no key and no id twice', () => {
    expect(new Set(all.map(({ keyName }) => keyName)).size).toBe(all.length)
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  })
})
