import { signal } from '@lit-labs/signals'

/** A message to the person that stays until it is closed or replaced. */
export interface Notice {
  readonly kind: 'done' | 'problem'
  readonly text: string
  /** More lines, such as one for each file. */
  readonly details: readonly string[]
}

/** The one message shown at a time, and what a screen reader is told besides. */
export class Notices {
  readonly current = signal<Notice | null>(null)
  /** Spoken, not shown: what a key did that the eye sees anyway. */
  readonly announcement = signal('')

  done(text: string, details: readonly string[] = []): void {
    this.current.set({ kind: 'done', text, details })
  }

  problem(text: string, details: readonly string[] = []): void {
    this.current.set({ kind: 'problem', text, details })
  }

  close(): void {
    this.current.set(null)
  }

  announce(text: string): void {
    // A region that is given the same words again stays silent without the difference.
    this.announcement.set(this.announcement.get() === text ? `${text}\u00A0` : text)
  }
}
