import path from 'node:path'
import { build } from 'vite'

/**
 * Bundles TypeScript for Node 20, which does not read it, with everything that it imports.
 *
 * @param {string} entry The file.
 * @param {string} outDir
 * @returns {Promise<string>} The program.
 */
export async function bundle(entry, outDir) {
  const { dir, name } = path.parse(entry)
  await build({
    configFile: false,
    root: dir,
    logLevel: 'warn',
    publicDir: false,
    // It lies where no packages are found, and starts sooner.
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return path.join(outDir, `${name}.mjs`)
}
