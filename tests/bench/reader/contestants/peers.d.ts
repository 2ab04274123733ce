/*
 * The little that the bench uses of its peers, so that the repository's types can be checked without
 * their packages being installed.
 */

declare module '@recogito/text-annotator' {
  export interface TextAnnotation {
    readonly id: string
    readonly bodies: readonly { readonly purpose: string; readonly value: string }[]
    readonly target: {
      readonly annotation: string
      readonly selector: readonly {
        readonly quote: string
        readonly start: number
        readonly end: number
      }[]
    }
  }

  export interface TextAnnotator {
    addAnnotation(annotation: TextAnnotation): void
    updateAnnotation(annotation: TextAnnotation): TextAnnotation
    removeAnnotation(id: string): TextAnnotation | undefined
    getAnnotationById(id: string): TextAnnotation | undefined
    getAnnotations(): readonly TextAnnotation[]
    setAnnotations(annotations: readonly TextAnnotation[], replace?: boolean): void
    scrollIntoView(id: string): boolean
    destroy(): void
  }

  export function createTextAnnotator(
    element: HTMLElement,
    options?: { readonly style?: (annotation: TextAnnotation) => object },
  ): TextAnnotator
}

declare module '@recogito/text-annotator/text-annotator.css'
