import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keyPress } from '../../../tests/support/key-press.ts'
import { commandsByChord } from '../../contract/key-map.ts'
import { KeyController } from './key-controller.ts'

/** An element as far as the controller asks: which simple selectors it matches. */
class FakeElement {
  readonly #names: readonly string[]

  constructor(...names: readonly string[]) {
    this.#names = names
  }

  matches(selectors: string): boolean {
    return selectors.split(', ').some((selector) => this.#names.includes(selector))
  }
}

const body = new FakeElement('body')
const field = new FakeElement('input')
const button = new FakeElement('button')
const list = new FakeElement('[role=listbox]')
const dialog = new FakeElement('dialog')

let done: string[]
let isThere: boolean
let page: EventTarget
let controller: KeyController

beforeEach(() => {
  done = []
  isThere = true
  page = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('Element', FakeElement)
  const act = (what: string): boolean => {
    done.push(what)
    return isThere
  }
  controller = new KeyController(
    {
      table: () => ({ commands: commandsByChord({}, 'annotate'), labels: new Set('1234') }),
      command: (id, extend, isHeld) =>
        act(`${id}${extend ? ' extends' : ''}${isHeld ? ' on' : ''}`),
      label: (key) => act(`label ${key}`),
    },
    false,
  )
  controller.hostConnected()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Presses a key. @returns Whether the browser's own meaning was prevented. */
function press(
  [held, code, key]: readonly [string, string, string],
  path: readonly FakeElement[] = [body],
  more: { repeat?: true; isComposing?: true } = {},
): boolean {
  const event = new Event('keydown', { cancelable: true })
  Object.assign(event, { ...keyPress(held, code, key), repeat: false, isComposing: false, ...more })
  event.composedPath = () => path as unknown as EventTarget[]
  page.dispatchEvent(event)
  return event.defaultPrevented
}

const J = ['', 'KeyJ', 'j'] as const
const D = ['', 'KeyD', 'd'] as const
const ONE = ['', 'Digit1', '1'] as const
const FIND = ['C', 'KeyF', 'f'] as const
const TAB = ['', 'Tab', 'Tab'] as const

describe('KeyController', () => {
  it('carries out every press in its order, and keeps it from the browser', () => {
    expect(press(J)).toBe(true)
    press(ONE)
    press(ONE)
    press(J)
    expect(done).toEqual(['articles.next', 'label 1', 'label 1', 'articles.next'])
  })

  it('leaves to the browser what means nothing, or had nothing to do', () => {
    expect(press(['', 'KeyX', 'x'])).toBe(false)
    isThere = false
    expect(press(TAB)).toBe(false)
    expect(done).toEqual(['spans.next'])
  })

  it('writes in fields, but for chords that write nothing', () => {
    expect(press(J, [field])).toBe(false)
    expect(press(ONE, [field])).toBe(false)
    expect(press(['C', 'KeyZ', 'z'], [field])).toBe(false)
    expect(press(FIND, [field])).toBe(true)
    expect(press(['S', 'F3', 'F3'], [field])).toBe(true)
    expect(done).toEqual(['find.open', 'find.previous'])
  })

  it('leaves to buttons and lists what is theirs', () => {
    expect(press(['', 'Enter', 'Enter'], [button])).toBe(false)
    expect(press(TAB, [button])).toBe(false)
    expect(press(['', 'PageDown', 'PageDown'], [list])).toBe(false)
    expect(press(TAB, [list])).toBe(false)
    press(J, [button])
    press(J, [list])
    expect(done).toEqual(['articles.next', 'articles.next'])
  })

  it('does nothing behind a dialog, and keeps the browser from doing its own', () => {
    expect(press(J, [button, dialog])).toBe(false)
    expect(press(['C', 'KeyA', 'a'], [field, dialog])).toBe(false)
    expect(press(['C', 'KeyO', 'o'], [field, dialog])).toBe(true)
    expect(done).toEqual([])
  })

  it('leaves an input method alone', () => {
    expect(press(J, [body], { isComposing: true })).toBe(false)
    expect(done).toEqual([])
  })

  it('goes on moving while a key is held', () => {
    press(['S', 'ArrowRight', 'ArrowRight'])
    press(['S', 'ArrowRight', 'ArrowRight'], [body], { repeat: true })
    expect(done).toEqual(['cursor.next-word extends', 'cursor.next-word extends on'])
  })

  it.each([D, ONE, FIND])('does once what would do too much: %s', (held, code, key) => {
    press([held, code, key])
    expect(press([held, code, key], [body], { repeat: true })).toBe(true)
    expect(done).toHaveLength(1)
  })

  it('writes nothing with a key that moved the focus and is still held', () => {
    press(['', 'Slash', '/'])
    expect(press(['', 'Slash', '/'], [field], { repeat: true })).toBe(true)
    expect(press(['', 'Slash', '/'], [field, dialog], { repeat: true })).toBe(true)
    expect(press(['', 'Slash', '/'], [field])).toBe(false)
    expect(press(['', 'Slash', '/'], [field], { repeat: true })).toBe(false)
    expect(done).toEqual(['articles.search'])
  })

  it('is silent once it is gone', () => {
    controller.hostDisconnected()
    expect(press(J)).toBe(false)
    expect(done).toEqual([])
  })
})
