import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { calls, type CallArguments, type CallName } from '../../src/contract/calls.ts'
import { CLOSE_CODES } from '../../src/contract/wire.ts'
import { NOW } from '../support/builders.ts'
import { attackedHost } from './attacked-host.ts'
import { Window } from './browser-host-client.ts'
import { frame, OPCODES, Wire, type Frame } from './wire.ts'

const host = attackedHost()

type WritingCall = {
  [N in CallName]: (typeof calls)[N]['writes'] extends true ? N : never
}[CallName]

/** Arguments for every call that writes; the compiler misses those that are not here. */
function writes(): { [N in WritingCall]: CallArguments<N> } {
  const project = path.join(host.home.folder, 'project')
  const meta = { title: 'X', outlet: null, published: null, language: null, direction: null }
  const id = randomUUID()
  return {
    'annotator.name': { name: 'Eve' },
    'project.open': { path: project },
    'project.create': { path: path.join(host.home.folder, 'new'), name: 'New' },
    'project.sample': {},
    'folder.pick': { purpose: 'new-project' },
    'folder.list': { path: null },
    'articles.describe': { project, id: '07e4b1dd1288c941', meta },
    'annotations.apply': {
      project,
      article: '07e4b1dd1288c941',
      batch: id,
      baseRevision: 0,
      changes: [{ type: 'undo', at: NOW }],
    },
    'import.pick': { kind: 'folder' },
    'import.offer': { import: null, files: [{ name: 'a.txt', bytes: new Uint8Array([97]) }] },
    'import.read': { import: id },
    'import.decode': { import: id, index: 0, encoding: 'UTF-8' },
    'import.commit': { import: id },
    'import.cancel': { import: id },
    'backups.make': {},
    'backups.restore': { project, backup: '2026-11-22', annotator: null },
    'labels.change': { project, change: { type: 'rename', label: 'claim', to: 'assertion' } },
    'labels.undo': { project, change: 'a-change' },
    'labels.cancel': {},
    'project.blind': { project, blind: false },
    'labels.edit': { project, labels: [] },
    'review.record': {
      project,
      article: '07e4b1dd1288c941',
      records: [
        { kind: 'status', id: 'r1', by: 'ada', at: NOW, step: 's1', status: 'approved', open: 0 },
      ],
    },
    'review.withdrawStep': { project, step: 's1', articles: ['07e4b1dd1288c941'] },
    'review.decidePhrase': {
      project,
      places: [{ article: '07e4b1dd1288c941', start: 0, end: 1 }],
      label: null,
      reason: null,
    },
    'packs.preview': { import: id, index: 0, choices: { labels: [], addArticles: true } },
    'packs.take': { project, import: id, index: 0, choices: { labels: [], addArticles: true } },
    'packs.cancel': {},
    'packs.undo': { project, pack: 'a-pack' },
    'settings.remember': { article: '07e4b1dd1288c941' },
  }
}

function text(payload: string): Frame {
  return { opcode: OPCODES.text, payload }
}

describe('a message', () => {
  const broken: readonly [string, readonly Frame[], number][] = [
    ['without a mask', [{ ...text('{}'), masked: false }], 1002],
    ['of an unknown kind', [{ opcode: 3 }], 1002],
    ['with a reserved bit', [{ opcode: 0x41 }], 1002],
    ['that goes on from nothing', [{ opcode: OPCODES.continuation, payload: 'x' }], 1002],
    ['within another', [{ ...text('{'), fin: false }, text('{}')], 1002],
    ['of control that is too long', [{ opcode: OPCODES.ping, payload: 'x'.repeat(126) }], 1002],
    ['of control in pieces', [{ opcode: OPCODES.ping, fin: false }], 1002],
    ['that is not UTF-8', [{ opcode: OPCODES.text, payload: Buffer.from([0xc3, 0x28]) }], 1007],
    [
      'that closes with a code of nobody',
      [{ opcode: OPCODES.close, payload: '\u0001\u0001' }],
      1002,
    ],
    ['of more than 256 MB', [{ ...text(''), announced: 300_000_000 }], 1009],
    ['of more than a number', [{ ...text(''), announced: Number.MAX_SAFE_INTEGER }], 1009],
    ['of bytes', [{ opcode: OPCODES.binary, payload: '{}' }], CLOSE_CODES.notUnderstood],
    ['that is empty', [text('')], CLOSE_CODES.notUnderstood],
  ]

  test.each(broken)('%s ends the connection', async (_, frames, code) => {
    const wire = await Wire.greeted(host.server)
    for (const each of frames) wire.send(frame(each))
    await expect.poll(() => wire.closeCode).toBe(code)
    wire.reset()
  })

  test('after one that was not understood is not looked at', async () => {
    const wire = await Wire.greeted(host.server)
    const call = JSON.stringify({ id: 7, name: 'annotator.name', args: { name: 'Eve' } })
    wire.send(Buffer.concat([frame(text('?')), frame(text(call))]))
    await expect.poll(() => wire.closeCode).toBe(CLOSE_CODES.notUnderstood)
    expect(wire.text).not.toContain('"id":7')
    wire.reset()
  })

  test('that is long ends a connection that has not shown the secret', async () => {
    const begun: Frame = { opcode: OPCODES.text, payload: 'x'.repeat(10_000), fin: false }
    for (const opcode of [OPCODES.continuation, OPCODES.ping]) {
      const wire = await Wire.upgraded(host.server)
      wire.send(frame(begun))
      const more = frame({ opcode, payload: 'x'.repeat(100), fin: opcode === OPCODES.ping })
      for (let sent = 0; sent < 10_000; sent += more.length) await wire.sendAll(more)
      await wire.ended
    }
  })

  test('in endless pieces ends the connection', async () => {
    const wire = await Wire.greeted(host.server)
    wire.send(frame({ opcode: OPCODES.text, payload: '"', fin: false }))
    const piece = frame({ opcode: OPCODES.continuation, payload: '', fin: false })
    await wire.sendAll(Buffer.concat(Array.from({ length: 40_000 }, () => piece)))
    await expect.poll(() => wire.closeCode).toBe(1008)
    wire.reset()
  })
})

describe('a second window', () => {
  test('is refused every call that writes', async () => {
    const writer = await Window.open(host.server)
    const second = await Window.open(host.server)
    for (const [name, args] of Object.entries(writes())) {
      expect([name, await second.call(name, args)]).toMatchObject([
        name,
        { ok: false, error: { code: 'read-only' } },
      ])
    }
    await Promise.all([second.close(), writer.close()])
  })

  test('does not write by taking the id of the first', async () => {
    const id = randomUUID()
    const writer = await Window.open(host.server, id)
    const second = await Window.open(host.server, id)
    const named = await second.call('annotator.name', { name: 'Eve' })
    expect(named).toMatchObject({ error: { code: 'read-only' } })
    expect((await writer.call('workbench.state', {}))['value']).toMatchObject({ writable: true })
    await Promise.all([second.close(), writer.close()])
  })
})
