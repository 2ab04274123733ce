import { nothing, render } from 'lit'
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

/** Ends when the story that was asked for last is shown. */
let showing = show()

// A window that is loaded shows the next story in a fraction of the time that another takes to load.
addEventListener('hashchange', () => {
  showing = showing.then(show)
})

/** Shows the story that the address names, such as `#span-list/long`, or none. */
async function show(): Promise<void> {
  const address = decodeURIComponent(location.hash.slice(1))
  document.title = address
  try {
    clear()
    if (address !== '') await tell(address)
  } catch (error) {
    console.error(error)
    const failure = document.createElement('p')
    failure.className = 'failure'
    failure.textContent = String(error)
    document.body.replaceChildren(failure)
  }
  await document.fonts.ready
  // The gallery waits for this on the frame about this document.
  window.frameElement?.dispatchEvent(new CustomEvent('rubric-shown', { detail: address }))
}

/** Leaves a window in which nothing has been shown. @throws Error when a story can still be seen. */
function clear(): void {
  const stage = document.querySelector<HTMLElement>('.stage')
  if (stage !== null) {
    // What stands in the stage itself is told so as well, which taking it away would not do.
    render(nothing, stage)
    stage.remove()
  }
  document.querySelector('.failure')?.remove()
  getSelection()?.removeAllRanges()
  scrollTo(0, 0)
  const left = [...document.body.children].filter((element) => element.localName !== 'script')
  const marks = [...CSS.highlights.keys()]
  if (left.length === 0 && marks.length === 0) return
  for (const element of left) element.remove()
  CSS.highlights.clear()
  const names = [...left.map(({ localName }) => localName), ...marks].join(', ')
  throw new Error(`The story before has left in the window: ${names}`)
}

async function tell(address: string): Promise<void> {
  const [element, story] = find(address)
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
