import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CONTESTANTS } from './contestants.ts'
import { LIMIT } from './measure.ts'
import type { Options } from './options.ts'
import type { Places } from './places.ts'
import { SWITCHES, WINDOW } from './session.ts'

/** What the figures were taken on, a line each. */
export function describeRun(
  places: Places,
  { contestants, rounds, seed }: Options,
  browser: string,
): readonly string[] {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const peers = contestants.flatMap((name) => {
    const packageName = CONTESTANTS[name]?.package
    return packageName === undefined ? [] : [`${packageName} ${versionOf(places, packageName)}`]
  })
  return [
    `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Machine: ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${os.type()} ${os.arch()}`,
    `Versions: Chromium ${browser}, Node ${process.versions.node}${peers.map((peer) => `, ${peer}`).join('')}`,
    `Load: ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')} over the last 1, 5 and 15 minutes of it, the bench included`,
    `Window: ${WINDOW.width} × ${WINDOW.height}, ${SWITCHES.join(' ')}`,
    `Rounds: ${rounds}, seed ${seed}, at most ${LIMIT} s for a contestant with a document`,
  ]
}

function versionOf({ bench }: Places, packageName: string): string {
  const file = path.join(bench, 'node_modules', packageName, 'package.json')
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return version
}
