import type { Page } from '@playwright/test'
import { boxed } from './boxed.ts'

/**
 * Drops files and folders of the disk onto the middle of the window, as a file manager does; events
 * made by script would carry no entries.
 */
export function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  return boxed(`drop ${files.length} files`, async () => {
    const session = await page.context().newCDPSession(page)
    const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
    const data = { items: [], files: [...files], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x, y, data })
    }
    await session.detach()
  })
}
