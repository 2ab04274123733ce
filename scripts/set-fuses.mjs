/*
 * node scripts/set-fuses.mjs EXECUTABLE
 *
 * Sets the fuses of a packaged Rubricator, before it is signed: what Electron can do and this program
 * never needs is switched off in the executable itself.
 */
import path from 'node:path'
import { readFuses, setFuses } from './support/fuses.mjs'
import { CALLED_FROM } from './support/places.mjs'

const [given, ...others] = process.argv.slice(2)

if (given === undefined || others.length > 0) {
  console.error('Usage: node scripts/set-fuses.mjs EXECUTABLE')
  process.exitCode = 2
} else {
  try {
    const executable = path.resolve(CALLED_FROM, given)
    await setFuses(executable)
    for (const [name, isOn] of Object.entries(await readFuses(executable))) {
      console.log(`${name}: ${isOn ? 'on' : 'off'}`)
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
