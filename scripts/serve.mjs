/*
 * npm run serve -- --project DIR [--port N] [--no-open]
 *
 * The command line's `serve`, built first when that is needed.
 */
import { buildIfStale } from './support/build.mjs'
import { runCommandLine } from './support/command-line.mjs'
import { CALLED_FROM } from './support/places.mjs'

try {
  buildIfStale()
  // npm has moved to the top of the repository; relative paths are meant from where it was called.
  process.chdir(CALLED_FROM)
  await runCommandLine(['serve', ...process.argv.slice(2)])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
