import { defineConfig } from 'vitest/config'

/** A busy machine is slow, not wrong: the limit is there to end what hangs. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout } },
      // These start the built program, and run after the build.
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout } },
    ],
  },
})
