import type { MenuItemConstructorOptions } from 'electron'
import { COMMANDS, commandOf } from '../../contract/commands.ts'
import type { Command, CommandId } from '../../contract/commands.ts'
import { keysOf, type KeyMap } from '../../contract/key-map.ts'
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
  /** The keys that a person has given to commands. */
  readonly keys: KeyMap
}

const SEPARATOR: Item = { type: 'separator' }

/** @returns The menus as data. */
export function menuTemplate(content: MenuContent, actions: MenuActions): Item[] {
  const { isMac } = content
  const command = (id: CommandId): Item => commandItem(id, content, actions)
  const submenu = (menu: Command['menu']): Item[] =>
    COMMANDS.filter((entry) => entry.menu === menu).map((entry) => command(entry.id))

  const file: Item[] = [
    command('project.new'),
    command('project.open'),
    { label: 'Open Recent', submenu: recentItems(content.recent, actions) },
    command('project.sample'),
    SEPARATOR,
    command('import.files'),
    command('import.folder'),
    command('export.jsonl'),
    command('export.adjudicated'),
    SEPARATOR,
    command('packs.send'),
    command('packs.undo'),
    SEPARATOR,
    command('unsaved.retry'),
    command('unsaved.export'),
    command('unsaved.discard'),
    SEPARATOR,
    command('backups.make'),
    command('backups.restore'),
    SEPARATOR,
    command('labels.manage'),
    command('project.blind'),
    command('annotator.name'),
    ...(isMac ? [] : [SEPARATOR, { role: 'quit' } satisfies Item]),
  ]
  const edit: Item[] = [
    command('history.undo'),
    command('history.redo'),
    SEPARATOR,
    ...editingItems(isMac),
    SEPARATOR,
    command('find.open'),
    command('find.next'),
    command('find.previous'),
  ]
  const view: Item[] = [
    command('view.annotate'),
    command('view.review'),
    command('view.figures'),
    command('comments.show'),
    SEPARATOR,
    command('palette.open'),
    SEPARATOR,
    command('view.reading'),
    command('view.larger'),
    command('view.smaller'),
    SEPARATOR,
    command('view.focus'),
    command('view.chips'),
    command('view.numbers'),
    SEPARATOR,
    ...zoomItems(),
  ]
  // On a Mac it stands in the program's own menu.
  const help = submenu('Help').filter(({ id }) => !isMac || id !== 'help.about')
  return [
    ...(isMac ? [appMenu(content.appName, command)] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    { label: '&Article', submenu: submenu('Article') },
    ...(isMac ? [{ role: 'windowMenu' } satisfies Item] : []),
    { label: '&Help', role: 'help', submenu: help },
  ]
}

function commandItem(id: CommandId, { isMac, keys }: MenuContent, actions: MenuActions): Item {
  const [chord] = keysOf(id, keys)
  // The page handles its keys itself. Only a Mac cannot be told to show a key and not take it; there
  // a bare letter in a menu would be taken from every text field.
  const isShown = chord !== undefined && (!isMac || chord.startsWith('Mod+'))
  const accelerator = isShown ? acceleratorOf(chord) : undefined
  return {
    id,
    label: commandOf(id).title,
    click: () => actions.run(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
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

function zoomItems(): Item[] {
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
