import type { CallArguments } from '../../contract/calls.ts'
import { ok } from '../../core/result.ts'
import { agreementOf } from './agreement/agreement-of.ts'
import type { AgreementQuestion } from './agreement/chosen.ts'
import { agreementItems } from './agreement/items-of.ts'
import { articleMatcher } from './article-matcher.ts'
import type { Handlers } from './handler.ts'
import type { WindowHost } from './host.ts'
import { progressTo } from './progress.ts'
import type { OpenProject, Workbench } from './workbench.ts'

/** What each window measures just now. */
const measuring = new WeakMap<WindowHost, AbortController>()

export const agreementCalls: Handlers<
  'agreement.measure' | 'agreement.cancel' | 'agreement.items' | 'figures.save'
> = {
  async 'agreement.measure'({ workbench, host }, selection) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    measuring.get(host)?.abort()
    const cancelling = new AbortController()
    measuring.set(host, cancelling)
    const { signal } = cancelling
    const question = await questionOf(workbench, project.value, selection)
    const measured = await agreementOf(project.value.store, question, {
      progress: progressUntil(host, signal),
      signal,
    })
    if (measuring.get(host) === cancelling) measuring.delete(host)
    return measured
  },

  async 'agreement.cancel'({ host }) {
    measuring.get(host)?.abort()
    return ok(null)
  },

  async 'agreement.items'({ workbench }, { selection, question, from }) {
    const project = workbench.requireProject()
    if (!project.ok) return project
    const asked = await questionOf(workbench, project.value, selection)
    return agreementItems(project.value.store, asked, question, from)
  },

  async 'figures.save'({ host }, { name, content }) {
    return host.deliver({
      name,
      lines: content.split('\n').length - 1,
      async *parts() {
        yield content
      },
    })
  },
}

/** What has been ended tells nothing more: the window may be measuring something else. */
function progressUntil(host: WindowHost, signal: AbortSignal): (done: number, of: number) => void {
  const tell = progressTo(host)
  return (done, of) => {
    if (!signal.aborted) tell(done, of)
  }
}

async function questionOf(
  workbench: Workbench,
  project: OpenProject,
  { annotators, labels, articles }: CallArguments<'agreement.measure'>,
): Promise<AgreementQuestion> {
  const viewer = workbench.settings.current.annotator?.id ?? null
  const isFilter = articles !== null && 'text' in articles
  return {
    annotators,
    labels,
    articles: isFilter ? await articleMatcher(project, articles, viewer) : articles,
    viewer,
  }
}
