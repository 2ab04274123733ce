import type { CallArguments } from '../../../contract/calls.ts'
import type { CallFailure } from '../../../contract/failure.ts'
import type { Annotator } from '../../../core/project/project.ts'
import { ok, type Result } from '../../../core/result.ts'
import { loadLog, storeLog } from '../../../core/review/log/stored-log.ts'
import { PACK_ENDING, writeLine, type PackLine } from '../../../core/review/pack/pack-line.ts'
import { createOffsetMap, OffsetError } from '../../../core/text/offsets.ts'
import type { ProjectStore } from '../../store/project-store.ts'
import { sha256 } from '../../store/sha256.ts'
import { failure } from '../failures.ts'
import type { Delivery } from '../host.ts'
import { articleLine, headerOf } from '../pack/pack-header.ts'

type UnsavedReviews = CallArguments<'export.unsavedReviews'>['reviews']

interface RescueOptions {
  /** Whose words they are. */
  readonly by: Annotator
  /** When, ISO 8601. */
  readonly at: string
}

/**
 * Prepares the export of what somebody has said in reviews, out of a window's memory, as a review pack.
 * Nothing is read from the project's folder, which may have gone.
 * @returns A failure when what the window sent is nothing that could be taken in again.
 */
export function unsavedReviewsDelivery(
  store: ProjectStore,
  reviews: UnsavedReviews,
  options: RescueOptions,
): Result<Delivery, CallFailure> {
  const lines: PackLine[] = []
  const joined = joinByArticle(reviews)
  for (const review of joined) {
    const written = linesOf(store, review, options.by.id)
    if (!written.ok) return written
    lines.push(...written.value)
  }
  const header = headerOf(store.project, {
    ...options,
    people: [options.by.id],
    articles: joined.length,
    sets: 0,
    reviews: joined.length,
  })
  return ok({
    name: `unsaved-review${PACK_ENDING}`,
    lines: 1 + lines.length,
    async *parts() {
      yield writeLine(header)
      for (const line of lines) yield writeLine(line)
    },
  })
}

/** A window may say something about one article in several places; a pack has each article once. */
function joinByArticle(reviews: UnsavedReviews): UnsavedReviews {
  const byArticle = new Map<string, UnsavedReviews[number]>()
  for (const { article, ground, records } of reviews) {
    const before = byArticle.get(article)
    byArticle.set(article, {
      article,
      ground: before?.ground ?? ground,
      records: [...(before?.records ?? []), ...records],
    })
  }
  return [...byArticle.values()]
}

function linesOf(
  store: ProjectStore,
  { article: id, ground, records }: UnsavedReviews[number],
  by: string,
): Result<readonly PackLine[], CallFailure> {
  const known = store.article(id)
  const text_sha256 = ground === null ? known?.text_sha256 : sha256(ground.text)
  const meta = ground?.meta ?? known?.meta
  if (text_sha256 === undefined || meta === undefined) {
    return failure('not-found', `There is no article ${id} that these words could be about`)
  }
  const text = ground?.text ?? ''
  const context = { sha256: text_sha256, text, offsets: createOffsetMap(text) }
  try {
    const log = storeLog({ article: id, by, records }, context)
    // Read as whoever takes it in would, because these words may be nowhere else any more.
    const read = loadLog(log, context)
    if (!read.ok) return failure('refused', `The review of ${id} cannot be exported: ${read.error}`)
    return ok([
      articleLine({ id, text_sha256, meta }, null),
      { kind: 'review', text_sha256, by, log },
    ])
  } catch (error) {
    if (!(error instanceof OffsetError)) throw error
    return failure('refused', `A mark does not lie in its text: ${error.message}`)
  }
}
