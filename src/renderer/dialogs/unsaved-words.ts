import { count } from '../state/format.ts'
import type { Loss } from '../state/unsaved-work.ts'

/** What of one article would be lost: "3 marks", "its status". */
export function describeLoss({ marks, changesStatus }: Loss): string {
  const parts = [
    ...(marks > 0 ? [count(marks, 'mark')] : []),
    ...(changesStatus ? ['its status'] : []),
  ]
  return parts.length === 0 ? 'what was undone' : parts.join(' and ')
}

/** What would be lost in all, as a sentence begins: "3 marks in 2 articles are". */
export function totalOf(losses: readonly Loss[]): string {
  const marks = losses.reduce((sum, loss) => sum + loss.marks, 0)
  if (marks === 0) return `Changes of ${count(losses.length, 'article')} are`
  const others = losses.length > 1 ? `in ${count(losses.length, 'article')} ` : ''
  return `${count(marks, 'mark')} ${others}${marks === 1 ? 'is' : 'are'}`
}
