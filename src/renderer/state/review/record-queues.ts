import { computed, signal } from '@lit-labs/signals'
import type { ReviewRecord } from '../../../core/review/log/record.ts'
import type { Saying } from '../../../core/review/say.ts'
import { nextInstant } from '../../../core/review/verdicts.ts'
import type { Client } from '../client.ts'
import { jointState, type SaveState } from '../delivery.ts'
import type { UnsavedReview } from '../losses.ts'
import { RecordQueue } from './record-queue.ts'

interface RecordQueuesOptions {
  readonly client: () => Client
  readonly project: () => string | null
  /** The id of the present person. */
  readonly annotator: () => string | null
  /** Called with what was just said, for all who show it. */
  readonly onSaid: (article: string, records: readonly ReviewRecord[]) => void
}

/** An article, with its text where the window has it: marks that are spoken of lie in it. */
type SaidAbout = Pick<UnsavedReview, 'article' | 'ground'>

interface ArticleQueue extends SaidAbout {
  readonly project: string
  readonly queue: RecordQueue
  readonly save: Signal
}
type Signal = ReturnType<typeof signal<SaveState>>

/** Carries to the disk what is said about articles whose review does not lie open in this window. */
export class RecordQueues {
  readonly #options: RecordQueuesOptions
  readonly #queues = signal<readonly ArticleQueue[]>([])

  readonly save = computed<SaveState>(() =>
    jointState(this.#queues.get().map(({ save }) => save.get())),
  )

  /** What was said and is not on disk. */
  readonly unsaved = computed<readonly Omit<UnsavedReview, 'title'>[]>(() =>
    this.#queues.get().flatMap(({ article, ground, queue }) => {
      const records = queue.unsaved.get()
      return records.length === 0 ? [] : [{ article, ground, records }]
    }),
  )

  constructor(options: RecordQueuesOptions) {
    this.#options = options
  }

  /**
   * Says something about an article.
   * @param known - What was said before, which comes first by its time.
   * @param records - Makes what is said.
   * @returns What was said; nothing when there is nobody to say it, or no project.
   */
  say(
    about: SaidAbout,
    known: readonly ReviewRecord[],
    records: (saying: Saying) => readonly ReviewRecord[],
  ): readonly ReviewRecord[] {
    const [project, by] = [this.#options.project(), this.#options.annotator()]
    if (project === null || by === null) return []
    const said = records({
      by,
      at: nextInstant(known, Date.now()),
      step: freshId(),
      newId: freshId,
    })
    if (said.length === 0) return said
    this.#queueOf(project, about).push(said)
    this.#options.onSaid(about.article, said)
    return said
  }

  async flush(): Promise<void> {
    await Promise.all(this.#queues.get().map(({ queue }) => queue.flush()))
  }

  async retry(): Promise<void> {
    await Promise.all(this.#queues.get().map(({ queue }) => queue.retry()))
  }

  /** Gives up what is not saved. */
  abandon(): void {
    for (const { queue } of this.#queues.get()) if (!queue.isIdle) queue.abandon()
    this.#queues.set([])
  }

  #queueOf(project: string, { article, ground }: SaidAbout): RecordQueue {
    const kept = this.#queues.get().filter(({ queue }) => !queue.isIdle)
    const found = kept.find((each) => each.project === project && each.article === article)
    if (found) {
      const others = kept.filter((each) => each !== found)
      this.#queues.set([...others, { ...found, ground: found.ground ?? ground }])
      return found.queue
    }
    const save: Signal = signal<SaveState>({ type: 'saved' })
    const queue = new RecordQueue(this.#options.client(), { project, article }, (state) =>
      save.set(state),
    )
    this.#queues.set([...kept, { project, article, ground, queue, save }])
    return queue
  }
}

function freshId(): string {
  return crypto.randomUUID()
}
