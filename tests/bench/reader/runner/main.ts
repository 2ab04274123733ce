import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findBrowser } from '../../../../src/main/browser-host/find-browser.ts'
import type { BenchDocument } from '../documents/document.ts'
import { makeDocument, makeWarmUp } from '../documents/documents.ts'
import { Random } from '../documents/random.ts'
import { CONTESTANTS, PRODUCT } from './contestants.ts'
import { describeRun } from './machine.ts'
import { Measurement } from './measure.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import type { Places } from './places.ts'
import { buildProduct, bundlePages, installPeers } from './prepare.ts'
import { report } from './report.ts'
import { Results } from './results.ts'
import { BenchServer } from './server.ts'
import { Session } from './session.ts'

/** Sets everything up, measures, and prints what came of it. */
export async function main(args: readonly string[], places: Places): Promise<void> {
  const options = readOptions(args)
  if (options === null) {
    console.log(USAGE)
    return
  }
  const { contestants } = options
  if (contestants.some((name) => CONTESTANTS[name]?.isPeer)) installPeers(places)
  const { pages, scripts } = await bundlePages(
    places,
    contestants.filter((name) => name !== PRODUCT),
  )
  const product = contestants.includes(PRODUCT) ? buildProduct(places) : ''
  const documents = new Map<string, BenchDocument>([
    ['warm-up', makeWarmUp(options.seed)],
    ...options.documents.map((name) => [name, makeDocument(name, options.seed)] as const),
  ])
  const peers = path.join(places.bench, 'node_modules')
  const server = await BenchServer.start({ folders: { pages, peers, product }, documents })
  // Playwright ends its browser on this signal, after which the next one would be started.
  process.once('SIGTERM', () => process.exit(143))
  try {
    const results = await measureAll(options, documents, server.origin, scripts)
    const head = describeRun(places, options, results.browser)
    console.log(report(options, results, head))
    if (options.json !== null) {
      const all = { head, options, results: results.toJSON() }
      await writeFile(options.json, `${JSON.stringify(all, null, 2)}\n`)
    }
  } finally {
    server.close()
  }
}

/** Every contestant with every document in each round, in an order that differs between rounds. */
async function measureAll(
  options: Options,
  documents: ReadonlyMap<string, BenchDocument>,
  origin: string,
  scripts: string,
): Promise<Results> {
  const random = new Random(options.seed)
  const results = new Results()
  for (let round = 1; round <= options.rounds; round++) {
    for (const name of options.documents) {
      const document = documents.get(name)
      if (document === undefined) continue
      for (const contestant of random.shuffled(options.contestants)) {
        if (results.isHopeless(contestant, name)) continue
        const begun = performance.now()
        await measureOne(contestant, document, { origin, scripts, random, results })
        const seconds = ((performance.now() - begun) / 1000).toFixed(1)
        console.error(`Round ${round}, ${name}: ${contestant}, ${seconds} s`)
      }
    }
  }
  return results
}

interface Surroundings {
  readonly origin: string
  readonly scripts: string
  readonly random: Random
  readonly results: Results
}

async function measureOne(
  contestant: string,
  document: BenchDocument,
  { origin, scripts, random, results }: Surroundings,
): Promise<void> {
  const needed = contestant === PRODUCT ? ['probe', 'product-bridge'] : ['probe']
  const session = await Session.start(
    process.env['RUBRICATOR_BROWSER'] ?? findBrowser(),
    needed.map((name) => path.join(scripts, name, 'page.js')),
  )
  try {
    const driver = CONTESTANTS[contestant]?.driver(session.page, origin)
    if (driver === undefined) throw new RangeError(`There is no ${contestant}`)
    const outcomes = await new Measurement(contestant, session, driver, random).run(document)
    results.add(contestant, document.id, outcomes, session)
  } finally {
    await session.close()
  }
}
