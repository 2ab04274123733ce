import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { PagePresence } from './page-presence.ts'

function setUp() {
  const events = new EventEmitter()
  return { events, presence: new PagePresence(events) }
}

test('a page listens from its first call on', () => {
  const { presence } = setUp()
  expect(presence.isListening).toBe(false)
  presence.heard()
  expect(presence.isListening).toBe(true)
})

test.each(['did-start-loading', 'render-process-gone'])(
  'a page no longer listens after %s',
  (event) => {
    const { events, presence } = setUp()
    presence.heard()
    events.emit(event)
    expect(presence.isListening).toBe(false)
  },
)
