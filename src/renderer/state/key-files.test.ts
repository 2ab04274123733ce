import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { writeKeyFile } from '../../contract/key-file.ts'
import { fail, ok } from '../../core/result.ts'
import { exportKeys, importKeys } from './key-files.ts'

const fileOf = (text: string): File => new File([text], 'mine.json')

describe('importKeys', () => {
  it('takes the place of all keys that were given before', async () => {
    const { workspace } = await openWorkspace('One.')
    workspace.keys.give('help.keys', ['x'])
    const told = await importKeys(workspace, fileOf(writeKeyFile({ 'view.focus': ['Mod+B'] })))
    expect(told).toEqual({ ok: true, text: 'The keys of mine.json are in use.', details: [] })
    expect(workspace.keys.map.get()).toEqual({ 'view.focus': ['Mod+B'] })
  })

  it('names the commands that it does not know', async () => {
    const { workspace } = await openWorkspace('One.')
    const text = '{"format":"rubricator-keys/1","keys":{"time.travel":["x"],"view.focus":["b"]}}'
    expect(await importKeys(workspace, fileOf(text))).toMatchObject({
      ok: true,
      text: expect.stringContaining('1 unknown command') as string,
      details: ['time.travel'],
    })
    expect(workspace.keys.of('view.focus')).toEqual(['b'])
  })

  it('changes nothing by a file that cannot be used, and says why', async () => {
    const { workspace } = await openWorkspace('One.')
    workspace.keys.give('help.keys', ['x'])
    const told = await importKeys(workspace, fileOf('{"format":"x"}'))
    expect(told.ok).toBe(false)
    expect(told.text).toMatch(/^mine\.json was not imported\. It is no file of keys/)
    expect(workspace.keys.of('help.keys')).toEqual(['x'])
  })

  it('says when the file is gone', async () => {
    const { workspace } = await openWorkspace('One.')
    const file = fileOf('')
    file.text = () => Promise.reject(new Error('not there'))
    expect((await importKeys(workspace, file)).text).toContain('could not be read: not there')
  })
})

describe('exportKeys', () => {
  it.each([
    [{ type: 'saved', path: '/k.json', lines: 1 }, 'Exported the keys to /k.json'],
    [{ type: 'download', url: '/d', name: 'k.json', lines: 1 }, 'Exported the keys to k.json'],
    [{ type: 'cancelled' }, undefined],
  ] as const)('tells what came of it: %j', async (outcome, told) => {
    const { workspace, bridge } = await openWorkspace('One.')
    bridge.answers['keys.export'] = () => ok(outcome)
    workspace.keys.give('help.keys', ['x'])
    expect(await exportKeys(workspace)).toBe(told)
    expect(bridge.argumentsOf('keys.export')).toEqual([{ keys: { 'help.keys': ['x'] } }])
  })

  it('tells nothing where the host has told why not', async () => {
    const { workspace, bridge } = await openWorkspace('One.')
    bridge.answers['keys.export'] = () => fail({ code: 'storage', message: 'The disk is full' })
    expect(await exportKeys(workspace)).toBeUndefined()
    expect(workspace.notices.current.get()?.text).toBe('The disk is full')
  })
})
