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

/** The test of all elements takes longer than any other, and goes beside them. */
const GALLERY = 'every element looks right in every state'

/**
 * The steps of a stage run at the same time. The two hosts share nothing but the machine: each has
 * its own display, its own homes and its own results.
 * @type {readonly (readonly Step[])[]}
 */
const STAGES = [
  [script('format:check'), script('lint'), script('typecheck'), script('layers'), script('build')],
  [vitest('test:unit')],
  [vitest('test:integration')],
  [
    playwright('test:e2e in the browser', (args, env) =>
      runScript('test:e2e', ['--project=browser', `--grep-invert=${GALLERY}`, ...args], env),
    ),
    playwright('test:e2e of the gallery', (args, env) =>
      runScript(
        'test:e2e',
        ['--project=browser', `--grep=${GALLERY}`, '--output=test-results/e2e-gallery', ...args],
        env,
      ),
    ),
    playwright('test:e2e in Electron', runElectronTests),
  ],
]

process.exitCode = await runAll()

async function runAll() {
  // Told, not fatal: each step that misses something says so itself.
  await provide([...ELECTRON_LIBRARIES, ...TEST_TOOLS])
  let totals = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of STAGES) {
    const codes = await Promise.all(stage.map((step) => runStep(step)))
    for (const { report } of stage) {
      if (report !== undefined) totals = addTotals(totals, readTotals(report))
    }
    if (codes.some((code) => code !== 0 && code !== null)) {
      // A step that fails without a failed test, such as a file that does not load, counts as one.
      const failed = Math.max(1, totals.failed)
      return finish({ ...totals, failed })
    }
  }
  return finish(totals)
}

/** @param {Step} step */
async function runStep({ name, run }) {
  const begun = performance.now()
  console.log(`\n── ${name}`)
  const code = await run()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`── ${name}: ${outcome(code)}, ${seconds} s`)
  return code
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
 * @param {(args: readonly string[], env: NodeJS.ProcessEnv) => Promise<number | null>} start
 * @returns {Step}
 */
function playwright(name, start) {
  const report = freshReport(name)
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const run = () => start(['--reporter=list,json'], env)
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
