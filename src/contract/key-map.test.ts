import { describe, expect, it } from 'vitest'
import { DEFAULT_LABEL_SET } from '../core/annotation/label-set.ts'
import { canonicalChord } from './chord.ts'
import { COMMANDS, commandOf } from './commands.ts'
import {
  commandsByChord,
  conflictsOf,
  isRemapped,
  keysOf,
  labelOn,
  tidyKeyMap,
  withKeys,
  type KeyMap,
} from './key-map.ts'

const ids = COMMANDS.map(({ id }) => id)

describe('the program’s own keys', () => {
  it('conflict with nothing, not even with nine labels', () => {
    const labels = [...'123456789'].map((key) => ({ name: `label ${key}`, key }))
    expect(conflictsOf({}, labels)).toEqual([])
  })

  it('are written in the one way to write them', () => {
    for (const chord of COMMANDS.flatMap(({ keys }) => keys)) {
      expect(canonicalChord(chord)).toBe(chord)
    }
  })

  it('belong to commands that are named once', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('keysOf', () => {
  it('gives the person’s keys before the command’s own, also none', () => {
    const map = { 'palette.open': ['Mod+P'], 'help.keys': [] }
    expect(keysOf('palette.open', map)).toEqual(['Mod+P'])
    expect(keysOf('help.keys', map)).toEqual([])
    expect(keysOf('articles.next', map)).toEqual(['j'])
  })
})

describe('tidyKeyMap', () => {
  it('keeps what differs, written in one way', () => {
    const map: KeyMap = {
      'palette.open': ['mod+k'],
      'articles.next': ['J', 'shift+mod+arrowdown', 'j', 'Shift+Mod+ArrowDown'],
      'help.keys': [],
      'no.such': ['x'],
      constructor: ['x'],
    }
    expect(tidyKeyMap(map)).toEqual({
      'articles.next': ['j', 'Mod+Shift+ArrowDown'],
      'help.keys': [],
    })
  })

  it('makes a map that means the same', () => {
    const map: KeyMap = { 'find.next': ['F3', 'Mod+G', 'x'], 'view.focus': ['f'] }
    const tidy = tidyKeyMap(map)
    expect(ids.map((id) => keysOf(id, tidy))).toEqual(ids.map((id) => keysOf(id, map)))
    expect(ids.filter((id) => isRemapped(id, tidy))).toEqual(['find.next'])
  })
})

describe('withKeys', () => {
  it('gives and takes keys, and forgets what is a command’s own again', () => {
    const given = withKeys({}, 'view.focus', ['Mod+B'])
    expect(given).toEqual({ 'view.focus': ['Mod+B'] })
    expect(withKeys(given, 'view.focus', [])).toEqual({ 'view.focus': [] })
    expect(withKeys(given, 'view.focus', commandOf('view.focus').keys)).toEqual({})
  })
})

describe('commandsByChord', () => {
  it('finds every command by each of its keys', () => {
    const found = commandsByChord({}, 'annotate')
    const inReview = commandsByChord({}, 'review')
    for (const command of COMMANDS) {
      const { id, keys } = command
      const isOfReview = 'view' in command && command.view === 'review'
      for (const key of keys) expect((isOfReview ? inReview : found).get(key)).toBe(id)
    }
  })

  it('gives a chord to whom a person gave it', () => {
    const found = commandsByChord({ 'help.about': ['j'], 'articles.previous': ['x'] }, 'annotate')
    expect(found.get('j')).toBe('help.about')
    expect(found.get('x')).toBe('articles.previous')
    expect(found.has('k')).toBe(false)
  })

  it('gives a chord that a person gave twice to the first in the table', () => {
    const map = { 'help.about': ['x'], 'project.open': ['x'] }
    expect(commandsByChord(map, 'annotate').get('x')).toBe('project.open')
  })

  it('means in each view what can be done there', () => {
    expect(commandsByChord({}, 'review').get('j')).toBe('review.next')
    expect(commandsByChord({}, 'annotate').get('j')).toBe('articles.next')
    expect(commandsByChord({}, 'figures').has('j')).toBe(false)
    expect(commandsByChord({}, 'figures').get('Mod+O')).toBe('project.open')
  })
})

describe('conflictsOf', () => {
  const labels = DEFAULT_LABEL_SET
  const words = (map: KeyMap): string[] =>
    conflictsOf(map, labels).map(({ command, chord, with: other }) => {
      switch (other.type) {
        case 'command':
          return `${command}: ${chord} ${other.wins ? 'is' : 'is also'} ${other.command}`
        case 'label':
          return `${command}: ${chord} marks ${other.label}`
        case 'kept':
          return `${command}: ${chord} ${other.does}`
      }
    })

  it.each<[string, KeyMap, string[]]>([
    ['nothing', { 'view.focus': ['Mod+B'] }, []],
    [
      'another command, at both',
      { 'palette.open': ['d'] },
      ['articles.done: d is palette.open', 'palette.open: d is also articles.done'],
    ],
    [
      'nothing when the other gave it up',
      { 'palette.open': ['d'], 'articles.done': ['n'], 'spans.note': [] },
      [],
    ],
    [
      'three commands',
      { 'palette.open': ['q'], 'help.keys': ['q'], 'view.focus': ['q'] },
      [
        'view.focus: q is also palette.open',
        'view.focus: q is also help.keys',
        'palette.open: q is view.focus',
        'palette.open: q is also help.keys',
        'help.keys: q is view.focus',
        'help.keys: q is also palette.open',
      ],
    ],
    ['nothing in another view', { 'articles.done': ['x'] }, []],
    [
      'a command of each view',
      { 'help.keys': ['j'] },
      [
        'articles.next: j is help.keys',
        'review.next: j is help.keys',
        'help.keys: j is also articles.next',
        'help.keys: j is also review.next',
      ],
    ],
    ['a label’s digit', { 'view.focus': ['1'] }, ['view.focus: 1 marks claim']],
    [
      'a digit with Shift and with Alt',
      { 'view.focus': ['Shift+2', 'Alt+3', 'Mod+4'] },
      ['view.focus: Shift+2 marks actor', 'view.focus: Alt+3 marks date'],
    ],
    ['no digit without a label', { 'view.focus': ['5'] }, []],
    [
      'what the system keeps',
      { 'view.focus': ['Mod+W', 'F5'] },
      ['view.focus: Mod+W closes the window', 'view.focus: F5 loads the window again'],
    ],
  ])('finds %s', (_what, map, expected) => {
    expect(words(map)).toEqual(expected)
  })
})

it('tells the label on a chord', () => {
  expect(labelOn('Alt+Shift+4', DEFAULT_LABEL_SET)?.name).toBe('casualty figure')
  expect(labelOn('Mod+4', DEFAULT_LABEL_SET)).toBeUndefined()
})
