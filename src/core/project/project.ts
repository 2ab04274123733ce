import * as v from 'valibot'
import { DEFAULT_LABEL_SET, LabelSetSchema } from '../annotation/label-set.ts'
import { IdentifierSchema } from '../identifier.ts'

export const ProjectNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
export const AnnotatorNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))

/** A person who marks; the id names their folder and stays when the name changes. */
export const AnnotatorSchema = v.strictObject({ id: IdentifierSchema, name: AnnotatorNameSchema })
export type Annotator = Readonly<v.InferOutput<typeof AnnotatorSchema>>

/** The file `project.json`. */
export const ProjectSchema = v.strictObject({
  format: v.literal('rubricator-project/1'),
  name: ProjectNameSchema,
  labels: LabelSetSchema,
  annotators: v.pipe(
    v.array(AnnotatorSchema),
    v.check(
      (annotators) => new Set(annotators.map(({ id }) => id)).size === annotators.length,
      'two annotators share an id',
    ),
  ),
})
export type Project = Readonly<v.InferOutput<typeof ProjectSchema>>

/** A new project with the default label set and nobody in it. */
export function newProject(name: string): Project {
  return {
    format: 'rubricator-project/1',
    name,
    labels: [...DEFAULT_LABEL_SET],
    annotators: [],
  }
}
