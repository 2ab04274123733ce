/*
 * npm run screenshots
 *
 * Takes the pictures of the documentation from the real window: in Electron where its executable is
 * here, in an installed browser otherwise.
 */
import { buildIfStale } from './support/build.mjs'
import { runElectronTests } from './support/electron-tests.mjs'
import { runScript } from './support/run.mjs'
import { PICTURE_FONTS, provide } from './support/system-packages.mjs'

const config = '--config=tests/e2e/pictures/playwright.config.ts'

buildIfStale()
await provide(PICTURE_FONTS)
process.exitCode =
  (await runElectronTests([config], process.env)) ??
  (await runScript('test:e2e', ['--project=browser', config]))
