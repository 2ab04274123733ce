import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

test('the page’s policy allows its own files and two policies of trust, and nothing else', () => {
  const policy = securityHeaders({ connect: `'none'` })['Content-Security-Policy']
  expect(policy?.split('; ').toSorted()).toEqual([
    `base-uri 'none'`,
    `connect-src 'none'`,
    `default-src 'none'`,
    `font-src 'self'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `img-src 'self'`,
    `require-trusted-types-for 'script'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `trusted-types lit-html rubricator-worker`,
    `worker-src 'self'`,
  ])
})
