import { startVitest } from 'vitest/node'

// The benches stand in no project's tests; one project is enough to run them in.
const vitest = await startVitest('benchmark', [], { run: true, project: ['unit'] })
await vitest.close()
