import { app } from 'electron'

/**
 * A scheme of one's own can be given an origin only before Electron is ready. A shell that does not
 * wait for the program comes too late for that; then a host name that nobody can own stands in, whose
 * requests this program answers as well, so that they never reach the network.
 */
export const HAS_OWN_SCHEME = !app.isReady()

/** The scheme of the program's own pages, in place of `file:`, which could read the disk. */
export const SCHEME = HAS_OWN_SCHEME ? 'app' : 'https'
const HOST = HAS_OWN_SCHEME ? 'rubricator' : 'rubricator.invalid'

/** The development server's address while developing; the build does not hold this branch. */
const developmentAddress = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined

/** The one page that windows show. */
export const PAGE_ADDRESS = developmentAddress ?? `${SCHEME}://${HOST}/`

/** @returns Whether an address belongs to the program's own pages. */
export function isOwnAddress(address: string): boolean {
  const own = new URL(PAGE_ADDRESS)
  const url = URL.canParse(address) ? new URL(address) : null
  // Node gives non-special schemes an opaque origin, so scheme and host are compared instead.
  return url !== null && url.protocol === own.protocol && url.host === own.host
}
