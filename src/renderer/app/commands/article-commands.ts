import { setStatus } from '../../state/marking.ts'
import type { Workspace } from '../../state/workspace.ts'
import type { Handlers, IdsOf } from './handler.ts'

export const articleCommands: Handlers<IdsOf<'articles'>> = {
  'articles.next': ({ workspace }) => openNeighbour(workspace, 1),
  'articles.previous': ({ workspace }) => openNeighbour(workspace, -1),
  'articles.done': ({ workspace }) => {
    setStatus(workspace, 'done')
    const id = workspace.article.get()?.id
    const next = id === undefined ? undefined : workspace.library.nextUndone(id)
    if (next) void workspace.openArticle(next.id)
    else {
      const isSearch = workspace.search.isActive.get()
      workspace.notices.announce(`Every article ${isSearch ? 'that was found ' : ''}is done`)
    }
  },
  'articles.reopen': ({ workspace }) => setStatus(workspace, 'in-progress'),
  'articles.search': ({ library }) => library.focusSearch(),
  'articles.filter': ({ library }) => library.openFilter(),
}

function openNeighbour(workspace: Workspace, direction: 1 | -1): void {
  const entry = workspace.library.neighbour(workspace.wantedArticle, direction)
  if (entry) void workspace.openArticle(entry.id)
}
