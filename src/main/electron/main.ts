import path from 'node:path'
import { app, dialog } from 'electron'
import { readArguments } from './arguments.ts'
import type { StartArguments } from './arguments.ts'
import type { Desktop } from './desktop.ts'
import { HAS_OWN_SCHEME } from './page-address.ts'
import { registerScheme } from './scheme.ts'
import { guardApp, silenceChromium } from './security.ts'

/*
 * What stands here has to happen before the app is ready, so this module imports little: the program
 * itself is loaded afterwards.
 */

app.setName('Rubricator')
// The folder that follows from the name is already settled by now when the name was another.
app.setPath('userData', path.join(app.getPath('appData'), 'Rubricator'))
silenceChromium(app)
guardApp(app)
if (HAS_OWN_SCHEME) registerScheme()

const start = readArguments(process.argv, process.cwd())

if (app.requestSingleInstanceLock(start)) {
  // Not awaited here: the app gets ready only after its first module has run to its end.
  void run()
} else {
  console.error('Rubricator is open already; its window comes to the front.')
  app.quit()
}

async function run(): Promise<void> {
  try {
    await app.whenReady()
    const { openDesktop } = await import('./desktop.ts')
    const desktop = await openDesktop()
    app.on('second-instance', (_event, _argv, _folder, second) =>
      desktop.takeSecondStart(second as StartArguments),
    )
    app.on('activate', () => desktop.present())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => app.quit())
    }
    // Before the page is loaded, because the window may be closed meanwhile.
    app.on('window-all-closed', () => void end(desktop))
    await desktop.show(start)
  } catch (error) {
    failAndExit('Rubricator could not start', error)
  }
}

/** Ends the program once everything is on disk. */
async function end(desktop: Desktop): Promise<void> {
  try {
    await desktop.close()
    app.quit()
  } catch (error) {
    failAndExit('Not everything could be saved', error)
  }
}

function failAndExit(title: string, error: unknown): void {
  console.error(error)
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error))
  app.exit(1)
}
