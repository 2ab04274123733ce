import type { CallResult } from '../../contract/failure.ts'
import type { LabelCounts } from '../../contract/models.ts'
import { changeLabelSet, type LabelChange } from '../../core/annotation/label-change.ts'
import type { LabelSet } from '../../core/annotation/label-set.ts'
import { fail, ok } from '../../core/result.ts'
import {
  changeLabels,
  filesInTheWay,
  undoLabels,
  type LabelWork,
} from '../store/labels/label-changes.ts'
import { latestRecord } from '../store/labels/read-records.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { requireAnnotator } from './annotator.ts'
import { failure, unexpected } from './failures.ts'
import type { CallContext, Handlers } from './handler.ts'
import { progressTo } from './progress.ts'

export const labelCalls: Handlers<
  | 'labels.list'
  | 'labels.preview'
  | 'labels.change'
  | 'labels.undo'
  | 'labels.cancel'
  | 'labels.edit'
> = {
  async 'labels.list'({ workbench }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store } = project.value
    const counts = countsByLabel(store)
    const labels = store.project.labels.map(({ name }) => ({
      name,
      ...(counts.get(name) ?? { spans: 0, sets: 0 }),
    }))
    const found = await latestRecord(store.folder)
    const latest = found && {
      id: found.record.id,
      at: found.record.at,
      change: found.record.change,
    }
    return ok({ labels, latest })
  },

  async 'labels.preview'({ workbench }, { change }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const { store } = project.value
    const changed = changeLabelSet(store.project.labels, change)
    const refusals = changed.ok ? [] : [changed.error]
    const files = filesInTheWay(store).map((file) => `${file} cannot be used`)
    const writers = await store.otherWriters()
    return ok({
      ...countsOf(store, change.label),
      inTheWay: [...refusals, ...files, ...writers],
    })
  },

  'labels.change'(context, { project, change }) {
    return rewrite(context, project, (store, work) => changeLabels(store, change, work))
  },

  'labels.undo'(context, { project, change }) {
    return rewrite(context, project, (store, work) => undoLabels(store, change, work))
  },

  async 'labels.cancel'({ workbench }) {
    workbench.current?.labelChange?.abort()
    return ok(null)
  },

  async 'labels.edit'({ workbench, host }, { project: path, labels }) {
    const project = workbench.requireOpen(path, 'These labels')
    if (!project.ok) return project
    const { imports, store } = project.value
    return imports.run(async () => {
      let isKept = true
      await store.updateProject((now) => {
        isKept = holdsAll(labels, now.labels)
        return isKept ? { ...now, labels: [...labels] } : now
      })
      if (!isKept) return failure('conflict', 'The labels have been changed by something else')
      workbench.announceState(host)
      return ok(null)
    })
  },
}

/** Rewrites sets and labels once no import runs, and tells every window. */
async function rewrite(
  { workbench, host }: CallContext,
  path: string,
  work: (store: ProjectStore, options: LabelWork) => Promise<CallResult<LabelCounts>>,
): Promise<CallResult<LabelCounts>> {
  const project = workbench.requireOpen(path, 'These labels')
  if (!project.ok) return project
  const annotator = requireAnnotator(workbench)
  if (!annotator.ok) return annotator
  const open = project.value
  if (open.labelChange !== null) return failure('conflict', 'A label is being changed already')
  const cancelling = new AbortController()
  open.labelChange = cancelling
  const options: LabelWork = {
    by: annotator.value.id,
    at: workbench.now().toISOString(),
    progress: progressTo(host),
    signal: cancelling.signal,
  }
  const done = await open.imports
    .run(() => work(open.store, options))
    .catch((error: unknown) => fail(unexpected(error)))
    .finally(() => {
      open.labelChange = null
    })
  if (!done.ok) return done
  workbench.announceState()
  workbench.windows.announce(() => ({ type: 'articles' }))
  return done
}

function holdsAll(labels: LabelSet, wanted: LabelSet): boolean {
  const names = new Set(labels.map(({ name }) => name))
  return wanted.every(({ name }) => names.has(name))
}

function countsByLabel(
  store: ProjectStore,
): ReadonlyMap<string, { readonly spans: number; readonly sets: number }> {
  const counts = new Map<string, { spans: number; sets: number }>()
  for (const { id } of store.articles()) {
    for (const { labels } of store.setsOn(id)) {
      for (const { name, spans } of labels) {
        const before = counts.get(name) ?? { spans: 0, sets: 0 }
        counts.set(name, { spans: before.spans + spans, sets: before.sets + 1 })
      }
    }
  }
  return counts
}

function countsOf(store: ProjectStore, label: LabelChange['label']): LabelCounts {
  const annotators = new Set<string>()
  let spans = 0
  let sets = 0
  for (const { id } of store.articles()) {
    for (const { annotator, labels } of store.setsOn(id)) {
      const found = labels.find(({ name }) => name === label)
      if (found === undefined) continue
      annotators.add(annotator)
      spans += found.spans
      sets++
    }
  }
  return { spans, sets, annotators: annotators.size }
}
