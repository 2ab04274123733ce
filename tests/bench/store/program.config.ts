import path from 'node:path'
import { defineConfig } from 'electron-vite'
import product from '../../../electron.vite.config.ts'

/*
 * The product's own build of everything that runs without a window, and beside it what the bench does
 * with it: measured is what is shipped, with its worker threads.
 */
const { main } = product
const { input, ...options } = main?.build?.rolldownOptions ?? {}

export default defineConfig({
  main: {
    ...main,
    build: {
      ...main?.build,
      sourcemap: false,
      outDir: process.env['BENCH_PROGRAM'] ?? '',
      rolldownOptions: {
        ...options,
        input: {
          ...(input as Readonly<Record<string, string>>),
          task: path.join(import.meta.dirname, 'tasks', 'task.ts'),
        },
      },
    },
  },
})
