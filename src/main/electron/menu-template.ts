import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS } from '../../contract/commands.ts'
import type { Command, CommandId } from '../../contract/commands.ts'
import type { WorkbenchState } from '../../contract/models.ts'
import { acceleratorOf } from './accelerator.ts'

type Item = MenuItemConstructorOptions

/** What the menus do. */
export interface MenuActions {
  run(command: CommandId): void
  open(projectPath: string): void
}

export interface MenuContent {
  readonly appName: string
  readonly isMac: boolean
  readonly recent: WorkbenchState['recent']
}

const SEPARATOR: Item = { type: 'separator' }

/** @returns The menus as data. */
export function menuTemplate(content: MenuContent, actions: MenuActions): Item[] {
  const { isMac } = content
  const command = (id: CommandId): Item => commandItem(id, isMac, actions)
  const submenu = (menu: Command['menu']): Item[] =>
    COMMANDS.filter((entry: Command) => entry.menu === menu).map((entry) => command(entry.id))

  const file: Item[] = [
    command('project.new'),
    command('project.open'),
    { label: 'Open Recent', submenu: recentItems(content.recent, actions) },
    command('project.sample'),
    SEPARATOR,
    command('import.files'),
    command('import.folder'),
    command('export.jsonl'),
    SEPARATOR,
    command('annotator.name'),
    ...(isMac ? [] : [SEPARATOR, { role: 'quit' } satisfies Item]),
  ]
  return [
    ...(isMac ? [appMenu(content.appName, command)] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: [...submenu('Edit'), SEPARATOR, ...editingItems(isMac)] },
    { label: '&View', submenu: viewItems() },
    { label: '&Article', submenu: submenu('Article') },
    ...(isMac ? [{ role: 'windowMenu' } satisfies Item] : []),
    { label: '&Help', role: 'help', submenu: submenu('Help') },
  ]
}

function commandItem(id: CommandId, isMac: boolean, actions: MenuActions): Item {
  const found: Command | undefined = COMMANDS.find((command) => command.id === id)
  const key = found?.keys[0]
  // The page handles its keys itself. Only a Mac cannot be told to show a key and not take it; there
  // a bare letter in a menu would be taken from every text field.
  const shown = key !== undefined && (!isMac || key.startsWith('Mod+'))
  return {
    id,
    label: found?.title ?? id,
    click: () => actions.run(id),
    ...(shown ? { accelerator: acceleratorOf(key), registerAccelerator: false } : {}),
  }
}

function recentItems(recent: MenuContent['recent'], actions: MenuActions): Item[] {
  if (recent.length === 0) return [{ label: 'No Recent Projects', enabled: false }]
  return recent.map(({ name, path }) => ({
    // An ampersand would underline the letter after it.
    label: `${name} — ${path}`.replaceAll('&', '&&'),
    click: () => actions.open(path),
  }))
}

function editingItems(isMac: boolean): Item[] {
  const roles = ['cut', 'copy', 'paste', 'selectAll'] as const
  // Outside a Mac the page takes these keys as every page does, and may give them a meaning.
  return roles.map((role) => ({ role, ...(isMac ? {} : { registerAccelerator: false }) }))
}

function viewItems(): Item[] {
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The key of the plus sign without Shift, which is how it is pressed on most keyboards.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(import.meta.env.DEV ? [SEPARATOR, { role: 'toggleDevTools' } satisfies Item] : []),
  ]
}

function appMenu(name: string, command: (id: CommandId) => Item): Item {
  return {
    label: name,
    submenu: [
      command('help.about'),
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}
