import { count } from '../state/format.ts'
import type { Loss } from '../state/losses.ts'

/** What of one article would be lost: "3 marks", "its status", "2 decisions and 1 comment". */
export function describeLoss(loss: Loss): string {
  const parts = [
    ...counted([loss]),
    ...(loss.changesStatus ? ['its status'] : []),
    ...(loss.changesReview ? ['its review'] : []),
  ]
  return parts.length === 0 ? 'what was undone' : inWords(parts)
}

/** What would be lost in all, as a sentence begins: "3 marks in 2 articles are". */
export function totalOf(losses: readonly Loss[]): string {
  const parts = counted(losses)
  if (parts.length === 0) return `Changes of ${count(losses.length, 'article')} are`
  const others = losses.length > 1 ? `in ${count(losses.length, 'article')} ` : ''
  const isOne = parts.length === 1 && parts[0]?.startsWith('1 ') === true
  return `${inWords(parts)} ${others}${isOne ? 'is' : 'are'}`
}

function counted(losses: readonly Loss[]): readonly string[] {
  const sums = [
    [sumOf(losses, ({ marks }) => marks), 'mark'],
    [sumOf(losses, ({ decisions }) => decisions), 'decision'],
    [sumOf(losses, ({ comments }) => comments), 'comment'],
  ] as const
  return sums.flatMap(([sum, what]) => (sum > 0 ? count(sum, what) : []))
}

function sumOf(losses: readonly Loss[], valueOf: (loss: Loss) => number): number {
  return losses.reduce((sum, loss) => sum + valueOf(loss), 0)
}

function inWords(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)
}
