/*
 * npm run gallery [-- --port N]
 *
 * Serves the gallery, every element in each of its states, to the browsers of this machine. It
 * follows what is edited; nothing has to be built first.
 */
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { inRoot } from './support/places.mjs'

try {
  const { values } = parseArgs({ options: { port: { type: 'string' } } })
  const server = await createServer({
    configFile: inRoot('tests', 'gallery', 'vite.config.ts'),
    logLevel: 'warn',
    server: values.port === undefined ? {} : { port: Number(values.port), strictPort: true },
  })
  await server.listen()
  const [address] = server.resolvedUrls?.local ?? []
  console.log(`Gallery: ${address}gallery.html`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
