import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Span } from '../../../src/core/annotation/span.ts'
import { cohenKappa } from '../../../src/core/review/agreement/kappa.ts'
import type { MarkedArticle } from '../../../src/core/review/agreement/marked-article.ts'
import type { Measure } from '../../../src/core/review/agreement/measure.ts'
import { overlapOf } from '../../../src/core/review/overlap.ts'
import { articleFile, setFile } from '../../../src/main/store/project-layout.ts'
import type { ExportedArticle } from '../../../src/main/workbench/export/known-lines.ts'

/** Reads all files of an article, whole, and checks nothing. */
export function readWhole(folder: string, { id, sets }: ExportedArticle): readonly unknown[] {
  const files = [articleFile(id), ...sets.map(({ annotator }) => setFile(id, annotator))]
  return files.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown)
}

/** Pairs every span with every other that it overlaps, those that share the most text first. */
export function alignPlainly(
  a: readonly Span[],
  b: readonly Span[],
): readonly (readonly [Span, Span])[] {
  const candidates = a.flatMap((one) =>
    b.filter((other) => overlapOf(one, other) > 0).map((other) => [one, other] as const),
  )
  const used = new Set<Span>()
  return candidates
    .toSorted(([a1, b1], [a2, b2]) => overlapOf(a2, b2) - overlapOf(a1, b1))
    .filter(([one, other]) => {
      if (used.has(one) || used.has(other)) return false
      used.add(one).add(other)
      return true
    })
}

/** Kappa by label, from one character after the other. */
export function characterKappas(
  articles: readonly MarkedArticle[],
  labels: readonly string[],
): readonly Measure[] {
  return labels.map((label) => {
    const table: [[number, number], [number, number]] = [
      [0, 0],
      [0, 0],
    ]
    for (const { text, sets } of articles) {
      const [one, other] = sets.map(({ spans }) => {
        const inside = new Uint8Array(text.length)
        for (const span of spans) if (span.label === label) inside.fill(1, span.start, span.end)
        return inside
      })
      if (one === undefined || other === undefined) continue
      for (let at = 0; at < one.length; at++) {
        table[one[at] === 1 ? 0 : 1][other[at] === 1 ? 0 : 1]++
      }
    }
    return cohenKappa(table)
  })
}
