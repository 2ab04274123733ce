/**
 * What is wrong with how a story lies in its window, a line each.
 * @param name - The element that the story is about.
 */
export async function troublesOf(name: string): Promise<readonly string[]> {
  await drawn()
  const element = document.querySelector(name)
  if (element === null) return [`there is no ${name}`]
  const parts = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])]
  const isShown = parts.some((part) => hasSize(part.getBoundingClientRect()))
  return [...(isShown ? [] : ['it has no size']), ...overflowing(document.body, false)]
}

/** @returns When what the window shows is drawn. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
  // The ruler is drawn in a free moment, of which a busy machine has few.
  if (document.querySelector('rubric-overview-ruler') === null) return
  await new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: 1000 })
  })
}

/** Looks at an element and all that stands in it, through shadow trees and slots. */
function overflowing(element: Element, isCut: boolean): readonly string[] {
  const { display, visibility, overflowX } = getComputedStyle(element)
  if (display === 'none' || visibility === 'hidden') return []
  const box = element.getBoundingClientRect()
  const { clientWidth: width } = document.documentElement
  if (!isCut && hasSize(box) && (box.left < -1 || box.right > width + 1)) {
    return [`${nameOf(element)} goes from ${box.left} to ${box.right} of ${width}`]
  }
  const found = [...partsOf(element)].flatMap((part) =>
    overflowing(part, isCut || overflowX !== 'visible'),
  )
  const isTooWide = element.scrollWidth > element.clientWidth + 1
  return isTooWide && scrolls(overflowX)
    ? [...found, `${nameOf(element)} has to be scrolled sideways`]
    : found
}

function partsOf(element: Element): Iterable<Element> {
  if (element instanceof HTMLSlotElement) return element.assignedElements()
  return (element.shadowRoot ?? element).children
}

/** Whether a person has to scroll what does not fit, and is not meant to. */
function scrolls(overflow: string): boolean {
  const isMeantTo = document.querySelector('[data-scrolls-sideways]') !== null
  return !isMeantTo && (overflow === 'auto' || overflow === 'scroll')
}

/** What is only there for assistive programs is a pixel wide and high. */
function hasSize({ width, height }: DOMRect): boolean {
  return width > 1 && height > 1
}

function nameOf({ localName, id, classList }: Element): string {
  return [localName, id === '' ? '' : `#${id}`, ...[...classList].map((name) => `.${name}`)].join(
    '',
  )
}
