import { expect, test } from 'vitest'
import { projectPath } from './project-path.ts'

test.each([
  ['/home/ana/Rubricator', 'Idlib, February 2020', '/home/ana/Rubricator/Idlib, February 2020'],
  ['/home/ana/Rubricator', '', '/home/ana/Rubricator'],
  ['/home/ana/Rubricator', ' a/b: c? ', '/home/ana/Rubricator/a-b- c-'],
  ['/home/ana/Rubricator', '..', '/home/ana/Rubricator'],
  ['/', 'Gaza', '/Gaza'],
  [String.raw`C:\Users\ana`, 'İdlib', String.raw`C:\Users\ana\İdlib`],
  [String.raw`C:\Users\ana`, 'one. ', String.raw`C:\Users\ana\one`],
])('%s and %j', (folder, name, expected) => {
  expect(projectPath(folder, name)).toBe(expected)
})
