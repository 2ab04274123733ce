import { html, nothing, render, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { styleProperties } from '../../src/renderer/elements/style-properties.ts'
import { ALL_STORIES, CATALOGUE } from './catalogue.ts'
import { shortName, slugOf, type ElementStories, type Story } from './story.ts'

/*
 * Every element of the program in its states. Each state stands in a window of its own: a dialog
 * takes the whole window, the marks of a text are the document's, and widths are the window's.
 */

const SCHEMES = ['system', 'light', 'dark'] as const

/** Stories of the present element that are not drawn yet. */
let pending = 0

addEventListener('hashchange', show)
show()

function show(): void {
  const name = location.hash.slice(1)
  const element = ALL_STORIES.find((candidate) => shortName(candidate.name) === name)
  const chosen = name === '' ? ALL_STORIES[0] : element
  pending = chosen?.stories.length ?? 0
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
    ${keyed(chosen, chosen ? stories(chosen) : nothingThere())}`
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

function stories(element: ElementStories): TemplateResult {
  return html`<main>
    <h2>${element.name}</h2>
    <div class="stories">${element.stories.map((story) => storyOf(element, story))}</div>
  </main>`
}

function storyOf(element: ElementStories, story: Story<HTMLElement>): TemplateResult {
  const { width, height = 0 } = story.frame ?? element.frame
  const address = `${shortName(element.name)}/${slugOf(story)}`
  return html`<section
    class="story"
    aria-label=${story.name}
    ${styleProperties({ '--width': `${width}px`, '--height': `${height}px` })}
  >
    <h3>${story.name}</h3>
    <iframe
      title=${address}
      name=${address}
      src="frame.html#${address}"
      @rubric-shown=${(event: Event) => shown(event.target as HTMLIFrameElement)}
    ></iframe>
    <p>${story.shows}.</p>
  </section>`
}

/** A frame without a height of its own becomes as high as its content. */
function shown(frame: HTMLIFrameElement): void {
  const stage = frame.contentDocument?.querySelector<HTMLElement>('.stage.natural')
  if (stage) frame.style.setProperty('--height', `${Math.ceil(stage.scrollHeight)}px`)
  pending -= 1
  if (pending > 0) return
  // Whatever took the focus in a frame has brought it into sight.
  scrollTo(0, 0)
  // Tests wait for this.
  document.querySelector('main')?.setAttribute('data-shown', '')
}

function nothingThere(): TemplateResult {
  return html`<main><h2>There is no such element</h2></main>`
}
