/*
 * npm run set-up
 *
 * Installs the system packages that the program and its tests need on a bare Debian, as root; tells
 * what is missing otherwise. `npm test` does this by itself.
 */
import { ELECTRON_LIBRARIES, provide, TEST_TOOLS } from './support/system-packages.mjs'

process.exitCode = (await provide([...ELECTRON_LIBRARIES, ...TEST_TOOLS])) ? 0 : 1
