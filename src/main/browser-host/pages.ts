import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { readAsset } from '../page/assets.ts'
import { securityHeaders } from '../page/security-headers.ts'
import type { Downloads } from './downloads.ts'
import type { RefusalLog } from './refusal-log.ts'
import { tokensMatch, WRONG_TOKEN_COSTS } from './token.ts'

interface PagesOptions {
  readonly rendererFolder: string
  readonly downloads: Downloads
  readonly refusals: RefusalLog
  readonly token: string
}

/** What is answered over HTTP, once a request was let in: the window's files, and exports. */
export function createPages({ rendererFolder, downloads, refusals, token }: PagesOptions): Hono {
  // In a browser 'self' covers the WebSocket of the same host.
  const headers = { ...securityHeaders({ connect: `'self'` }), 'Cache-Control': 'no-store' }
  const pages = new Hono()

  pages.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
  })

  pages.on('GET', '/download/:id', async (context) => {
    const [scheme, secret = ''] = (context.req.header('authorization') ?? '').split(' ')
    if (scheme !== 'Bearer' || !tokensMatch(secret, token)) {
      refusals.add('An export was asked for without the secret.')
      await pause(WRONG_TOKEN_COSTS, undefined, { ref: false })
      return context.text('The secret is missing or wrong.\n', 403)
    }
    // A HEAD request must not use the export up.
    if (context.req.method !== 'GET') return context.text('Only GET is answered here.\n', 405)
    const download = downloads.take(context.req.param('id'))
    if (download === null) return context.text('There is no such export any more.\n', 404)
    return context.body(Readable.toWeb(download.stream) as ReadableStream, 200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Length': String(download.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(download.name)}`,
    })
  })

  pages.on('GET', '*', async (context) => {
    const { pathname } = new URL(context.req.url)
    const asset = await readAsset(rendererFolder, pathname)
    if (asset !== undefined) return context.body(asset.bytes, 200, { 'Content-Type': asset.type })
    return pathname === '/'
      ? context.text('The window has not been built: run "npm run build".\n', 503)
      : context.text('There is nothing here.\n', 404)
  })

  pages.onError((_error, context) => context.text('The file could not be read.\n', 500))
  return pages
}

/** The name as RFC 5987 wants it; three characters that encodeURIComponent leaves are not allowed. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
