import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { builtFolder, type Places } from './places.ts'

/** Installs the peers, unless they are there since their versions were last changed. */
export function installPeers({ bench }: Places): void {
  const installed = changedAt(path.join(bench, 'node_modules', '.package-lock.json'))
  if (installed >= changedAt(path.join(bench, 'package-lock.json'))) return
  console.error('Installing the peers, once …')
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], bench)
}

/** Builds the product as always, but into a folder that nobody else uses meanwhile. */
export function buildProduct(places: Places): string {
  console.error('Building the product …')
  const folder = builtFolder(places, 'product')
  npm(['run', 'build', '--', '--outDir', folder], places.root)
  return path.join(folder, 'renderer')
}

/** Bundles a page for each contestant, and what runs in every page before its own scripts. */
export async function bundlePages(
  places: Places,
  contestants: readonly string[],
): Promise<{ readonly pages: string; readonly scripts: string }> {
  console.error('Bundling the pages …')
  const pages = builtFolder(places, 'pages')
  const scripts = builtFolder(places, 'scripts')
  for (const name of contestants) {
    // One build each: a style sheet that two of them shared would come under another name.
    await bundle(places, path.join('contestants', `${name}.ts`), path.join(pages, name), 'es')
  }
  for (const name of ['probe', 'product-bridge']) {
    await bundle(places, path.join('pages', `${name}.ts`), path.join(scripts, name), 'iife')
  }
  return { pages, scripts }
}

async function bundle(
  { bench }: Places,
  entry: string,
  outDir: string,
  format: 'es' | 'iife',
): Promise<void> {
  await build({
    configFile: false,
    root: bench,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      // The same as the product's.
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: path.join(bench, entry),
        output: {
          format,
          entryFileNames: 'page.js',
          assetFileNames: '[name][extname]',
          ...(format === 'iife' ? { name: 'bench' } : {}),
        },
      },
    },
  })
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** @throws Error when npm fails. */
function npm(args: readonly string[], cwd: string): void {
  const script = process.env['npm_execpath']
  const [command, before] = script === undefined ? ['npm', []] : [process.execPath, [script]]
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args], {
    cwd,
    encoding: 'utf8',
    shell: script === undefined && process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${args[0] ?? ''} failed.\n${stdout}\n${stderr}`)
}
