import type { IncomingMessage } from 'node:http'
import { SOCKET_PATH } from '../../contract/wire.ts'
import type { Refusal } from './refusal.ts'

export const LOOPBACK = '127.0.0.1'

const OWN_SITES = new Set([undefined, 'same-origin', 'none'])

/**
 * The names under which a browser on this machine asks for the program. A page of another site can
 * point a name of its own at the loopback address, but it cannot send one of these.
 */
export function ownHosts(port: number): ReadonlySet<string> {
  return new Set([LOOPBACK, 'localhost'].map((name) => new URL(`http://${name}:${port}`).host))
}

/**
 * Decides whether a request may come in at all, before anything of it is handled.
 * @param hosts - What `ownHosts` gives for this server's port.
 * @param kind - A WebSocket must name its origin, as every browser does; a page request need not.
 * @returns null when it may.
 */
export function judgeRequest(
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
  kind: 'page' | 'socket',
): Refusal | null {
  const { method, headers, headersDistinct } = request
  const { host, origin } = headers
  if (host === undefined || headersDistinct.host?.length !== 1 || !hosts.has(host)) {
    return forbidden('The request names another host than this program.')
  }
  if (origin === undefined ? kind === 'socket' : origin !== `http://${host}`) {
    return forbidden('The request comes from another site than this program.')
  }
  if (!OWN_SITES.has(header(request, 'sec-fetch-site')) && !isVisit(request)) {
    return forbidden('The request was made by another site.')
  }
  if (method !== 'GET' && (method !== 'HEAD' || kind === 'socket')) {
    return { status: 405, sentence: 'Only GET and HEAD are answered here.' }
  }
  // A body would be waited for and thrown away; no page of the program sends one.
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0') {
    return { status: 400, sentence: 'A request carries nothing here.' }
  }
  if (kind === 'socket' && request.url !== SOCKET_PATH) {
    return { status: 404, sentence: 'There is no connection to be had here.' }
  }
  return null
}

/**
 * Whether a person's browser goes to the page itself. A link may lead there from anywhere, such as
 * the private file that opens the program's own window; the page holds no secret and no data.
 */
function isVisit(request: IncomingMessage): boolean {
  return (
    request.url === '/' &&
    header(request, 'sec-fetch-mode') === 'navigate' &&
    header(request, 'sec-fetch-dest') === 'document'
  )
}

function header(request: IncomingMessage, name: string): string | undefined {
  return request.headersDistinct[name]?.join(',')
}

function forbidden(sentence: string): Refusal {
  return { status: 403, sentence }
}
