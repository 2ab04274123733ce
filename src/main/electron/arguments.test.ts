import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const FOLDER = path.resolve('/somewhere')

describe('the arguments of a start', () => {
  test.each<[string, readonly string[], string | null]>([
    ['none', ['electron', '.'], null],
    ['a project', ['electron', '.', '--project', 'news'], path.join(FOLDER, 'news')],
    [
      'a project after an equals sign',
      ['electron', '.', '--project=news'],
      path.join(FOLDER, 'news'),
    ],
    ['an absolute path', ['electron', '.', '--project', path.resolve('/p')], path.resolve('/p')],
    ['the last of two', ['electron', '--project', 'a', '--project', 'b'], path.join(FOLDER, 'b')],
    [
      'switches of Chromium',
      [
        'electron',
        '--no-sandbox',
        '--remote-debugging-port=0',
        '.',
        '--project',
        'news',
        '--lang=de',
      ],
      path.join(FOLDER, 'news'),
    ],
    ['an empty name', ['electron', '.', '--project='], null],
    ['no name', ['electron', '.', '--project'], null],
  ])('%s', (_name, argv, project) => {
    expect(readArguments(argv, FOLDER)).toEqual({ project })
  })
})
