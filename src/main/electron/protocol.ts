import type { Session } from 'electron'
import { readAsset } from '../page/assets.ts'
import { securityHeaders } from '../page/security-headers.ts'
import { isOwnAddress, SCHEME } from './page-address.ts'

/** Serves the renderer's build to the pages of a session, and no other file of the machine. */
export function servePages(session: Session, folder: string): void {
  const headers = securityHeaders({ connect: `'none'` })
  session.protocol.handle('file', () => new Response(null, { status: 403 }))
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 404, headers })
    if (request.method !== 'GET') return new Response(null, { status: 405, headers })
    const asset = await readAsset(folder, new URL(request.url).pathname)
    if (asset === undefined) return new Response(null, { status: 404, headers })
    return new Response(asset.bytes, { headers: { ...headers, 'Content-Type': asset.type } })
  })
}
