import fc from 'fast-check'
import type { AnnotationDocument } from '../../../src/core/annotation/history.ts'
import type { Article } from '../../../src/core/article/article.ts'
import { recordsOf, writeLine } from '../../../src/core/formats/rubricator/write.ts'
import { newProject, type Project } from '../../../src/core/project/project.ts'
import { metadata, textWithDocument } from '../../support/arbitraries.ts'
import { articleWith } from '../../support/builders.ts'

/** An article and a set on it, as programs that keep to the format have written them. */
export interface Sample {
  readonly article: Article
  readonly document: AnnotationDocument
  /** Both as a line of native JSONL. */
  readonly line: string
}

const SAMPLES = 40

/** What mutations begin with. */
export const samples: readonly Sample[] = fc
  .sample(fc.tuple(textWithDocument, metadata), { numRuns: SAMPLES, seed: 1 })
  .map(([{ text, document: made }, meta]) => {
    const article = { ...articleWith(text), meta }
    const document = { ...made, set: { ...made.set, article: article.id } }
    const line = recordsOf(article, [document.set]).map(writeLine).join('')
    return { article, document, line }
  })

export const project: Project = {
  ...newProject('News <b>'),
  annotators: [
    { id: 'ann', name: 'Ann' },
    { id: 'bob', name: '\u202Ebob' },
  ],
}
