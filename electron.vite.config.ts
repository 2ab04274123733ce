import { defineConfig } from 'electron-vite'

// Chromium 130 and Node 20 are the oldest that the build runs on: Electron 33, and Node for the
// browser host and the command line.
const NODE = 'node20'
const CHROMIUM = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE,
      sourcemap: true,
      // Chunks beside the entries keep `import.meta.url` in one folder for all modules.
      rolldownOptions: {
        input: {
          main: 'src/main/electron/main.ts',
          cli: 'src/main/cli/main.ts',
          thread: 'src/main/crew/thread.ts',
          writer: 'src/main/crew/writer.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      // Electron runs a sandboxed preload script as one CommonJS file.
      rolldownOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: CHROMIUM,
      minify: true,
      // The page's policy allows neither inline scripts nor `data:`: everything stays a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
