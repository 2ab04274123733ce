import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { attackedHost } from './attacked-host.ts'
import { ask, Window } from './browser-host-client.ts'
import { rubricator, until } from './program.ts'
import { frame, OPCODES, upgradeRequest, Wire } from './wire.ts'

/** Characters of the article that is asked for and not read: more than the system itself would hold. */
const LENGTH = 12_000_000

const host = attackedHost(async (home) => {
  const file = path.join(home.folder, 'long.txt')
  await writeFile(file, 'A sentence of forty letters and no more.\n'.repeat(LENGTH / 41))
  await rubricator(home, 'new', 'project')
  await rubricator(home, 'import', 'project', file)
})

/** The article's. */
let id = ''

beforeAll(async () => {
  const window = await Window.open(host.server)
  await window.call('annotator.name', { name: 'Ada' })
  const [article] = (await window.call('articles.list', {}))['value'] as { id: string }[]
  id = article?.id ?? ''
  const edit = { type: 'status', status: 'done' }
  const applied = await window.call('annotations.apply', {
    project: path.join(host.home.folder, 'project'),
    article: id,
    batch: randomUUID(),
    baseRevision: 0,
    changes: [{ type: 'do', edit, at: '2026-01-01T00:00:00.000Z' }],
  })
  expect(applied).toMatchObject({ ok: true })
  await window.close()
})

/** @returns After how many milliseconds the program ended a connection. */
async function lifetime(wire: Wire): Promise<number> {
  const begun = performance.now()
  await wire.ended
  return performance.now() - begun
}

describe('a client that takes its time', () => {
  test.concurrent('over the headers of a request is cut off', async () => {
    const wire = await Wire.open(host.server)
    wire.send(`GET / HTTP/1.1\r\nHost: ${host.server.host}\r\n`)
    const drip = setInterval(() => wire.send('X-A: b\r\n'), 500)
    const lasted = await lifetime(wire)
    clearInterval(drip)
    expect(lasted).toBeLessThan(20_000)
    expect(wire.text).toMatch(/^HTTP\/1\.1 408 /)
    wire.reset()
  })

  test.concurrent('over an upgrade is cut off', async () => {
    const wire = await Wire.open(host.server)
    const request = upgradeRequest(host.server)
    let sent = 0
    const drip = setInterval(() => wire.send(request.charAt(sent++)), 400)
    const lasted = await lifetime(wire)
    clearInterval(drip)
    expect(lasted).toBeLessThan(20_000)
    wire.reset()
  })

  test.concurrent('to say anything is cut off', async () => {
    const wire = await Wire.open(host.server)
    expect(await lifetime(wire)).toBeLessThan(20_000)
    wire.reset()
  })

  test.concurrent('between two requests is cut off', async () => {
    const wire = await Wire.open(host.server)
    wire.send(`GET / HTTP/1.1\r\nHost: ${host.server.host}\r\n\r\n`)
    expect(await lifetime(wire)).toBeLessThan(20_000)
    expect(wire.text).toMatch(/^HTTP\/1\.1 200 /)
    wire.reset()
  })

  test.concurrent('over the first message of a WebSocket is cut off', async () => {
    const wire = await Wire.upgraded(host.server)
    wire.send(frame({ opcode: OPCODES.text, payload: '{', fin: false }))
    const drip = setInterval(
      () => wire.send(frame({ opcode: OPCODES.continuation, payload: ' ', fin: false })),
      300,
    )
    const lasted = await lifetime(wire)
    clearInterval(drip)
    expect(lasted).toBeLessThan(10_000)
    wire.reset()
  })

  test.concurrent('over an export is cut off', async () => {
    const window = await Window.open(host.server)
    const { url } = (await window.call('export.jsonl', { annotator: null }))['value']
    await window.close()
    const wire = await Wire.open(host.server)
    wire.socket.pause()
    const secret = `Authorization: Bearer ${host.server.token}`
    wire.send(`GET ${url} HTTP/1.1\r\nHost: ${host.server.host}\r\n${secret}\r\n\r\n`)
    await new Promise((resolve) => setTimeout(resolve, 25_000))
    wire.socket.resume()
    await wire.ended
    expect(wire.text.length).toBeLessThan(LENGTH)
    wire.reset()
  })
})

describe('a client that does not read', () => {
  test('what it asks for is cut off, and the program does not keep it all', async () => {
    const wire = await Wire.greeted(host.server)
    wire.socket.pause()
    const closed = new Promise((resolve) => wire.socket.once('close', resolve))
    for (let number = 0; number < 100; number++) {
      const call = { id: number, name: 'articles.open', args: { id } }
      wire.send(frame({ opcode: OPCODES.text, payload: JSON.stringify(call) }))
    }
    // Only who writes learns that a connection it does not read is gone.
    const writing = setInterval(() => wire.send(frame({ opcode: OPCODES.ping })), 100)
    await closed
    clearInterval(writing)
  })

  test('the answers to its pings is cut off', async () => {
    const wire = await Wire.greeted(host.server)
    wire.socket.pause()
    const ping = frame({ opcode: OPCODES.ping, payload: 'x'.repeat(125) })
    const many = Buffer.concat(Array.from({ length: 1000 }, () => ping))
    const isGone = (): boolean => wire.socket.destroyed
    const end = Date.now() + 30_000
    while (!isGone() && Date.now() < end) await wire.sendAll(many)
    expect(isGone()).toBe(true)
  })
})

describe('a client in a hurry', () => {
  test('has its calls done, a few at a time, while others are served', async () => {
    const window = await Window.open(host.server)
    const calls = 20_000
    for (let number = 0; number < calls; number++) {
      window.send({ id: number, name: 'articles.list', args: {} })
    }
    const other = await Window.open(host.server)
    expect(await other.call('articles.list', {})).toMatchObject({ ok: true })
    await until(() => window.received.filter((message) => 'id' in message).length === calls)
    await Promise.all([window.close(), other.close()])
  })

  test('has no more than a hundred connections', async () => {
    const wires = await Promise.all(Array.from({ length: 150 }, () => Wire.open(host.server)))
    const dropped = (): number => wires.filter(({ socket }) => socket.readableEnded).length
    for (const { socket } of wires) socket.resume()
    await until(() => dropped() >= 50)
    expect(wires.length - dropped()).toBeGreaterThan(90)
    for (const wire of wires) wire.reset()
    await expect.poll(async () => (await ask(host.server).catch(() => null))?.status).toBe(200)
  })
})
