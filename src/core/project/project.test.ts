import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { newProject, ProjectSchema } from './project.ts'

const project = newProject('News')
const ann = { id: 'ann', name: 'Ann' }

describe('ProjectSchema', () => {
  it('takes a new project, and two annotators of one name', () => {
    expect(v.parse(ProjectSchema, project)).toEqual(project)
    const namesakes = { ...project, annotators: [ann, { ...ann, id: 'ann-2' }] }
    expect(v.is(ProjectSchema, namesakes)).toBe(true)
  })

  it.each<[string, object]>([
    ['a blank name', { name: ' ' }],
    ['two annotators of one id', { annotators: [ann, { ...ann, name: 'Anna' }] }],
    ['an annotator without a name', { annotators: [{ ...ann, name: '' }] }],
    ['an id that is no folder', { annotators: [{ ...ann, id: 'a/b' }] }],
    ['an unknown field', { owner: 'ann' }],
    ['a later format', { format: 'rubricator-project/4' }],
  ])('refuses %s', (_what, change) => {
    expect(v.is(ProjectSchema, { ...project, ...change })).toBe(false)
  })
})
