import { ok } from '../../core/result.ts'
import type { Handlers } from './handler.ts'

export const windowCalls: Handlers<'window.stay'> = {
  async 'window.stay'({ host }) {
    host.stay()
    return ok(null)
  },
}
