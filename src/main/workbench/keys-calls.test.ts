import { expect, it } from 'vitest'
import { errorOf, valueOf } from '../../../tests/support/builders.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { call, startWorkbench, TestHost } from '../../../tests/support/test-workbench.ts'
import { parseKeyFile } from '../../contract/key-file.ts'
import { dispatch } from './dispatch.ts'

it('exports the keys of a window, also of one that may only look, before a project is open', async () => {
  const workbench = await startWorkbench(await temporaryFolder())
  const host = new TestHost()
  host.writable = false
  const keys = { 'view.focus': ['Mod+B'], 'no.command': ['x'], 'help.keys': ['?'] }
  const outcome = valueOf(await call(workbench, host, 'keys.export', { keys }))
  const [content = ''] = host.delivered
  const lines = content.split('\n').length - 1
  expect(outcome).toEqual({ type: 'saved', path: 'rubricator-keys.json', lines })
  expect(valueOf(parseKeyFile(content))).toEqual({
    keys: { 'view.focus': ['Mod+B'] },
    unknown: [],
  })
})

it('refuses what is no map of keys', async () => {
  const workbench = await startWorkbench(await temporaryFolder())
  const args = { keys: { 'view.focus': 'Mod+B' } }
  const result = await dispatch(workbench, new TestHost(), 'keys.export', args)
  expect(errorOf(result)).toMatchObject({ code: 'invalid-call' })
})
