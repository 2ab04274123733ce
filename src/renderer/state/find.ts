import { computed, signal } from '@lit-labs/signals'
import type { TextRange } from '../../core/text/range.ts'

/** Finding in the open article: what is sought, where it was found, and which hit is the current. */
export class Find {
  readonly isOpen = signal(false)
  /** In UTF-16 code units, ascending, disjoint; empty while the bar is closed. */
  readonly hits = signal<readonly TextRange[]>([])
  /** Index of the current hit; null when there is none. */
  readonly at = signal<number | null>(null)
  readonly current = computed<TextRange | null>(() => this.hits.get()[this.at.get() ?? -1] ?? null)
}
