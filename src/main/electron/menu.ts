import { Menu } from 'electron'
import { menuTemplate, type MenuActions, type MenuContent } from './menu-template.ts'

/** Shows the menus, which are drawn from the contract's commands. */
export function showMenus(content: MenuContent, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(content, actions)))
}
