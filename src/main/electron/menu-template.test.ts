import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../contract/commands.ts'
import type { KeyMap } from '../../contract/key-map.ts'
import { menuTemplate } from './menu-template.ts'

const RECENT = [{ name: 'Flood & fire', path: '/news' }]

function itemsOf(
  isMac: boolean,
  ran: string[] = [],
  keys: KeyMap = {},
): MenuItemConstructorOptions[] {
  const content = { appName: 'Rubricator', isMac, recent: RECENT, keys }
  const actions = {
    run: (command: string) => ran.push(command),
    open: (folder: string) => ran.push(folder),
  }
  return flatten(menuTemplate(content, actions))
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flatten(item.submenu) : []),
  ])
}

function choose(item: MenuItemConstructorOptions | undefined): void {
  const click = item?.click as (() => void) | undefined
  click?.()
}

describe.each([true, false])('the menus (on a Mac: %s)', (isMac) => {
  test('hold every command that belongs to a menu, once', () => {
    const ids = itemsOf(isMac).flatMap(({ id }) => (id === undefined ? [] : [id]))
    const wanted = COMMANDS.filter(({ menu }) => menu !== undefined).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(wanted.toSorted())
  })

  test('run commands and open projects', () => {
    const ran: string[] = []
    const items = itemsOf(isMac, ran)
    choose(items.find(({ id }) => id === 'export.jsonl'))
    choose(items.find(({ label }) => label === 'Flood && fire — /news'))
    expect(ran).toEqual(['export.jsonl', '/news'])
  })

  test('take no key that the page handles itself', () => {
    const taken = itemsOf(isMac).filter(({ id, accelerator, registerAccelerator }) => {
      return id !== undefined && accelerator !== undefined && registerAccelerator !== false
    })
    expect(taken).toEqual([])
  })
})

test('the keys that a person has given to commands are shown', () => {
  const keys = { 'articles.next': ['n', 'j'], 'help.keys': [], 'view.focus': ['ö'] }
  const shown = (id: string): string | undefined =>
    itemsOf(false, [], keys).find((item) => item.id === id)?.accelerator
  expect(shown('articles.next')).toBe('N')
  expect(shown('help.keys')).toBeUndefined()
  expect(shown('view.focus')).toBeUndefined()
  expect(shown('find.open')).toBe('CommandOrControl+F')
})

test('a Mac is shown no key that it would take from text fields', () => {
  const shown = itemsOf(true).flatMap(({ accelerator }) => accelerator ?? [])
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.every((key) => key.startsWith('CommandOrControl+'))).toBe(true)
})
