import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../tests/support/open-workspace.ts'
import { fail, ok } from '../../core/result.ts'
import { makeBackup } from './backups.ts'

const full = () => fail({ code: 'storage', message: 'The disk is full' } as const)

describe('makeBackup', () => {
  it('saves first, and says what was done', async () => {
    const { workspace, session, bridge } = await openWorkspace('Two men died.')
    bridge.answers['backups.make'] = () => ok('2026-11-22T140512')
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    expect(await makeBackup(workspace)).toBe('The project is backed up.')
    expect(bridge.asked.map(({ name }) => name).slice(-2)).toEqual([
      'annotations.apply',
      'backups.make',
    ])
    bridge.answers['backups.make'] = () => ok(null)
    expect(await makeBackup(workspace)).toBe('Nothing has changed since the latest backup.')
  })

  it('says that it lacks what is not saved, or why there is none', async () => {
    const { workspace, session, bridge } = await openWorkspace('Two men died.')
    bridge.answers['annotations.apply'] = full
    bridge.answers['backups.make'] = () => ok('2026-11-22')
    session.mark('claim', { start: 0, end: 3 }, 'keyboard')
    expect(await makeBackup(workspace)).toContain('What is not saved is not in it')
    bridge.answers['backups.make'] = full
    expect(await makeBackup(workspace)).toBeUndefined()
    expect(workspace.notices.current.get()?.text).toBe('The disk is full')
  })
})
