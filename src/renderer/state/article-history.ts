import { computed, signal } from '@lit-labs/signals'
import type { AnnotationSet } from '../../core/annotation/annotation-set.ts'
import { simpleEditsOf } from '../../core/annotation/edit.ts'
import type { AnnotationDocument } from '../../core/annotation/history.ts'
import {
  historyOf,
  setAt,
  type HistoryProblem,
  type PastChange,
} from '../../core/annotation/past-sets.ts'
import type { TextRange } from '../../core/text/range.ts'
import { ok, type Result } from '../../core/result.ts'
import { leaveField } from './active-field.ts'
import type { ArticleSession, PastMarks } from './article-session.ts'
import { count } from './format.ts'
import { shortMoment } from './moments.ts'
import type { Notices } from './notices.ts'

/** What is selected in an article. */
interface Selected {
  readonly session: ArticleSession
  readonly span: string | null
  readonly range: TextRange | null
}

const NOTHING: Result<readonly PastChange[], HistoryProblem> = ok([])

/**
 * What has been done to the open article's set, and the set as it was at any moment of it. A moment is
 * the number of changes that had been made by then: 0 is the beginning, all of them is the present.
 */
export class ArticleHistory {
  /** Whether it is shown. Only then may the window show the past. */
  readonly isOpen = signal(false)
  /** The changes, the newest first, or why they cannot be told; nothing while it is not shown. */
  readonly changes = computed(() => {
    const session = this.#article()
    if (session === null || !this.isOpen.get()) return NOTHING
    return historyOf(session.document.get(), session.context)
  })
  /** The moment whose marks the window shows. */
  readonly moment = computed<number>(() => {
    const session = this.#article()
    return session?.past.get()?.moment ?? session?.document.get().history.length ?? 0
  })

  readonly #article: () => ArticleSession | null
  readonly #notices: Notices
  /** What was selected before the past was looked at. */
  #before: Selected | null = null

  constructor(article: () => ArticleSession | null, notices: Notices) {
    this.#article = article
    this.#notices = notices
  }

  open(): void {
    leaveField()
    this.isOpen.set(true)
  }

  close(): void {
    this.comeBack()
    this.isOpen.set(false)
  }

  /** Shows the marks as they were at a moment, and where the change was that led to it. */
  look(moment: number): void {
    const session = this.#article()
    if (session === null) return
    const document = session.document.get()
    if (moment === document.history.length) {
      this.comeBack()
      this.#notices.announce(`As it is now: ${count(session.spans.get().length, 'span')}`)
      return
    }
    const found = setAt(nearest(document, session.past.get(), moment), moment, session.context)
    if (!found.ok) {
      this.#notices.problem(`The marks of that time cannot be shown: ${found.error.message}.`)
      return
    }
    // One that is left of another article counts no more.
    if (this.#before?.session !== session) {
      const [span, range] = [session.selectedId.get(), session.selection.get()]
      this.#before = { session, span, range }
    }
    session.past.set({ moment, set: found.value })
    this.#select(session, found.value, moment)
    const spans = count(found.value.spans.length, 'span')
    this.#notices.announce(`As it was ${describePast(session, moment)}: ${spans}`)
  }

  /** Shows the present marks again, and selects what was selected among them. */
  comeBack(): void {
    const session = this.#article()
    const before = this.#before
    this.#before = null
    if (session === null || session.past.get() === null) return
    session.past.set(null)
    if (before?.session !== session) return
    session.select(before.range)
    session.selectSpan(before.span)
  }

  /** The change that led to a moment; undefined at the beginning. */
  changeBefore(moment: number): PastChange | undefined {
    const changes = this.changes.get()
    return changes.ok && moment > 0 ? changes.value[changes.value.length - moment] : undefined
  }

  #select(session: ArticleSession, { spans }: AnnotationSet, moment: number): void {
    const change = this.changeBefore(moment)
    const parts = change === undefined ? [] : simpleEditsOf(change.edit)
    const part = parts.find(({ type }) => type !== 'status')
    if (change === undefined || part === undefined || part.type === 'status') {
      session.select(null)
      return
    }
    const named = part.type === 'add' ? part.span : change.spans.find(({ id }) => id === part.id)
    const isThere = spans.some(({ id }) => id === named?.id)
    if (named === undefined) session.select(null)
    else if (isThere) session.selectSpan(named.id)
    else session.select({ start: named.start, end: named.end })
  }
}

/** The document, or as much of it as had happened at a moment that is known, if that is on the way. */
function nearest(
  document: AnnotationDocument,
  past: PastMarks | null,
  moment: number,
): AnnotationDocument {
  if (past === null || past.moment < moment) return document
  return { ...document, set: past.set, history: document.history.slice(0, past.moment) }
}

/** The name of a moment: "14:02" of today, "21 Nov 2026, 14:02" of another day, "the beginning". */
export function nameMoment(session: ArticleSession, moment: number): string {
  const at = session.document.get().history[moment - 1]?.at
  return at === undefined ? 'the beginning' : shortMoment(at, new Date())
}

/** A moment as an adverb: "at 14:02", "on 21 Nov 2026, 14:02", "at the beginning". */
export function describePast(session: ArticleSession, moment: number): string {
  const name = nameMoment(session, moment)
  return `${name.includes(',') ? 'on' : 'at'} ${name}`
}
