import { Downloads } from '../../../src/main/browser-host/downloads.ts'
import type { Target } from '../target.ts'
import { World } from '../world.ts'
import { CallsTarget } from './calls.ts'
import { ImportsTarget } from './imports.ts'
import { JsonTarget } from './json.ts'
import { JsonlTarget } from './jsonl.ts'
import { KeysTarget } from './keys.ts'
import { PacksTarget } from './packs.ts'
import { ProjectFilesTarget } from './project-files.ts'
import { SocketTarget } from './socket.ts'
import { TextsTarget } from './texts.ts'
import { WireTarget } from './wire.ts'

/** Every target, on one small project. */
export interface Targets {
  readonly list: readonly Target[]
  close(): Promise<void>
}

/** @param folder - An empty folder, for the project and the settings. */
export async function makeTargets(folder: string): Promise<Targets> {
  const world = await World.make(folder)
  const downloads = new Downloads()
  const list = [
    new CallsTarget(world),
    new SocketTarget(world, downloads),
    new WireTarget(),
    new JsonTarget(),
    new JsonlTarget(),
    new TextsTarget(),
    new ImportsTarget(world),
    await PacksTarget.make(world),
    new KeysTarget(),
    new ProjectFilesTarget(),
  ]
  return {
    list,
    async close() {
      await downloads.close()
      await world.close()
    },
  }
}
