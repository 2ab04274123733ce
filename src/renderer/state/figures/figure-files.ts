import type { Workspace } from '../workspace.ts'

/** Saves a picture or a table of figures, and tells where. @param name - Of the file, as "by-label.csv". */
export async function saveFigure(
  workspace: Workspace,
  name: string,
  content: string,
): Promise<void> {
  const outcome = await workspace.ask('figures.save', { name, content })
  if (outcome === undefined || outcome.type === 'cancelled') return
  if (outcome.type === 'saved') {
    workspace.notices.done(`Saved ${outcome.path}`)
    return
  }
  if (await workspace.download(outcome.url, outcome.name)) {
    workspace.notices.done(`Saved ${outcome.name}`)
  }
}
