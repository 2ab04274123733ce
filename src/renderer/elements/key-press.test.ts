import { describe, expect, it } from 'vitest'
import { keyPress } from '../../../tests/support/key-press.ts'
import { canonicalChord } from '../../contract/chord.ts'
import { chordsOf, digitKeyOf } from './key-press.ts'

type Row = readonly [what: string, held: string, code: string, key: string, chords: string]

/** Chords are separated by spaces. */
function check(isMac: boolean): (...row: Row) => void {
  return (_what, held, code, key, chords) => {
    const found = chordsOf(keyPress(held, code, key), isMac)
    expect(found.join(' ')).toBe(chords)
    for (const chord of found) expect(canonicalChord(chord)).toBe(chord)
  }
}

describe('chordsOf', () => {
  it.each<Row>([
    ['a letter', '', 'KeyJ', 'j', 'j'],
    ['a letter under CapsLock', '', 'KeyJ', 'J', 'j'],
    ['a letter with Shift', 'S', 'KeyG', 'G', 'Shift+G'],
    ['a letter with Shift under CapsLock', 'S', 'KeyG', 'g', 'Shift+G'],
    ['a letter with Control', 'C', 'KeyK', 'k', 'Mod+K'],
    ['a letter with Control and Shift', 'CS', 'KeyZ', 'Z', 'Mod+Shift+Z'],
    ['a letter with Alt', 'A', 'KeyJ', 'j', 'Alt+J'],
    ['a sign', '', 'Slash', '/', '/'],
    ['a sign with Shift', 'S', 'Slash', '?', '?'],
    ['a sign with Control', 'C', 'Comma', ',', 'Mod+,'],
    ['plus', 'S', 'Equal', '+', '+'],
    ['minus', '', 'Minus', '-', '-'],
    ['the space bar', '', 'Space', ' ', 'Space'],
    ['the space bar with Shift', 'S', 'Space', ' ', 'Shift+Space'],
    ['a named key', 'CS', 'ArrowUp', 'ArrowUp', 'Mod+Shift+ArrowUp'],
    ['a function key', 'S', 'F3', 'F3', 'Shift+F3'],
    ['a digit', '', 'Digit1', '1', '1'],
    ['a digit with Shift', 'S', 'Digit2', '@', '@ Shift+2'],
    ['a digit with Alt', 'A', 'Digit3', '3', 'Alt+3'],
    ['a digit with Control', 'C', 'Digit1', '1', 'Mod+1'],
    ['the Windows key', 'M', 'KeyJ', 'j', ''],
    ['Shift alone', 'S', 'ShiftLeft', 'Shift', ''],
    ['Control alone', 'C', 'ControlLeft', 'Control', ''],
    ['CapsLock', '', 'CapsLock', 'CapsLock', ''],
    ['a key of an input method', '', 'KeyJ', 'Process', ''],
    ['a key for loudness', '', 'AudioVolumeUp', 'AudioVolumeUp', ''],
  ])('reads %s', check(false))

  it.each<Row>([
    ['a digit', '', 'Numpad4', '4', '4'],
    ['a digit without NumLock', '', 'Numpad4', 'ArrowLeft', 'ArrowLeft'],
    ['the middle without NumLock', '', 'Numpad5', 'Clear', ''],
    ['the first without NumLock', '', 'Numpad7', 'Home', 'Home'],
    ['plus', '', 'NumpadAdd', '+', '+'],
    ['minus', '', 'NumpadSubtract', '-', '-'],
    ['a slash', '', 'NumpadDivide', '/', '/'],
    ['Enter', '', 'NumpadEnter', 'Enter', 'Enter'],
    ['a German point', '', 'NumpadDecimal', ',', ','],
    ['Delete without NumLock', '', 'NumpadDecimal', 'Delete', 'Delete'],
  ])('reads the number pad: %s', check(false))

  it.each<Row>([
    ['z on Y', 'C', 'KeyY', 'z', 'Mod+Z'],
    ['y on Z', 'C', 'KeyZ', 'y', 'Mod+Y'],
    ['/ on 7', 'S', 'Digit7', '/', '/ Shift+7'],
    ['? on ß', 'S', 'Minus', '?', '?'],
    ['ß', '', 'Minus', 'ß', 'ß'],
    ['+ beside Ü', '', 'BracketRight', '+', '+'],
    ['- beside .', '', 'Slash', '-', '-'],
    ['ö', '', 'Semicolon', 'ö', 'ö'],
    ['Ö', 'S', 'Semicolon', 'Ö', 'Shift+Ö'],
    ['a dead accent', '', 'Equal', 'Dead', ''],
    ['@ with AltGr on Linux', 'G', 'KeyQ', '@', '@'],
    ['@ with AltGr on Windows', 'CAG', 'KeyQ', '@', '@'],
  ])('reads QWERTZ: %s', check(false))

  it.each<Row>([
    ['a on Q', '', 'KeyQ', 'a', 'a'],
    ['m beside L', '', 'Semicolon', 'm', 'm'],
    ['z on W', 'C', 'KeyW', 'z', 'Mod+Z'],
    ['& on 1', '', 'Digit1', '&', '1 &'],
    ['1 with Shift', 'S', 'Digit1', '1', 'Shift+1'],
    ['1 under CapsLock', '', 'Digit1', '1', '1'],
    ['é on 2', '', 'Digit2', 'é', '2 é'],
    ['- on 6', '', 'Digit6', '-', '6 -'],
    ['? beside N', 'S', 'KeyM', '?', '?'],
    [', beside N', 'C', 'KeyM', ',', 'Mod+,'],
    ['/ on :', 'S', 'Period', '/', '/'],
    ['+ on =', 'S', 'Equal', '+', '+'],
    ['~ with AltGr on 2', 'G', 'Digit2', '~', '~'],
    ['a dead circumflex', '', 'BracketLeft', 'Dead', ''],
  ])('reads AZERTY: %s', check(false))

  it.each<Row>([
    ['Russian О on J', '', 'KeyJ', 'о', 'j'],
    ['Russian Я on Z', 'C', 'KeyZ', 'я', 'Mod+Z'],
    ['Russian П on G with Shift', 'S', 'KeyG', 'П', 'Shift+G'],
    ['Russian Б on the comma', 'C', 'Comma', 'б', 'Mod+,'],
    ['Russian . on /', '', 'Slash', '.', '.'],
    ['Russian ? on 7', 'S', 'Digit7', '?', '? Shift+7'],
    ['Russian / with Shift', 'S', 'Backslash', '/', '/'],
    ['Russian № on 3', 'S', 'Digit3', '№', '№ Shift+3'],
    ['Ukrainian І on S', '', 'KeyS', 'і', 's'],
    ['Greek ξ on J', '', 'KeyJ', 'ξ', 'j'],
    ['Greek ; on Q', '', 'KeyQ', ';', ';'],
    ['Arabic ت on J', '', 'KeyJ', 'ت', 'j'],
    ['Arabic لا on B, two letters', '', 'KeyB', 'لا', 'b'],
    ['Arabic ؟', 'S', 'Slash', '؟', '?'],
    ['Arabic digits', '', 'Digit4', '٤', '4'],
    ['Hebrew ח on J', '', 'KeyJ', 'ח', 'j'],
    ['Hebrew / on Q', '', 'KeyQ', '/', '/'],
    ['Thai vowel on U', '', 'KeyU', 'ี', 'u'],
    ['Thai letter on 4', '', 'Digit4', 'ภ', '4'],
    ['Hindi vowel sign on F', '', 'KeyF', 'ि', 'f'],
    ['Korean ㅓ on J', '', 'KeyJ', 'ㅓ', 'j'],
    ['a full-width ?', 'S', 'Slash', '？', '?'],
  ])('reads other scripts: %s', check(false))

  it.each<Row>([
    ['Dvorak j on C', '', 'KeyC', 'j', 'j'],
    ['Czech + on 1', '', 'Digit1', '+', '1 +'],
    ['Swiss + on 1 with Shift', 'S', 'Digit1', '+', '+ Shift+1'],
    ['Turkish ı', 'C', 'KeyI', 'ı', 'Mod+I'],
    ['Turkish i', 'C', 'Quote', 'i', 'Mod+I'],
    ['Polish ł with AltGr', 'G', 'KeyL', 'ł', 'ł'],
    ['Spanish º', '', 'Backquote', 'º', 'º'],
    ['a dead key on a digit', 'S', 'Digit6', 'Dead', 'Shift+6'],
  ])('reads others: %s', check(false))

  it.each<Row>([
    ['Command with a letter', 'M', 'KeyZ', 'z', 'Mod+Z'],
    ['Command and Shift, which it may report small', 'MS', 'KeyZ', 'z', 'Mod+Shift+Z'],
    ['Control', 'C', 'KeyJ', 'j', ''],
    ['Option with a letter', 'A', 'KeyL', '¬', 'Alt+L'],
    ['Option with a dead letter', 'A', 'KeyN', 'Dead', 'Alt+N'],
    ['Option with a sign', 'A', 'Comma', '≤', 'Alt+,'],
    ['Option with a digit', 'A', 'Digit1', '¡', 'Alt+1'],
    ['Option with an arrow', 'A', 'ArrowRight', 'ArrowRight', 'Alt+ArrowRight'],
    ['Option that is called AltGr', 'AG', 'Digit2', '™', 'Alt+2'],
  ])('reads a Mac: %s', check(true))
})

it('tells the digit of a key by its place', () => {
  expect(digitKeyOf(keyPress('', 'Digit1', '&'), false)).toBe('1')
  expect(digitKeyOf(keyPress('', 'Digit0', '0'), false)).toBe('0')
  expect(digitKeyOf(keyPress('', 'Numpad9', 'PageUp'), false)).toBeUndefined()
  expect(digitKeyOf(keyPress('G', 'Digit2', '~'), false)).toBeUndefined()
  expect(digitKeyOf(keyPress('', 'KeyJ', 'j'), false)).toBeUndefined()
})
