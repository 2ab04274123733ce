/**
 * The layers of the program, and which may import which; docs/architecture.md draws them.
 * TypeScript 7 has no programming interface for the checker to read with, hence the swc parser.
 */

const TESTS = String.raw`\.test\.ts$`

/** What a layer may import: the folders and packages named, and nothing else. */
function layer(folder, allowed) {
  return {
    name: `${folder.replaceAll('/', '-')}-imports-only`,
    comment: `src/${folder} imports only ${allowed.folders.join(', ')} and the packages it names`,
    severity: 'error',
    from: { path: `^src/${folder}/`, pathNot: TESTS },
    to: {
      pathNot: [
        ...allowed.folders.map((name) => `^src/${name}/`),
        ...(allowed.packages ?? []).map((name) => `^node_modules/${name}(/|$)`),
        ...(allowed.files ?? []),
      ],
      ...(allowed.builtins ? { dependencyTypesNot: ['core'] } : {}),
    },
  }
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

const RENDERER_SHARED = ['renderer/elements', 'renderer/text', 'renderer/state', 'core', 'contract']
const RENDERER_PACKAGES = [
  'lit',
  'lit-html',
  'lit-element',
  '@lit',
  '@lit-labs',
  '@tanstack',
  'lucide',
  'fuzzysort',
  '@fontsource-variable',
  'valibot',
]

module.exports = {
  forbidden: [
    layer('core', { folders: ['core'], packages: ['valibot', 'franc'] }),
    layer('contract', { folders: ['contract', 'core'], packages: ['valibot'] }),
    layer('main', { folders: ['main', 'core', 'contract'], packages: ['.*'], builtins: true }),
    layer('preload', { folders: ['preload', 'contract'], packages: ['electron'] }),
    layer('renderer', {
      folders: ['renderer', 'core', 'contract'],
      packages: RENDERER_PACKAGES,
      files: ['^resources/'],
    }),

    never(
      'workbench-knows-no-host',
      'The workbench and the store serve every host and know none',
      { path: '^src/main/(workbench|store)/', pathNot: TESTS },
      { path: '^src/main/(electron|browser-host|cli|page)/' },
    ),
    never(
      'store-knows-no-workbench',
      'The store keeps documents; what they are for is decided above it',
      { path: '^src/main/store/', pathNot: TESTS },
      { path: '^src/main/workbench/' },
    ),
    never(
      'electron-stays-in-its-host',
      'Everything but the desktop host runs under plain Node',
      { path: '^src/', pathNot: '^src/(main/electron|preload)/' },
      { path: '^(electron$|electron/|node_modules/electron/|src/main/electron/)' },
    ),

    never(
      'state-knows-no-components',
      'State is below every component',
      { path: '^src/renderer/state/', pathNot: TESTS },
      { path: '^src/renderer/', pathNot: '^src/renderer/state/' },
    ),
    never(
      'elements-know-nothing-above',
      'Shared elements know neither state nor features',
      { path: '^src/renderer/elements/', pathNot: TESTS },
      { path: '^src/renderer/', pathNot: '^src/renderer/elements/' },
    ),
    never(
      'text-knows-no-features',
      'The text that is drawn knows neither state nor features',
      { path: '^src/renderer/text/', pathNot: TESTS },
      { path: '^src/renderer/', pathNot: '^src/renderer/(text|elements)/' },
    ),
    never(
      'features-stay-apart',
      'A feature imports shared parts; only the app brings features together',
      {
        path: '^src/renderer/([^/]+)/',
        pathNot: ['^src/renderer/(app|elements|text|state)/', TESTS],
      },
      {
        path: '^src/',
        pathNot: ['^src/renderer/$1/', ...RENDERER_SHARED.map((name) => `^src/${name}/`)],
      },
    ),

    never('no-cycles', 'A cycle has no order to read it in', {}, { circular: true }),
    never(
      'no-orphans',
      'A module that nothing imports is dead, unless it is an entry',
      {
        orphan: true,
        path: '^src/',
        pathNot: [
          TESTS,
          String.raw`\.d\.ts$`,
          '^src/(main/electron|main/cli|renderer)/main\\.ts$',
          '^src/preload/preload\\.ts$',
        ],
      },
      {},
    ),
    never('no-unresolvable', 'An import must lead somewhere', {}, { couldNotResolve: true }),
    never(
      'no-development-packages',
      'The program runs with its dependencies alone',
      { path: '^src/', pathNot: [TESTS, '^src/(main/electron|preload)/'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.cjs', '.css'],
    },
  },
}
