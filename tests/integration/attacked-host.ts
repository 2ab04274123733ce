import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { hashOf } from '../support/hash-of.ts'
import { expectUnharmed } from './browser-host-client.ts'
import { makeHome, rubricator, Server, type Home } from './program.ts'

/** The browser host under attack, for the tests of one file. */
export interface AttackedHost {
  readonly home: Home
  readonly server: Server
}

/**
 * Starts the browser host before the tests of a file, and holds after each of them that it is unharmed.
 * @param prepare - Makes the folder `project`; it is the sample unless given.
 */
export function attackedHost(
  prepare: (home: Home) => Promise<unknown> = (home) => rubricator(home, 'sample', 'project'),
): AttackedHost {
  let home: Home
  let server: Server
  let before = ''

  beforeAll(async () => {
    home = await makeHome()
    await prepare(home)
    server = await Server.start(home, 'serve', '--project', 'project', '--no-open')
  })
  afterAll(async () => {
    await server.stop()
    await home.remove()
  })
  beforeEach(async () => (before = await hashOf(home.folder)))
  afterEach(() => expectUnharmed(server, home, before))

  return {
    get home() {
      return home
    },
    get server() {
      return server
    },
  }
}
