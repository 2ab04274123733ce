import { protocol } from 'electron'
import { SCHEME } from './page-address.ts'

/** Makes the scheme one with an origin, as secure as https. To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}
