import path from 'node:path'
import { build, preview } from 'vite'

const configFile = path.join(import.meta.dirname, 'vite.config.ts')

/** Builds the gallery, and serves it on this machine. */
export async function serveBuiltGallery(): Promise<{
  /** Of the page itself, without an element. */
  readonly address: string
  close(): Promise<void>
}> {
  await build({ configFile, logLevel: 'warn' })
  const server = await preview({ configFile, logLevel: 'warn', preview: { port: 0 } })
  const [address = ''] = server.resolvedUrls?.local ?? []
  return { address: `${address}gallery.html`, close: () => server.close() }
}
