/*
 * npm test
 *
 * Everything that must hold before a change is good, cheapest first, up to the first failure. Ends
 * with one line of totals over all test runners.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runElectronTests } from './support/electron-tests.mjs'
import { inRoot } from './support/places.mjs'
import { runScript } from './support/run.mjs'
import { ELECTRON_LIBRARIES, provide, TEST_TOOLS } from './support/system-packages.mjs'
import { addTotals, readTotals } from './support/totals.mjs'

/** @typedef {{ name: string, run: () => Promise<number | null>, report?: string }} Step */

const REPORTS = inRoot('test-results', 'reports')

/** @type {readonly Step[]} */
const STEPS = [
  script('format:check'),
  script('lint'),
  script('typecheck'),
  script('layers'),
  vitest('test:unit'),
  script('build'),
  vitest('test:integration'),
  playwright('test:e2e in the browser', (args) =>
    runScript('test:e2e', ['--project=browser', ...args]),
  ),
  playwright('test:e2e in Electron', (args) => runElectronTests(args, process.env)),
]

process.exitCode = await runAll()

async function runAll() {
  // Told, not fatal: each step that misses something says so itself.
  await provide([...ELECTRON_LIBRARIES, ...TEST_TOOLS])
  let totals = { passed: 0, failed: 0, skipped: 0 }
  for (const step of STEPS) {
    const begun = performance.now()
    console.log(`\n── ${step.name}`)
    const code = await step.run()
    if (step.report !== undefined) totals = addTotals(totals, readTotals(step.report))
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`── ${step.name}: ${outcome(code)}, ${seconds} s`)
    if (code !== 0 && code !== null) {
      // A step that fails without a failed test, such as a file that does not load, counts as one.
      const failed = Math.max(1, totals.failed)
      return finish({ ...totals, failed })
    }
  }
  return finish(totals)
}

/** @param {number | null} code */
function outcome(code) {
  if (code === null) return 'skipped'
  return code === 0 ? 'ok' : 'failed'
}

/** @param {import('./support/totals.mjs').Totals} totals */
function finish({ passed, failed, skipped }) {
  console.log(skipped > 0 ? `\n${skipped} skipped\n` : '')
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/**
 * @param {string} name
 * @returns {Step}
 */
function script(name) {
  return { name, run: () => runScript(name) }
}

/**
 * @param {string} name
 * @returns {Step}
 */
function vitest(name) {
  const report = freshReport(name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { name, report, run: () => runScript(name, reporters) }
}

/**
 * @param {string} name
 * @param {(args: readonly string[]) => Promise<number | null>} start
 * @returns {Step}
 */
function playwright(name, start) {
  const report = freshReport(name)
  const run = () => {
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report
    return start(['--reporter=list,json'])
  }
  return { name, report, run }
}

/**
 * @param {string} name
 * @returns {string} Where a step's report will be; none of an earlier run is there.
 */
function freshReport(name) {
  const file = path.join(REPORTS, `${name.replaceAll(/\W+/g, '-')}.json`)
  rmSync(file, { force: true })
  mkdirSync(REPORTS, { recursive: true })
  return file
}
