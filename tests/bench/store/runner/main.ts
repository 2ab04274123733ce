import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { SizeMeasurement } from './measure-size.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import type { Places } from './processes.ts'
import { report } from './report.ts'
import { Values } from './values.ts'

/** Measures all sizes, and prints what came of it. */
export async function main(args: readonly string[], places: Places): Promise<void> {
  const options = readOptions(args)
  if (options === null) {
    console.log(USAGE)
    return
  }
  const values = new Values()
  const measurements = options.sizes.map(
    (articles) => new SizeMeasurement(places, options, values, articles),
  )
  try {
    for (const measurement of measurements) await measurement.run()
  } finally {
    for (const measurement of measurements) await measurement.remove()
  }
  const head = describeRun(options)
  console.log(report(options, values, head))
  if (options.json !== null) {
    await writeFile(options.json, `${JSON.stringify({ head, options, values }, null, 2)}\n`)
  }
}

/** What the figures were taken on, a line each. */
function describeRun({ rounds, edits, busy, seed }: Options): readonly string[] {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const load = os.loadavg().map((average) => average.toFixed(1))
  return [
    `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Machine: ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${os.type()} ${os.arch()}`,
    `Versions: Node ${process.versions.node}`,
    `Load: ${load.join(', ')} over the last 1, 5 and 15 minutes of it, the bench included`,
    `Rounds: ${rounds}, ${edits} edits, imports of ${busy} articles during which somebody works, seed ${seed}`,
    'Articles of about 4,000 characters with 25 spans each; every figure from a fresh process, files in the system’s caches; medians where nothing else is said',
  ]
}
