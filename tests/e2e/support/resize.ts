import { expect } from '@playwright/test'
import { ElectronHost } from '../hosts/electron-host.ts'
import type { Workbench } from '../hosts/workbench.ts'

/** Gives the page of the window a size in CSS pixels. */
export async function resize(
  { host, page }: Workbench,
  size: readonly [width: number, height: number],
): Promise<void> {
  const [width, height] = size
  if (host instanceof ElectronHost) {
    await host.application.evaluate(({ BrowserWindow }, [w, h]) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(w, h)
    }, size)
  } else await page.setViewportSize({ width, height })
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

/** Shows everything twice as large, in a window of a usual size. */
export async function zoomTwice(workbench: Workbench): Promise<void> {
  const { host } = workbench
  if (!(host instanceof ElectronHost)) {
    // What a browser's zoom does to a page: half as many CSS pixels.
    await resize(workbench, [720, 450])
    return
  }
  await resize(workbench, [1440, 900])
  await host.application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(2)
  })
  await expect.poll(() => host.page.evaluate(() => innerWidth)).toBe(720)
}
