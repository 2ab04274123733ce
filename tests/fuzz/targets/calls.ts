import * as v from 'valibot'
import { calls, isCallName, type CallName } from '../../../src/contract/calls.ts'
import type { CallFailure, CallResult } from '../../../src/contract/failure.ts'
import { dispatch } from '../../../src/main/workbench/dispatch.ts'
import { Staging } from '../../../src/main/workbench/import/staging.ts'
import type { Random } from '../../bench/reader/documents/random.ts'
import { mutatedValue } from '../inputs/mutate.ts'
import { CALL_NAMES, validArguments } from '../inputs/valid-calls.ts'
import { clonedValue, hostileKey, hostileValue } from '../inputs/values.ts'
import { ensure, refusedWith, type Target, type Trial, type Verdict } from '../target.ts'
import type { World } from '../world.ts'
import { wouldWrite } from './would-write.ts'

/** An error that nothing has caught, or a disk that is full, is the fault of no input. */
const UNEXPECTED: readonly CallFailure['code'][] = ['internal', 'storage', 'unsupported']

/**
 * Every call of the contract, as a window makes it. One that would rightly change files is made by a
 * window that may only look, and must be refused for that.
 */
export class CallsTarget implements Target {
  readonly name = 'calls'
  readonly #world: World
  #staging: Staging

  constructor(world: World) {
    this.#world = world
    this.#staging = new Staging(world.store)
  }

  draw(random: Random): Trial {
    const name = random.next() < 0.98 ? random.pick(CALL_NAMES) : hostileName(random)
    const args = isCallName(name) ? this.#argumentsOf(random, name) : hostileValue(random)
    const isLooking = random.next() < 0.1
    return { input: { name, args }, run: () => this.#make(name, args, isLooking) }
  }

  async settle(): Promise<void> {
    const { project, store } = this.#world
    project.stagings.cancel(this.#staging.id)
    this.#staging = new Staging(store)
    await this.#world.check()
  }

  #argumentsOf(random: Random, name: CallName): unknown {
    const ground = { world: this.#world, staging: this.#staging.id }
    const kind = random.next()
    if (kind < 0.1) return hostileValue(random)
    const valid = validArguments(random, name, ground)
    if (kind < 0.35) return valid
    return mutatedValue(random, valid, kind < 0.45 ? clonedValue : hostileValue)
  }

  async #make(name: unknown, args: unknown, isLooking: boolean): Promise<Verdict> {
    const { workbench, writer, looker, project } = this.#world
    // Imports that begin push out older ones, and a call may have ended this one.
    project.stagings.keep(this.#staging)
    const isWithheld = isCallName(name) && (await wouldWrite(name, args, this.#world))
    const window = isWithheld || isLooking ? looker : writer
    const result = await dispatch(workbench, window, name, args)
    if (isWithheld) {
      ensure(!result.ok && result.error.code === 'read-only', 'A window that may only look wrote')
    }
    return verdictOn(name, result)
  }
}

/** @throws Error when a result is none that the contract allows for. */
export function verdictOn(name: unknown, result: CallResult<unknown>): Verdict {
  if (result.ok) {
    ensure(isCallName(name), 'A call that does not exist was answered')
    v.assert(calls[name].reply, result.value)
    return 'accepted'
  }
  const { code, message } = result.error
  ensure(!UNEXPECTED.includes(code), `It failed with ${code}: ${message}`)
  return refusedWith(message)
}

function hostileName(random: Random): unknown {
  return random.next() < 0.5 ? hostileKey(random) : hostileValue(random)
}
