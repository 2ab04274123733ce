import { Worker } from 'node:worker_threads'
import { readOptions, USAGE, type Options } from './options.ts'
import { report } from './report.ts'
import type { Word, Work } from './worker.ts'

/** After so long on one input nothing more will come of it. */
const HANGS_AFTER = 30_000
const LOOK_EVERY = 1000
/** Between two lines that say how far it is. */
const TELL_EVERY = 30_000

/**
 * Runs the fuzzing in a worker, so that an input that never ends can be named and ended.
 * @param worker - The bundled worker.ts.
 * @returns The exit code.
 */
export async function main(args: readonly string[], worker: URL): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    console.log(USAGE)
    return 0
  }
  const begun = performance.now()
  const code = await run(options, worker)
  const seconds = (performance.now() - begun) / 1000
  console.log(`\nseed ${options.seed}, ${seconds.toFixed(0)} s`)
  return code
}

function run(options: Options, file: URL): Promise<number> {
  const place = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
  const work: Work = { options, place: place.buffer }
  const worker = new Worker(file, { workerData: work })
  let names: readonly string[] = []
  return new Promise((resolve, reject) => {
    const end = (code: number): void => {
      clearInterval(watch)
      resolve(code)
    }
    const watch = watchOver(
      place,
      () => {
        const [, turn = 0, index = 0] = place
        const again = `--target '${names[turn]}' --seed ${options.seed} --first ${index} --inputs 1`
        console.error(`An input hangs: npm run fuzz -- ${again}`)
        void worker.terminate().then(() => end(1))
      },
      options.inputs,
    )
    worker.on('message', (word: Word) => {
      if (word.type === 'begun') names = word.targets
      else {
        console.log(report(word.rows, options.seed))
        end(word.rows.some(({ failed }) => failed > 0) ? 1 : 0)
      }
    })
    worker.once('exit', () => end(1))
    worker.once('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
  })
}

/** Says now and then how far it is, and calls when it has come no further for too long. */
function watchOver(place: Int32Array, onHang: () => void, inputs: number): NodeJS.Timeout {
  let last = { count: 0, since: performance.now() }
  let toldAt = performance.now()
  return setInterval(() => {
    const now = performance.now()
    const count = Atomics.load(place, 0)
    if (count !== last.count) last = { count, since: now }
    else if (now - last.since > HANGS_AFTER) onHang()
    if (now - toldAt < TELL_EVERY) return
    toldAt = now
    console.error(`${count.toLocaleString('en')} of ${inputs.toLocaleString('en')}`)
  }, LOOK_EVERY)
}
