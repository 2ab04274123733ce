import { createServer, type Server } from 'node:http'

/** Far more than the windows of one person; whoever opens more is turned away. */
const CONNECTIONS = 100
/** A request is a few lines, without a body: in milliseconds, from the first byte, or none, to the last. */
const REQUEST_WITHIN = 10_000
/** How often connections are looked over for ones that are late. */
const LOOKED_OVER_EVERY = 1000
/**
 * How long nothing at all may come or go on a connection, while an export is fetched for example. Node
 * waits twice as long where a part of what it writes has been taken.
 */
const SILENT_FOR = 10_000
/** All headers of a request, in bytes; a browser sends about one thousand. */
const LARGEST_HEADERS = 16 * 1024

/** A server whose clients can neither hold it up nor fill it, whatever they send or do not send. */
export function createBoundedServer(): Server {
  const server = createServer({
    headersTimeout: REQUEST_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    connectionsCheckingInterval: LOOKED_OVER_EVERY,
    maxHeaderSize: LARGEST_HEADERS,
  })
  server.maxConnections = CONNECTIONS
  server.timeout = SILENT_FOR
  return server
}
