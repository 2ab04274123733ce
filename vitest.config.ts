import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A busy machine is slow, not wrong: the limit is there to end what hangs. */
const testTimeout = 60_000

/** Tests that put others in the place of modules or globals have all of them to themselves. */
const mocking = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\bvi\.(?:mock|stub)/.test(readFileSync(file, 'utf8')))

export default defineConfig({
  test: {
    // On two cores vitest itself would leave one of them free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Files share the modules that they import: loading them anew took longer than the tests.
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: mocking,
          isolate: false,
          testTimeout,
        },
      },
      { test: { name: 'unit-mocking', include: mocking, testTimeout } },
      // These start the built program, and run after the build.
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout } },
    ],
  },
})
