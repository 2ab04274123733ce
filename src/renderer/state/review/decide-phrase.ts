import { count } from '../format.ts'
import type { PhraseDecision } from './phrase-review.ts'
import type { Workspace } from '../workspace.ts'

/** Decides all ticked places of the phrase, tells how many, and offers to take it back. */
export async function decidePhrase(workspace: Workspace): Promise<void> {
  const { phrases, notices } = workspace
  if (!workspace.writable.get()) return notices.announce('Nothing can be decided here')
  const ticked = phrases.ticked.get().length
  if (ticked === 0) return notices.announce('No place is ticked')
  const done = await phrases.decide()
  if (done === undefined) return
  if (done.decided === 0) return notices.done('These places are so already: nothing was changed.')
  const rest = ticked - done.decided
  const before = rest > 0 ? `; ${rest} ${rest === 1 ? 'was' : 'were'} decided so already` : ''
  const places = `${count(done.decided, 'place')} in ${count(done.articles.length, 'article')}`
  notices.done(`Decided ${places}${before}.`, [], {
    label: 'Undo',
    run: () => void undo(workspace, done, places),
  })
}

async function undo(
  { phrases, notices }: Workspace,
  done: PhraseDecision,
  places: string,
): Promise<void> {
  notices.close()
  if (await phrases.undo(done)) notices.done(`Took the decision on ${places} back.`)
}
