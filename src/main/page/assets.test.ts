import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAsset, resolveAsset } from './assets.ts'

let folder = ''

beforeAll(async () => {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'rubricator-assets-'))
  folder = path.join(parent, 'renderer')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>')
  await writeFile(path.join(folder, 'assets', 'a b.js'), 'export {}')
  await writeFile(path.join(parent, 'secret.js'), 'secret')
})

afterAll(() => rm(path.dirname(folder), { recursive: true }))

describe('an asset', () => {
  test('is the page for the root', async () => {
    const asset = await readAsset(folder, '/')
    expect(asset?.type).toBe('text/html; charset=utf-8')
  })

  test('is found by its percent-encoded name', async () => {
    const asset = await readAsset(folder, '/assets/a%20b.js')
    expect(new TextDecoder().decode(asset?.bytes)).toBe('export {}')
  })

  test.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets//a%20b.js',
    '//etc/passwd.js',
    '/c:/secret.js',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/assets/',
    '/.env.js',
    'index.html',
    '',
  ])('is refused at %s', (urlPath) => {
    expect(resolveAsset(folder, urlPath)).toBeUndefined()
  })

  test.each(['/missing.js', '/index.html/x.js', '/assets', '/assets.js'])(
    'is absent at %s',
    async (urlPath) => {
      expect(await readAsset(folder, urlPath)).toBeUndefined()
    },
  )
})
