import type { ProjectStore } from '../store/project-store.ts'

/**
 * Whether somebody must not see yet what others have marked: their own set is begun and not done, and the
 * project does not say that nobody marks blind.
 * @param viewer - Null sees everything.
 */
export function isBlind(store: ProjectStore, article: string, viewer: string | null): boolean {
  if (viewer === null || !store.project.blind) return false
  return store.setOn(article, viewer)?.status === 'in-progress'
}
