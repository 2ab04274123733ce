import { join } from 'node:path'
import * as v from 'valibot'
import {
  calls,
  type CallArguments,
  type CallName,
  type CallReply,
} from '../../src/contract/calls.ts'
import type { WorkbenchEvent } from '../../src/contract/events.ts'
import type { CallResult } from '../../src/contract/failure.ts'
import { ok } from '../../src/core/result.ts'
import { dispatch } from '../../src/main/workbench/dispatch.ts'
import type { Delivery, WindowHost } from '../../src/main/workbench/host.ts'
import { Workbench } from '../../src/main/workbench/workbench.ts'
import { NOW, valueOf } from './builders.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A window without a screen: picks what the test says, keeps what it is sent. */
export class TestHost implements WindowHost {
  writable = true
  picked: readonly string[] | null = null
  readonly events: WorkbenchEvent[] = []
  readonly delivered: string[] = []
  /** How often the window said that it stays open. */
  stayed = 0

  view(): ReturnType<WindowHost['view']> {
    return {
      kind: 'browser',
      version: '0',
      platform: 'linux',
      nativeDialogs: false,
      blockedRequests: null,
    }
  }

  async pickFolder(): Promise<string | null> {
    return this.picked?.[0] ?? null
  }

  async pickFiles(): Promise<readonly string[] | null> {
    return this.picked
  }

  async deliver(delivery: Delivery): ReturnType<WindowHost['deliver']> {
    let content = ''
    for await (const part of delivery.parts()) content += part.toString()
    this.delivered.push(content)
    return ok({ type: 'saved', path: delivery.name, lines: delivery.lines })
  }

  stay(): void {
    this.stayed++
  }

  emit(event: WorkbenchEvent): void {
    this.events.push(event)
  }
}

/** Starts a workbench whose folders are below one folder. */
export function startWorkbench(folder: string): Promise<Workbench> {
  return Workbench.start({
    settingsFolder: join(folder, 'settings'),
    projectsFolder: join(folder, 'projects'),
    seedsFolder: join(import.meta.dirname, '../../seeds'),
    now: () => new Date(NOW),
  })
}

/** Makes a call as a window does, and holds the reply against its schema. */
export async function call<N extends CallName>(
  workbench: Workbench,
  host: WindowHost,
  name: N,
  args: CallArguments<N>,
): Promise<CallResult<CallReply<N>>> {
  const result = await dispatch(workbench, host, name, args)
  return result.ok ? ok(v.parse(calls[name].reply, result.value) as CallReply<N>) : result
}

/** A workbench with a project of one article, in which Ann marks. */
export interface TestProject {
  readonly workbench: Workbench
  readonly host: TestHost
  readonly folder: string
  /** The article's. */
  readonly id: string
}

export async function makeTestProject(text: string): Promise<TestProject> {
  const root = await temporaryFolder()
  const workbench = await startWorkbench(root)
  const host = new TestHost()
  workbench.windows.add(host)
  const folder = join(root, 'project')
  valueOf(await call(workbench, host, 'annotator.name', { name: 'Ann' }))
  valueOf(await call(workbench, host, 'project.create', { path: folder, name: 'Test' }))
  const files = [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }]
  const staging = valueOf(await call(workbench, host, 'import.offer', { import: null, files }))
  const { firstArticle } = valueOf(
    await call(workbench, host, 'import.commit', { import: staging.import }),
  )
  return { workbench, host, folder, id: firstArticle ?? '' }
}
