import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { ok } from '../../core/result.ts'
import type { KeyBindings } from './key-bindings.ts'

const TEXT = 'Two men died.'

async function openKeys(): Promise<
  Awaited<ReturnType<typeof openWorkspace>> & { readonly keys: KeyBindings }
> {
  const opened = await openWorkspace(TEXT)
  return { ...opened, keys: opened.workspace.keys }
}

describe('KeyBindings', () => {
  it('gives a command other keys and its own again, and remembers both', async () => {
    const { keys, bridge } = await openKeys()
    keys.give('view.focus', ['mod+b', 'x'])
    expect(keys.of('view.focus')).toEqual(['Mod+B', 'x'])
    expect(keys.shown('view.focus')).toBe('Mod+B')
    expect(keys.isRemapped('view.focus')).toBe(true)
    expect(keys.byChord.get().get('x')).toBe('view.focus')
    expect(keys.byChord.get().has('f')).toBe(false)
    keys.reset('view.focus')
    expect(keys.isRemapped('view.focus')).toBe(false)
    const remembered = bridge.argumentsOf('settings.remember').map((args) => args.keys)
    expect(remembered.filter((map) => map !== undefined)).toEqual([
      { 'view.focus': ['Mod+B', 'x'] },
      {},
    ])
  })

  it('remembers nothing when nothing changes', async () => {
    const { keys, bridge } = await openKeys()
    const before = bridge.argumentsOf('settings.remember').length
    keys.reset('view.focus')
    keys.replace({ 'view.focus': ['f'] })
    expect(bridge.argumentsOf('settings.remember')).toHaveLength(before)
  })

  it('leaves a command without keys', async () => {
    const { keys } = await openKeys()
    keys.give('help.keys', [])
    expect(keys.shown('help.keys')).toBeUndefined()
  })

  it('tells conflicts with the project’s labels', async () => {
    const { keys } = await openKeys()
    expect(keys.conflicts.get()).toEqual([])
    expect([...keys.labelKeys.get()]).toEqual(['1', '2', '3', '4'])
    keys.give('view.focus', ['1'])
    expect(keys.conflicts.get()).toMatchObject([
      { command: 'view.focus', with: { label: 'claim' } },
    ])
  })

  it('takes over what another window has changed', async () => {
    const { keys, bridge, state } = await openKeys()
    keys.give('help.keys', ['x'])
    await new Promise((resolve) => setTimeout(resolve, 0))
    bridge.emit({ type: 'state', state: { ...state, keys: { 'help.keys': ['y'] } } })
    expect(keys.of('help.keys')).toEqual(['y'])
    expect(bridge.argumentsOf('settings.remember').at(-1)).toEqual({ keys: { 'help.keys': ['x'] } })
  })

  it('keeps a change that is still being remembered', async () => {
    const { keys, bridge, state } = await openKeys()
    const finish: (() => void)[] = []
    bridge.answers['settings.remember'] = () =>
      new Promise((resolve) => finish.push(() => resolve(ok(null))))
    keys.give('help.keys', ['x'])
    bridge.emit({ type: 'state', state })
    expect(keys.of('help.keys')).toEqual(['x'])
    finish[0]?.()
  })

  it('is not remembered from a window that may only look', async () => {
    const { workspace, bridge } = await openWorkspace(TEXT, { writable: false })
    workspace.keys.give('help.keys', ['x'])
    expect(bridge.argumentsOf('settings.remember')).toEqual([])
  })
})
