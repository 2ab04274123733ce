import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Why a request is turned away; the sentence holds nothing that came with the request. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405
  readonly sentence: string
}

export function refuseRequest(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, headersOf(refusal))
  response.end(refusal.sentence)
}

/**
 * Before a connection is a WebSocket there is no response object, only the wire. Whoever is refused
 * may break it at any moment, and must not be able to hold it open either.
 */
export function refuseUpgrade(duplex: Duplex, refusal: Refusal): void {
  const headers = Object.entries(headersOf(refusal)).map(([name, value]) => `${name}: ${value}`)
  const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`
  duplex.on('error', () => undefined)
  duplex.once('finish', () => duplex.destroy())
  duplex.end([status, ...headers, '', refusal.sentence].join('\r\n'))
}

function headersOf({ status, sentence }: Refusal): Record<string, string> {
  return {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(sentence.length),
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  }
}
