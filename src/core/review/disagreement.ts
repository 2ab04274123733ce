import type { AlignedGroup } from './align-sets.ts'
import { GROUP_KINDS, type GroupKind } from './group-kind.ts'

/** How much several annotators disagree on one article. */
export interface Disagreement {
  /** The number of groups of each kind. */
  readonly counts: Readonly<Record<GroupKind, number>>
  /** The groups that are not agreed: each needs a decision. */
  readonly open: number
  /** See `priorityOf`. */
  readonly priority: number
}

/** Counts what `alignSets` found; kinds are weighed alike, since each takes one decision. */
export function disagreementOf(groups: readonly AlignedGroup[]): Disagreement {
  const counts = Object.fromEntries(GROUP_KINDS.map((kind) => [kind, 0])) as Record<
    GroupKind,
    number
  >
  for (const { kind } of groups) counts[kind] += 1
  const open = groups.length - counts.agreed
  return { counts, open, priority: priorityOf(open, groups.length) }
}

/**
 * For sorting a queue, the most pressing article first: what is open times its share among all places,
 * from 0 (nothing open) to the number of places (all open). The number alone would put long articles
 * first, the share alone an article with a single mark.
 */
export function priorityOf(open: number, all: number): number {
  return open === 0 ? 0 : (open * open) / all
}
