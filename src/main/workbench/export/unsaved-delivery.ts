import type { CallArguments } from '../../../contract/calls.ts'
import type { CallFailure } from '../../../contract/failure.ts'
import { readLines } from '../../../core/formats/rubricator/read.ts'
import { recordsOf, writeLine } from '../../../core/formats/rubricator/write.ts'
import { ok, type Result } from '../../../core/result.ts'
import { OffsetError } from '../../../core/text/offsets.ts'
import { sha256 } from '../../store/sha256.ts'
import { failure } from '../failures.ts'
import type { Delivery } from '../host.ts'

type UnsavedArticles = CallArguments<'export.unsaved'>['articles']

const FILE_NAME = 'unsaved-marks.jsonl'

/**
 * Prepares the export of articles out of a window's memory as native JSONL. Nothing is looked up in the
 * project, which may have gone.
 * @returns A failure when what the window sent is none that an import would read again.
 */
export function unsavedDelivery(articles: UnsavedArticles): Result<Delivery, CallFailure> {
  const lines = linesOf(articles)
  if (!lines.ok) return lines
  // Read as an import would, because these marks may be nowhere else any more.
  const read = readLines(lines.value.join(''), sha256)
  if (!read.ok) {
    return failure('refused', `Line ${read.error.line} cannot be exported: ${read.error.message}`)
  }
  return ok({
    name: FILE_NAME,
    lines: lines.value.length,
    async *parts() {
      yield* lines.value
    },
  })
}

function linesOf(articles: UnsavedArticles): Result<readonly string[], CallFailure> {
  try {
    const records = articles.flatMap(({ text, meta, set }) =>
      recordsOf({ id: set.article, text, text_sha256: sha256(text), meta }, [set]),
    )
    return ok(records.map(writeLine))
  } catch (error) {
    if (!(error instanceof OffsetError)) throw error
    return failure('refused', `A mark does not lie in its text: ${error.message}`)
  }
}
