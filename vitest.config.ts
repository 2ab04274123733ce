import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A busy machine is slow, not wrong: the limit is there to end what hangs. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    // On two cores vitest itself would leave one of them free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout } },
      // These start the built program, and run after the build.
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout } },
    ],
  },
})
