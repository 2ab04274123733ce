import { html, nothing, type TemplateResult } from 'lit'
import type { CallReply } from '../../contract/calls.ts'
import { contents } from './import-words.ts'

/** What an import did: what came in, what was here already, what could not be read. */
export function importSummary(summary: CallReply<'import.commit'>): TemplateResult {
  const { articles, sets, duplicates, problems, added } = summary
  const words = contents(articles, sets)
  return html`<p class="outcome" role="status">
      ${words === null ? 'Nothing new was imported.' : `${words} imported.`}
    </p>
    ${list(
      'Not imported',
      problems.map(({ name, reason }) => html`<span class="file">${name}:</span> ${reason}`),
    )}
    ${list(
      'Already here',
      duplicates.map(
        ({ name, title }) =>
          html`<span class="file">${name}</span> is “<bdi class="quoted">${title}</bdi>”`,
      ),
    )}
    ${list(
      'Added to the project',
      added.map((what) => html`${what}`),
    )}`
}

function list(heading: string, lines: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing
  return html`<section>
    <h3>${heading} <span class="count">${lines.length}</span></h3>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}
