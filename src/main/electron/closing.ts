import type { BrowserWindow } from 'electron'
import { askToEnd, askToReopen } from './dialogs.ts'
import type { PagePresence } from './page-presence.ts'
import { loadPage } from './window.ts'

/** How long a page may take to save, in milliseconds, before the person is asked. */
const ANSWER_WITHIN = 10_000

/**
 * Lets a window close only once its page has saved everything. The page is told, and answers with
 * `window.close()`, which destroys its contents without a 'close' event; only the person, the window
 * manager and `app.quit()` cause that event.
 * @returns To be called when the page answers that it stays open, because it asks the person first.
 */
export function closeWhenSaved(
  window: BrowserWindow,
  presence: PagePresence,
  announceClosing: () => void,
): () => void {
  let timer: NodeJS.Timeout | null = null

  const stay = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  const ask = async (): Promise<void> => {
    const isEnding = await askToEnd(window, 'The window has not finished saving.')
    timer = null
    if (isEnding && !window.isDestroyed()) window.destroy()
  }

  const reopen = async (): Promise<void> => {
    const isWanted = await askToReopen(window)
    if (window.isDestroyed()) return
    if (isWanted) await loadPage(window)
    else window.destroy()
  }

  window.on('close', (event) => {
    event.preventDefault()
    if (!presence.isListening) {
      window.destroy()
      return
    }
    if (timer !== null) return
    timer = setTimeout(() => void ask(), ANSWER_WITHIN)
    announceClosing()
  })

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    // While the program ends, its processes may be ended together; nothing is left to wait for.
    if (timer === null) void reopen()
    else window.destroy()
  })

  window.on('closed', stay)
  return stay
}
