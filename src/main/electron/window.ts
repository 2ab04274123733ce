import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowBounds } from '../workbench/settings.ts'
import { fitBounds, SMALLEST } from './bounds.ts'
import { PAGE_ADDRESS } from './page-address.ts'

/** The page's own background, so that nothing flashes before its first frame. */
const PAPER = { light: '#fbfaf6', dark: '#1b1b1d' } as const

const PRELOAD = path.join(import.meta.dirname, '../preload/preload.cjs')

/** Makes the window, which shows itself with its first frame. */
export function createWindow(remembered: WindowBounds | null, iconFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...fitBounds(remembered, workAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Rubricator',
    icon: iconFile,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      spellcheck: false,
      devTools: import.meta.env.DEV,
    },
  })
  window.once('ready-to-show', () => {
    if (remembered?.maximized === true) window.maximize()
    window.show()
  })
  return window
}

/** Loads the program's page, unless the window is closed before that is done. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  try {
    await window.loadURL(PAGE_ADDRESS)
  } catch (error) {
    // The load of a window that is closed meanwhile fails, with nothing lost.
    if (!window.isDestroyed()) throw error
  }
}

/** @returns What to remember of a window; a maximized one remembers where it came from. */
export function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

/** Brings a window to the front. */
export function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function workAreas(): readonly Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}
