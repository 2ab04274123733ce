import type { TemplateResult } from 'lit'

/** The program's own elements. */
export type ElementName = Extract<keyof HTMLElementTagNameMap, `rubric-${string}`>

/** The window that a story stands in, in CSS pixels. */
export interface Frame {
  readonly width: number
  /** Without one it is as high as its content. */
  readonly height?: number
  /** Whether there is air about the element, as for a small one. */
  readonly padded?: boolean
}

/** One state of an element. */
export interface Story<E extends HTMLElement> {
  /** The state, which is also its heading and its address: unique for the element. */
  readonly name: string
  /** What is to be seen, as a sentence without its stop. */
  readonly shows: string
  readonly frame?: Frame
  /** Whether a part of it has to be scrolled sideways, as it is meant to. */
  readonly scrollsSideways?: boolean
  /** The element; data are the story's own, so that stories do not touch each other. */
  render(): TemplateResult | Promise<TemplateResult>
  /** Does with the drawn element what a person does to bring the state about. */
  act?(element: E): void | Promise<void>
}

/** An element and its states. */
export interface ElementStories {
  readonly name: ElementName
  readonly frame: Frame
  readonly stories: readonly Story<HTMLElement>[]
}

/** The states of an element. @param frame - Where a story does not say otherwise. */
export function storiesOf<N extends ElementName>(
  name: N,
  frame: Frame,
  stories: readonly Story<HTMLElementTagNameMap[N]>[],
): ElementStories {
  return { name, frame, stories }
}

/** What of an element's name tells it from the others, as in the gallery's addresses. */
export function shortName(name: ElementName): string {
  return name.replace('rubric-', '')
}

/** A story's name within an address. */
export function slugOf({ name }: Pick<Story<HTMLElement>, 'name'>): string {
  return name.replaceAll(/\W+/g, '-')
}
