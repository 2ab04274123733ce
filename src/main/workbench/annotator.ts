import type { CallFailure } from '../../contract/failure.ts'
import { identifierFor } from '../../core/identifier.ts'
import type { Annotator } from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import type { ProjectStore } from '../store/project-store.ts'
import { sha256 } from '../store/sha256.ts'
import { failure } from './failures.ts'
import type { Workbench } from './workbench.ts'

/** The annotator of a name that is given for the first time. */
export function annotatorNamed(name: string): Annotator {
  return { id: identifierFor(name) ?? `annotator-${sha256(name).slice(0, 6)}`, name }
}

/** @returns Who marks, or a failure that asks for it. */
export function requireAnnotator(workbench: Workbench): Result<Annotator, CallFailure> {
  const { annotator } = workbench.settings.current
  return annotator === null ? failure('not-ready', 'Say who you are first') : ok(annotator)
}

/** Lists an annotator in the project before their first set is written there. */
export async function registerAnnotator(store: ProjectStore, annotator: Annotator): Promise<void> {
  const isListed = store.project.annotators.some(({ id }) => id === annotator.id)
  if (!isListed) await store.nameAnnotator(annotator)
}

/**
 * Gives an annotator who is listed in the project their new name; others are not added. A project of a
 * newer program keeps the old one until it can be written.
 */
export async function renameAnnotator(store: ProjectStore, annotator: Annotator): Promise<void> {
  const isListed = store.project.annotators.some(({ id }) => id === annotator.id)
  if (isListed && store.newerFormat === null) await store.nameAnnotator(annotator)
}
