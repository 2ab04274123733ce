import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vite'
import { securityHeaders } from '../../src/main/page/security-headers.ts'

// The one that Playwright's wrapper of it brings along.
const wrapper = createRequire(import.meta.url).resolve('@axe-core/playwright')
const axe = createRequire(wrapper).resolve('axe-core')

const ROOT = path.resolve(import.meta.dirname, '../..')

/* The gallery is a page of its own: nothing of it is in what `npm run build` builds. */
export default defineConfig({
  root: import.meta.dirname,
  // Paths of the page are relative, wherever it is served.
  base: './',
  appType: 'mpa',
  publicDir: path.join(ROOT, 'resources'),
  resolve: { alias: { 'axe-core': axe } },
  cacheDir: path.join(ROOT, 'node_modules/.cache/gallery'),
  build: {
    target: 'chrome130',
    outDir: path.join(ROOT, 'test-results/gallery-site'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ['gallery.html', 'frame.html'].map((page) => path.join(import.meta.dirname, page)),
    },
  },
  server: { host: '127.0.0.1', port: 5180, fs: { allow: [ROOT] } },
  // The built gallery stands under the program's own policy, but for its frames.
  preview: { host: '127.0.0.1', headers: framed(securityHeaders({ connect: "'none'" })) },
})

function framed(headers: Record<string, string>): Record<string, string> {
  const policy = headers['Content-Security-Policy'] ?? ''
  return {
    ...headers,
    'Content-Security-Policy': policy.replace(
      `frame-ancestors 'none'`,
      `frame-ancestors 'self'; frame-src 'self'`,
    ),
    'X-Frame-Options': 'SAMEORIGIN',
  }
}
