import path from 'node:path'
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './tests/e2e/fixtures.ts'

/*
 * The same specs in both hosts. `npm test` runs both at the same time, each in a process of its own,
 * and cuts the network for Electron; see scripts/test.mjs.
 */
export default defineConfig<HostOptions>({
  testDir: 'tests/e2e/specs',
  // Windows share the display, its clipboard and its focus.
  workers: 1,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    // A film of each window takes a quarter of all that a browser does, its document at each call a
    // seventh. What it showed and held when a test failed is kept all the same.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
  projects: [
    { name: 'electron', outputDir: results('e2e-electron'), use: { host: 'electron' } },
    { name: 'browser', outputDir: results('e2e-browser'), use: { host: 'browser' } },
  ],
})

function results(name: string): string {
  return path.join(import.meta.dirname, 'test-results', name)
}
