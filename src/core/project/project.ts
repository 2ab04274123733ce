import * as v from 'valibot'
import { DEFAULT_LABEL_SET, LabelSetSchema } from '../annotation/label-set.ts'
import { IdentifierSchema } from '../identifier.ts'

export const ProjectNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
export const AnnotatorNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))

/** A person who marks; the id names their folder and stays when the name changes. */
export const AnnotatorSchema = v.strictObject({ id: IdentifierSchema, name: AnnotatorNameSchema })
export type Annotator = Readonly<v.InferOutput<typeof AnnotatorSchema>>

/**
 * The file of one annotator, `annotations/<id>/annotator.json`. Each has one of their own, which only
 * they write: two who join a shared project at the same time would otherwise meet in `project.json`.
 */
export const AnnotatorFileSchema = v.strictObject({
  format: v.literal('rubricator-annotator/1'),
  ...AnnotatorSchema.entries,
})
export type AnnotatorFile = Readonly<v.InferOutput<typeof AnnotatorFileSchema>>

/** The file `project.json`. */
export const ProjectSchema = v.strictObject({
  format: v.literal('rubricator-project/3'),
  name: ProjectNameSchema,
  labels: LabelSetSchema,
  /** Those whom the project lists itself; others have a file of their own, whose name also counts. */
  annotators: v.pipe(
    v.array(AnnotatorSchema),
    v.check(
      (annotators) => new Set(annotators.map(({ id }) => id)).size === annotators.length,
      'two annotators share an id',
    ),
  ),
  /** Whether annotators see what others have marked on an article only when their own set is done. */
  blind: v.optional(v.boolean(), true),
})
export type Project = Readonly<v.InferOutput<typeof ProjectSchema>>

/**
 * Adds those who have a file of their own to the annotators that a project lists, in order of their
 * ids; their own file says what they are called.
 */
export function withAnnotators(project: Project, own: readonly Annotator[]): Project {
  const byId = new Map(own.map(({ id, name }) => [id, { id, name }]))
  const listed = project.annotators.map((annotator) => byId.get(annotator.id) ?? annotator)
  const known = new Set(listed.map(({ id }) => id))
  const added = [...byId.values()].filter(({ id }) => !known.has(id))
  const sorted = added.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { ...project, annotators: [...listed, ...sorted] }
}

/** A new project with the default label set and nobody in it. */
export function newProject(name: string): Project {
  return {
    format: 'rubricator-project/3',
    name,
    labels: [...DEFAULT_LABEL_SET],
    annotators: [],
    blind: true,
  }
}
