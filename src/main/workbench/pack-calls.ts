import type { CallArguments } from '../../contract/calls.ts'
import type { CallResult } from '../../contract/failure.ts'
import { fail, ok } from '../../core/result.ts'
import { latestTaken } from '../store/packs/read-taken.ts'
import type { Progress } from '../store/transaction/transaction.ts'
import { requireAnnotator } from './annotator.ts'
import { failure, unexpected } from './failures.ts'
import type { CallContext, Handlers } from './handler.ts'
import type { DatasetSource } from './import/dataset/dataset-source.ts'
import { packDelivery } from './pack/make-pack.ts'
import { previewPack, takePack, type TakeOptions } from './pack/take-pack.ts'
import { undoPack } from './pack/undo-pack.ts'
import { progressTo } from './progress.ts'
import type { OpenProject } from './workbench.ts'

export const packCalls: Handlers<
  'packs.make' | 'packs.preview' | 'packs.take' | 'packs.cancel' | 'packs.latest' | 'packs.undo'
> = {
  async 'packs.make'({ workbench, host }, { articles, annotators, texts }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const delivery = packDelivery(project.value.store, {
      articles,
      annotators,
      texts,
      by: workbench.settings.current.annotator,
      at: workbench.now().toISOString(),
    })
    return delivery.ok ? host.deliver(delivery.value) : delivery
  },

  async 'packs.preview'(context, staged) {
    const project = context.workbench.requireProject()
    if (!project.ok) return project
    const source = sourceOf(project.value, staged)
    if (!source.ok) return source
    const { store } = project.value
    return working(context, project.value, (options) =>
      previewPack(store, source.value, staged.choices, options),
    )
  },

  async 'packs.take'(context, { project: path, ...staged }) {
    const { workbench } = context
    const project = workbench.requireOpen(path, 'These articles')
    if (!project.ok) return project
    const source = sourceOf(project.value, staged)
    if (!source.ok) return source
    const { imports, store, stagings } = project.value
    const taken = await working(context, project.value, (options) =>
      imports.run(() => takePack(store, source.value, staged.choices, options)),
    )
    if (!taken.ok) return taken
    stagings.cancel(staged.import)
    if (taken.value.pack !== null) announce(context)
    return taken
  },

  async 'packs.cancel'({ workbench }) {
    workbench.current?.packWork?.abort()
    return ok(null)
  },

  async 'packs.latest'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const found = await latestTaken(project.value.store.folder)
    if (found === null) return ok(null)
    const { id, at, project: name, from, sets } = found.pack
    return ok({ id, at, project: name, by: from, sets })
  },

  async 'packs.undo'(context, { project: path, pack }) {
    const project = context.workbench.requireOpen(path, 'This pack')
    if (!project.ok) return project
    const { imports, store } = project.value
    const undone = await working(context, project.value, (options) =>
      imports.run(() => undoPack(store, pack, options)),
    )
    if (undone.ok) announce(context)
    return undone
  },
}

function sourceOf(
  { stagings }: OpenProject,
  { import: id, index }: Pick<CallArguments<'packs.preview'>, 'import' | 'index'>,
): CallResult<DatasetSource> {
  const staging = stagings.find(id)
  if (!staging.ok) return staging
  const file = staging.value.files[index]
  return file?.kind === 'pack'
    ? ok(file.source)
    : failure('refused', `${file?.name ?? 'This file'} is no review pack`)
}

/** Does one thing about packs at a time, which can be cancelled. */
async function working<T>(
  { workbench, host }: CallContext,
  open: OpenProject,
  work: (options: TakeOptions) => Promise<CallResult<T>>,
): Promise<CallResult<T>> {
  const annotator = requireAnnotator(workbench)
  if (!annotator.ok) return annotator
  if (open.packWork !== null) return failure('conflict', 'A review pack is being read already')
  const cancelling = new AbortController()
  open.packWork = cancelling
  const progress: Progress = progressTo(host)
  const at = workbench.now().toISOString()
  const options = { by: annotator.value.id, at, progress, signal: cancelling.signal }
  return work(options)
    .catch((error: unknown) => fail(unexpected(error)))
    .finally(() => {
      open.packWork = null
    })
}

function announce({ workbench }: CallContext): void {
  workbench.announceState()
  workbench.windows.announce(() => ({ type: 'articles' }))
}
