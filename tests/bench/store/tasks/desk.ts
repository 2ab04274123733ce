import path from 'node:path'
import type { CallArguments, CallName, CallReply } from '../../../../src/contract/calls.ts'
import type { CallResult } from '../../../../src/contract/failure.ts'
import { ok } from '../../../../src/core/result.ts'
import { dispatch } from '../../../../src/main/workbench/dispatch.ts'
import { writeDelivery } from '../../../../src/main/workbench/export/write-delivery.ts'
import type { Delivery, WindowHost } from '../../../../src/main/workbench/host.ts'
import { Workbench } from '../../../../src/main/workbench/workbench.ts'

/** Where a desk keeps its settings, and which project lies on it. */
export interface Place {
  /** Holds settings. */
  readonly home: string
  readonly seeds: string
  readonly project: string
}

/** A window without a screen, which lets the bench choose the files. */
class BenchHost implements WindowHost {
  readonly writable = true
  files: readonly string[] = []
  /** Where exports go. */
  out = ''

  view(): ReturnType<WindowHost['view']> {
    return {
      kind: 'browser',
      version: '0',
      platform: process.platform,
      nativeDialogs: false,
      blockedRequests: null,
    }
  }

  pickFolder(): Promise<null> {
    return Promise.resolve(null)
  }

  pickFiles(): Promise<readonly string[]> {
    return Promise.resolve(this.files)
  }

  async deliver(delivery: Delivery): ReturnType<WindowHost['deliver']> {
    await writeDelivery(this.out, delivery)
    return ok({ type: 'saved', path: this.out, lines: delivery.lines })
  }

  stay(): void {
    // Nobody is asked.
  }

  emit(): void {
    // Nobody looks.
  }
}

/** The workbench as a window's calls reach it. */
export class Desk {
  readonly host = new BenchHost()
  readonly #workbench: Workbench

  private constructor(workbench: Workbench) {
    this.#workbench = workbench
    workbench.windows.add(this.host)
  }

  static async start({ home, seeds }: Place): Promise<Desk> {
    const workbench = await Workbench.start({
      settingsFolder: path.join(home, 'settings'),
      projectsFolder: path.join(home, 'projects'),
      seedsFolder: seeds,
    })
    return new Desk(workbench)
  }

  /** Makes a call. @throws Error when it is refused: everything that the bench asks for is possible. */
  async call<N extends CallName>(name: N, args: CallArguments<N>): Promise<CallReply<N>> {
    const result = (await dispatch(this.#workbench, this.host, name, args)) as CallResult<
      CallReply<N>
    >
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }

  close(): Promise<void> {
    return this.#workbench.close()
  }
}
