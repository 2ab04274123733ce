import type { Progress } from '../store/transaction/transaction.ts'
import type { WindowHost } from './host.ts'

/** Tells a window how far long work is. */
export function progressTo(host: WindowHost): Progress {
  return (done, total) => host.emit({ type: 'progress', done, total })
}
