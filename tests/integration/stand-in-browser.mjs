#!/usr/bin/env node
// Stands in for an installed browser: follows the file it is given to the address, shows the secret
// for a moment, and ends. It writes down what it was started with.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const { TEST_WS = 'ws', TEST_REPORT = '' } = process.env
/** @type {typeof import('ws')} */
const { WebSocket } = await import(TEST_WS)
const args = process.argv.slice(2)
const app = args.find((arg) => arg.startsWith('--app=')) ?? ''
const file = fileURLToPath(app.slice('--app='.length))
const [, address = ''] = /url=([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? []
const { host, hash } = new URL(address)
const report = {
  args,
  file,
  address,
  mode: statSync(file).mode & 0o777,
  folderMode: statSync(path.dirname(file)).mode & 0o777,
}
writeFileSync(TEST_REPORT, JSON.stringify(report))

const socket = new WebSocket(`ws://${host}/socket`, { origin: `http://${host}` })
socket.on('open', () => {
  const token = hash.slice('#token='.length)
  socket.send(JSON.stringify({ token, window: '00000000-0000-4000-8000-000000000000' }))
  setTimeout(() => socket.close(), 300)
})
