import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { CircleAlert, Database, FileText, PackageOpen } from 'lucide'
import { encodings, type EncodingName } from '../../core/article/encodings.ts'
import type { StagedItem } from '../../contract/models.ts'
import { icon } from '../elements/icon.ts'
import { contents } from './import-words.ts'

/** One file of an import as a list item; `decode` is asked to read it in another encoding. */
export function importRow(
  item: StagedItem,
  decode: (encoding: EncodingName) => void,
): TemplateResult {
  return html`<li class="entry-${item.kind}">
    ${symbol(item)}
    <div class="what">${description(item)}</div>
    ${
      item.kind === 'dataset' || item.kind === 'pack' || item.encoding === null
        ? nothing
        : encodingField(item.name, item.encoding, decode)
    }
  </li>`
}

function symbol(item: StagedItem): SVGElement {
  if (item.kind === 'problem') return icon(CircleAlert)
  if (item.kind === 'pack') return icon(PackageOpen)
  return icon(item.kind === 'dataset' ? Database : FileText)
}

function description(item: StagedItem): TemplateResult {
  switch (item.kind) {
    case 'problem':
      return html`<p class="name">${item.name}</p>
        <p class="reason">${item.reason}</p>`
    case 'dataset':
      return html`<p class="title">${contents(item.articles, item.sets) ?? 'Nothing new'}</p>
        <p class="name">${item.name}</p>`
    case 'pack':
      return html`<p class="title">Review pack of ${item.project}</p>
        <p class="name">${item.name}</p>
        <p class="reason">it is taken in by itself: choose it alone</p>`
    case 'article':
      return html`<p class="title ${item.duplicateOf === null ? '' : 'known'}" dir="auto">
          ${item.title}
        </p>
        <p class="name">${item.name}</p>
        ${
          item.duplicateOf === null
            ? nothing
            : html`<p class="reason">already here as “<bdi>${item.duplicateOf}</bdi>”</p>`
        }
        ${
          item.guessed
            ? html`<p class="reason">${item.encoding} is guessed — check the excerpt</p>
                <blockquote dir="auto"><p>${excerptOf(item.excerpt)}</p></blockquote>`
            : nothing
        }`
  }
}

/** An excerpt without its blank lines, of which articles begin with many. */
function excerptOf(excerpt: string): string {
  return excerpt.trim().replaceAll(/\s*\n\s*/g, '\n')
}

function encodingField(
  name: string,
  encoding: EncodingName,
  decode: (encoding: EncodingName) => void,
): TemplateResult {
  const change = (event: Event): void =>
    decode((event.currentTarget as HTMLSelectElement).value as EncodingName)
  return html`<select aria-label="Encoding of ${name}" .value=${live(encoding)} @change=${change}>
    ${encodings.map(
      (known) =>
        html`<option value=${known.name} ?selected=${known.name === encoding}>
          ${known.name}
        </option>`,
    )}
  </select>`
}
