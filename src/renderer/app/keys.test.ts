import { describe, expect, it } from 'vitest'
import { keyPress } from '../../../tests/support/key-press.ts'
import { parseChord } from '../../contract/chord.ts'
import { commandOf, COMMANDS, type CommandId, type ViewName } from '../../contract/commands.ts'
import { commandsByChord, type KeyMap } from '../../contract/key-map.ts'
import { isRepeated, readKey, type KeyMeaning, type KeyTable } from './keys.ts'

const tableOf = (map: KeyMap = {}, labels = '1234', view: ViewName = 'annotate'): KeyTable => ({
  commands: commandsByChord(map, view),
  labels: new Set(labels),
})

/** What a press means, without the chord. */
type Meant =
  Exclude<KeyMeaning, { type: 'command' }> | Omit<Extract<KeyMeaning, { type: 'command' }>, 'chord'>

const command = (id: CommandId, extend = false): Meant => ({ type: 'command', id, extend })
const label = (key: string, more: { exact?: true; another?: true } = {}): Meant => ({
  type: 'label',
  key,
  exact: false,
  another: false,
  ...more,
})

function meantBy(
  [held, code, key]: readonly [string, string, string],
  table = tableOf(),
  isMac = false,
): Meant | undefined {
  const meaning = readKey(keyPress(held, code, key), table, isMac)
  if (meaning?.type !== 'command') return meaning
  return command(meaning.id, meaning.extend)
}

type Row = readonly [string, string, string, string, Meant | undefined]

describe('readKey', () => {
  it.each<Row>([
    ['a letter', '', 'KeyJ', 'j', command('articles.next')],
    ['a letter under CapsLock', '', 'KeyJ', 'J', command('articles.next')],
    ['a letter with Shift', 'S', 'KeyD', 'D', command('articles.reopen')],
    ['a letter with Shift that has no meaning', 'S', 'KeyJ', 'J', undefined],
    ['Control with a letter', 'C', 'KeyZ', 'z', command('history.undo')],
    ['the other redo', 'C', 'KeyY', 'y', command('history.redo')],
    ['Control and a sign', 'C', 'Comma', ',', command('view.reading')],
    ['a function key', '', 'F3', 'F3', command('find.next')],
    ['a function key with Shift', 'S', 'F3', 'F3', command('find.previous')],
    ['the Windows key', 'M', 'KeyJ', 'j', undefined],
    ['Alt with a letter', 'A', 'KeyJ', 'j', undefined],
    ['Shift alone', 'S', 'ShiftLeft', 'Shift', undefined],

    ['Russian О on J', '', 'KeyJ', 'о', command('articles.next')],
    ['Russian . on /', '', 'Slash', '.', undefined],
    ['Russian ? on 7', 'S', 'Digit7', '?', command('help.keys')],
    ['Arabic ؟', 'S', 'Slash', '؟', command('help.keys')],
    ['Dvorak J on C', '', 'KeyC', 'j', command('articles.next')],
    ['AZERTY Z on W with Control', 'C', 'KeyW', 'z', command('history.undo')],
    ['QWERTZ Z on Y with Control', 'C', 'KeyY', 'z', command('history.undo')],
    ['German / on 7', 'S', 'Digit7', '/', command('articles.search')],
    ['German ? on ß', 'S', 'Minus', '?', command('help.keys')],
    ['German +', '', 'BracketRight', '+', command('view.larger')],
    ['AZERTY - on 6, which has no label', '', 'Digit6', '-', command('view.smaller')],
    ['the pad’s minus', '', 'NumpadSubtract', '-', command('view.smaller')],

    ['a digit', '', 'Digit1', '1', label('1')],
    ['AZERTY & on 1', '', 'Digit1', '&', label('1')],
    ['Czech + on 1', '', 'Digit1', '+', label('1')],
    ['AZERTY 1 with Shift', 'S', 'Digit1', '1', label('1', { another: true })],
    ['Swiss + on 1 with Shift', 'S', 'Digit1', '+', label('1', { another: true })],
    ['a digit with Shift', 'S', 'Digit2', '@', label('2', { another: true })],
    ['a digit with Alt', 'A', 'Digit3', '£', label('3', { exact: true })],
    ['both', 'AS', 'Digit3', '#', label('3', { exact: true, another: true })],
    ['a dead key on a digit', '', 'Digit4', 'Dead', label('4')],
    ['a digit with Control', 'C', 'Digit1', '1', undefined],
    ['AltGr with a digit', 'G', 'Digit2', '~', undefined],
    ['AltGr that is Control and Alt', 'CA', 'Digit2', '~', undefined],
    ['the Windows key with a digit', 'M', 'Digit1', '1', undefined],
    ['a digit without a label', '', 'Digit8', '8', undefined],
    ['zero', '', 'Digit0', '0', undefined],
    ['the number pad', '', 'Numpad4', '4', label('4')],
    ['the number pad without NumLock', '', 'Numpad4', 'ArrowLeft', command('cursor.previous-word')],
    ['its page up', '', 'Numpad9', 'PageUp', command('cursor.page-up')],

    ['Shift with an arrow', 'S', 'ArrowRight', 'ArrowRight', command('cursor.next-word', true)],
    ['with Control', 'CS', 'ArrowUp', 'ArrowUp', command('cursor.previous-paragraph', true)],
    ['Shift with End', 'S', 'End', 'End', command('cursor.last', true)],
    ['Shift with PageDown', 'S', 'PageDown', 'PageDown', command('cursor.page-down', true)],
    ['Alt with an arrow', 'A', 'ArrowLeft', 'ArrowLeft', command('spans.end-left')],
    ['Alt and Shift with an arrow', 'AS', 'ArrowLeft', 'ArrowLeft', command('spans.start-left')],
    ['Shift with Tab', 'S', 'Tab', 'Tab', command('spans.previous')],
    ['Shift with Escape', 'S', 'Escape', 'Escape', undefined],
    ['Shift with Delete', 'S', 'Delete', 'Delete', undefined],
  ])('reads %s', (_what, held, code, key, meaning) => {
    expect(meantBy([held, code, key])).toEqual(meaning)
  })

  it.each<Row>([
    ['Command with a letter', 'M', 'KeyZ', 'z', command('history.undo')],
    ['with Shift', 'MS', 'ArrowDown', 'ArrowDown', command('cursor.next-paragraph', true)],
    ['Control', 'C', 'KeyJ', 'j', undefined],
    ['Control with a digit', 'C', 'Digit1', '1', undefined],
    ['Option with a digit', 'A', 'Digit1', '¡', label('1', { exact: true })],
    ['Option with an arrow', 'A', 'ArrowRight', 'ArrowRight', command('spans.end-right')],
  ])('reads %s on a Mac', (_what, held, code, key, meaning) => {
    expect(meantBy([held, code, key], tableOf(), true)).toEqual(meaning)
  })

  it('gives a digit to its label also where it writes a sign', () => {
    const nine = tableOf({}, '123456789')
    expect(meantBy(['', 'Digit6', '-'], nine)).toEqual(label('6'))
    expect(meantBy(['S', 'Digit7', '/'], nine)).toEqual(label('7', { another: true }))
    expect(meantBy(['', 'NumpadSubtract', '-'], nine)).toEqual(command('view.smaller'))
  })

  it('follows the keys that a person has given', () => {
    const table = tableOf({ 'cursor.next-word': ['w'], 'help.keys': ['8'], 'palette.open': [] })
    expect(meantBy(['', 'KeyW', 'w'], table)).toEqual(command('cursor.next-word'))
    expect(meantBy(['S', 'KeyW', 'W'], table)).toEqual(command('cursor.next-word', true))
    expect(meantBy(['', 'Digit8', '!'], table)).toEqual(command('help.keys'))
    expect(meantBy(['', 'ArrowRight', 'ArrowRight'], table)).toBeUndefined()
    expect(meantBy(['C', 'KeyK', 'k'], table)).toBeUndefined()
  })

  it('tells the chord that it found', () => {
    const press = keyPress('S', 'Digit7', '/')
    expect(readKey(press, tableOf(), false)).toMatchObject({ chord: '/' })
  })
})

it.each(COMMANDS.flatMap(({ id, keys }) => keys.map((key) => ({ id, key }))))(
  '$id is reached by $key',
  ({ id, key }) => {
    const chord = parseChord(key)
    const name = chord?.key ?? ''
    const isLetter = /^[a-z]$/i.test(name)
    const written = chord?.shift ? name.toUpperCase() : name.toLowerCase()
    for (const isMac of [false, true]) {
      const held = [
        chord?.mod ? (isMac ? 'M' : 'C') : '',
        chord?.alt ? 'A' : '',
        chord?.shift || '?+'.includes(name) ? 'S' : '',
      ]
      const code = isLetter ? `Key${name.toUpperCase()}` : name.replace(/^\d$/, 'Digit$&')
      const typed = keyPress(held.join(''), code, isLetter ? written : name)
      // In a review no digit chooses a label.
      const { view } = commandOf(id)
      const table = tableOf({}, view === 'review' ? '' : '1234', view)
      expect(readKey(typed, table, isMac)).toMatchObject({ id, extend: false })
    }
  },
)

it.each<readonly [CommandId, boolean]>([
  ['cursor.next-word', true],
  ['history.undo', true],
  ['spans.end-right-character', true],
  ['spans.remove', false],
  ['articles.done', false],
  ['view.focus', false],
])('%s goes on while its key is held: %s', (id, expected) => {
  expect(isRepeated({ type: 'command', id, extend: false, chord: 'x' })).toBe(expected)
})

it('marks once while a digit is held', () => {
  expect(isRepeated({ type: 'label', key: '1', exact: false, another: false })).toBe(false)
})
