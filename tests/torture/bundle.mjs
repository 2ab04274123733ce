import path from 'node:path'
import { build } from 'vite'

/**
 * Bundles TypeScript for Node 20, which does not read it, with everything that it imports.
 *
 * @param {string} entry A file of this folder, without its ending.
 * @param {string} outDir
 * @returns {Promise<string>} The program.
 */
export async function bundle(entry, outDir) {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    publicDir: false,
    // It lies where no packages are found, and starts sooner.
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, `${entry}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${entry}.mjs` } },
    },
  })
  return path.join(outDir, `${entry}.mjs`)
}
