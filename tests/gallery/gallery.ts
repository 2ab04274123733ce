import { html, nothing, render, type TemplateResult } from 'lit'
import { styleProperties } from '../../src/renderer/elements/style-properties.ts'
import { ALL_STORIES, CATALOGUE } from './catalogue.ts'
import { shortName, slugOf, type ElementStories, type Story } from './story.ts'

/*
 * Every element of the program in its states. Each state has a window to itself: a dialog takes the
 * whole window, the marks of a text are the document's, and widths are the window's. The next element's
 * states take over the windows that are there: to load one takes far longer than to show a story.
 */

type AnyStory = Story<HTMLElement>

const SCHEMES = ['system', 'light', 'dark'] as const

/** The element whose stories are shown; undefined when the address names none. */
let present: ElementStories | undefined
/** Addresses of its stories that are not drawn yet. */
const pending = new Set<string>()
/** How many windows there are: as many as any element so far has stories. */
let windows = 0

addEventListener('hashchange', show)
show()

function show(): void {
  const name = location.hash.slice(1)
  const element = ALL_STORIES.find((candidate) => shortName(candidate.name) === name)
  const chosen = name === '' ? ALL_STORIES[0] : element
  if (chosen !== undefined && chosen === present) return
  present = chosen
  windows = Math.max(windows, chosen?.stories.length ?? 0)
  pending.clear()
  if (chosen) for (const story of chosen.stories) pending.add(addressOf(chosen, story))
  document.querySelector('main')?.removeAttribute('data-shown')
  for (const frame of document.querySelectorAll('iframe')) frame.style.removeProperty('--height')
  document.title = `${chosen ? shortName(chosen.name) : 'Gallery'} – Rubricator`
  render(page(chosen), document.body)
  scrollTo(0, 0)
}

function page(chosen: ElementStories | undefined): TemplateResult {
  return html`<nav aria-label="Elements">
      <h1>Gallery</h1>
      ${schemes()}
      ${CATALOGUE.map(({ title, elements }) => [
        html`<h2>${title}</h2>`,
        html`<ul>
          ${elements.map((element) => link(element, element === chosen))}
        </ul>`,
      ])}
    </nav>
    ${main(chosen)}`
}

function link({ name, stories: { length } }: ElementStories, isCurrent: boolean): TemplateResult {
  return html`<li>
    <a href="#${shortName(name)}" aria-current=${isCurrent ? 'page' : nothing}>
      ${shortName(name)} <span>${length}</span>
    </a>
  </li>`
}

function schemes(): TemplateResult {
  return html`<fieldset>
    <legend>Frames</legend>
    ${SCHEMES.map(
      (scheme, index) =>
        html`<label>
          <input
            type="radio"
            name="scheme"
            .checked=${index === 0}
            @change=${() => (document.documentElement.dataset['scheme'] = scheme)}
          />${scheme}
        </label>`,
    )}
    <p>Forced colours are the browser’s: its developer tools emulate them.</p>
  </fieldset>`
}

function main(element: ElementStories | undefined): TemplateResult {
  const stories = Array.from({ length: windows }, (_, index) => element?.stories[index])
  return html`<main>
    <h2>${element?.name ?? 'There is no such element'}</h2>
    <div class="stories">${stories.map((story) => place(element, story))}</div>
  </main>`
}

/** A window with its story, or one that waits for the next. */
function place(element: ElementStories | undefined, story: AnyStory | undefined): TemplateResult {
  const address = element && story ? addressOf(element, story) : ''
  const { width = 0, height = 0 } = story?.frame ?? element?.frame ?? {}
  return html`<section
    class="story"
    aria-label=${story?.name ?? nothing}
    ?hidden=${story === undefined}
    ${styleProperties({ '--width': `${width}px`, '--height': `${height}px` })}
  >
    <h3>${story?.name}</h3>
    <iframe
      title=${address}
      src="frame.html#${address}"
      @rubric-shown=${(event: CustomEvent<string>) =>
        shown(event.target as HTMLIFrameElement, event.detail)}
    ></iframe>
    <p>${story?.shows}.</p>
  </section>`
}

/** A frame without a height of its own becomes as high as its content. */
function shown(frame: HTMLIFrameElement, address: string): void {
  // Somebody may have gone on to another element meanwhile.
  if (!pending.delete(address)) return
  const stage = frame.contentDocument?.querySelector<HTMLElement>('.stage.natural')
  if (stage) frame.style.setProperty('--height', `${Math.ceil(stage.scrollHeight)}px`)
  if (pending.size > 0) return
  // Whatever took the focus in a frame has brought it into sight.
  scrollTo(0, 0)
  // Tests wait for this.
  document.querySelector('main')?.setAttribute('data-shown', '')
}

function addressOf({ name }: ElementStories, story: AnyStory): string {
  return `${shortName(name)}/${slugOf(story)}`
}
