import { readLine } from '../../../core/review/pack/pack-line.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Job } from '../../crew/job.ts'
import { PartWriter } from '../../store/transaction/part-file.ts'
import type { PackBatch } from './pack-source.ts'
import { takeArticle } from './take-article.ts'
import type { ArticleOutcome, LineProblem, PackBlock, TakeTask } from './take-types.ts'

interface TakeInput {
  readonly task: TakeTask
  readonly batch: PackBatch
  /** The ids under which the project holds the texts of the batch, in its order; null where it does not. */
  readonly known: readonly (string | null)[]
  /** Path of the part of the transaction; null: nothing is written. */
  readonly part: string | null
}

/** The same without what is written. */
export type TakenOutcome = Omit<ArticleOutcome, 'changes'>

/** Reads lines of a pack, finds out what they bring, and writes it into a part of a transaction. */
export const takeJob: Job<TakeInput, Result<readonly TakenOutcome[], LineProblem>> = {
  name: 'take in a review pack',
  run: async ({ task, batch, known, part }) => {
    const blocks = blocksOf(batch)
    if (!blocks.ok) return blocks
    const writer = part === null ? null : new PartWriter(part)
    let isEnded = false
    try {
      const outcomes: TakenOutcome[] = []
      for (const [index, block] of blocks.value.entries()) {
        const taken = takeArticle(block, known[index] ?? null, task)
        if (!taken.ok) return taken
        const { changes, ...outcome } = taken.value
        for (const change of changes) writer?.add(change)
        outcomes.push(outcome)
      }
      writer?.end()
      isEnded = true
      return ok(outcomes)
    } finally {
      if (!isEnded) writer?.abort()
    }
  },
}

function blocksOf({ first, lines }: PackBatch): Result<readonly PackBlock[], LineProblem> {
  const blocks: (PackBlock & { readonly others: PackBlock['others'][number][] })[] = []
  for (const [index, json] of lines.entries()) {
    if (json.trim() === '') continue
    const line = first + index
    const read = readLine(json)
    if (!read.ok) return fail({ line, message: read.error })
    const content = read.value
    if (content.kind === 'article') blocks.push({ article: content, line, others: [] })
    else blocks.at(-1)?.others.push({ line, content })
  }
  return ok(blocks)
}
