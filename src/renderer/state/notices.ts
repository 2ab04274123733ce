import { signal } from '@lit-labs/signals'
import { shorten } from '../../core/text/shorten.ts'

/** Most of an announcement, in UTF-16 code units: a quote may be as long as the article. */
const LONGEST_ANNOUNCEMENT = 200

/** A message to the person that stays until it is closed or replaced. */
export interface Notice {
  readonly kind: 'done' | 'problem'
  readonly text: string
  /** More lines, such as one for each file. */
  readonly details: readonly string[]
  /** What can be done about it. */
  readonly action: NoticeAction | null
}

/** A button beside a message. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** The one message shown at a time, and what a screen reader is told besides. */
export class Notices {
  readonly current = signal<Notice | null>(null)
  /** Spoken, not shown: what a key did that the eye sees anyway. */
  readonly announcement = signal('')

  done(text: string, details: readonly string[] = [], action: NoticeAction | null = null): void {
    this.current.set({ kind: 'done', text, details, action })
  }

  problem(text: string, details: readonly string[] = []): void {
    this.current.set({ kind: 'problem', text, details, action: null })
  }

  close(): void {
    this.current.set(null)
  }

  /** Says something that is over soon: a screen reader cannot be told to skip the rest of it. */
  announce(text: string): void {
    const words = shorten(text, LONGEST_ANNOUNCEMENT)
    // A region that is given the same words again stays silent without the difference.
    this.announcement.set(this.announcement.get() === words ? `${words}\u00A0` : words)
  }
}
