/** The one Trusted Types policy that may make markup: the template renderer's. */
const TEMPLATE_POLICY = 'lit-html'
/** The one that may say where code is: it knows the address of the one worker, and no other. */
const WORKER_POLICY = 'rubricator-worker'

/**
 * The headers that every answer to a window carries, whichever host gives it.
 *
 * Style sheets built by script (`adoptedStyleSheets`) are not inline styles and need no
 * `unsafe-inline`; a `style` attribute in markup is one and is refused.
 *
 * @param options - `connect`: what the page may connect to, as a CSP source list: `'none'` where its
 *   bridge is not a connection.
 */
export function securityHeaders(options: { readonly connect: string }): Record<string, string> {
  return {
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `worker-src 'self'`,
      `style-src 'self'`,
      `font-src 'self'`,
      `img-src 'self'`,
      `connect-src ${options.connect}`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types ${TEMPLATE_POLICY} ${WORKER_POLICY}`,
    ].join('; '),
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  }
}
