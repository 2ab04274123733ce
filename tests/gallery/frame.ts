import { html, render } from 'lit'
import { baseStyles } from '../../src/renderer/elements/shared-styles.ts'
import { barriersIn } from './barriers.ts'
import { ALL_STORIES } from './catalogue.ts'
import { settled } from './gestures.ts'
import { shortName, slugOf, type ElementStories, type Frame, type Story } from './story.ts'
import { troublesOf } from './troubles.ts'

// As in the window: what stands in the document looks as what stands in shadow trees.
if (baseStyles.styleSheet) document.adoptedStyleSheets.push(baseStyles.styleSheet)

// For tests, which can call what a page holds, and nothing that takes several functions otherwise.
Object.assign(globalThis, { troublesOf, barriersIn })

addEventListener('hashchange', () => location.reload())

try {
  await show()
} catch (error) {
  console.error(error)
  render(html`<p class="failure">${String(error)}</p>`, document.body)
}
await document.fonts.ready
// The gallery waits for this on the frame about this document.
window.frameElement?.dispatchEvent(new Event('rubric-shown'))

/** Shows the story that the address names, such as `#span-list/long`. */
async function show(): Promise<void> {
  const address = decodeURIComponent(location.hash.slice(1))
  const [element, story] = find(address)
  document.title = address
  const stage = document.createElement('div')
  stage.className = classesOf(story.frame ?? element.frame)
  // Tests look for this.
  stage.toggleAttribute('data-scrolls-sideways', story.scrollsSideways === true)
  document.body.append(stage)
  render(await story.render(), stage)
  await settled()
  const shown = stage.querySelector<HTMLElement>(element.name)
  if (shown === null) throw new RangeError(`The story ${address} has no ${element.name}`)
  await story.act?.(shown)
  await settled()
}

function find(address: string): readonly [ElementStories, Story<HTMLElement>] {
  const [name, slug] = address.split('/')
  const element = ALL_STORIES.find((candidate) => shortName(candidate.name) === name)
  const story = element?.stories.find((candidate) => slugOf(candidate) === slug)
  if (!element || !story) throw new RangeError(`There is no story ${address}`)
  return [element, story]
}

function classesOf({ height, padded = false }: Frame): string {
  return ['stage', height === undefined ? 'natural' : '', padded ? 'padded' : ''].join(' ').trim()
}
