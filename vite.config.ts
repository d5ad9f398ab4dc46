import { fileURLToPath } from 'node:url'
import type { EnvironmentOptions } from 'vite'
import { defineConfig } from 'vitest/config'
import { droppableValues } from './build/droppable-values.ts'
import { fewerWords } from './build/fewer-words.ts'
import { packedFiles } from './build/packed-files.ts'

const project = fileURLToPath(new URL('.', import.meta.url))

/** What the command line loads is bundled, so that it starts soon. */
const onNode = {
  consumer: 'server',
  resolve: {
    noExternal: [
      /^@turf\//,
      'zod',
      /^@asteasolutions\//,
      'robust-predicates',
      'd3-geo',
      'd3-array',
      'yauzl',
      'pend',
      'buffer-crc32',
      'proj4',
      'mgrs',
      'wkt-parser',
      'flatbush',
      'flatqueue',
      'shpjs',
      'parsedbf',
      'but-unzip',
    ],
  },
} satisfies EnvironmentOptions

const builtForNode = { ssr: true, emptyOutDir: true, target: 'node20', sourcemap: true }

/** Short, but with the names of functions: they stand in the trace of a fault. */
const minify = { compress: true, mangle: { keepNames: true }, codegen: true }

/** Tests say everything at once, as the server does. */
const setupFiles = ['core/i18n/every-language.ts']
/** A test that checks nothing fails. */
const alike = { setupFiles, expect: { requireAssertions: true } }

/** Tests that put others in the place of modules, each in a process of its own. */
const replacingModules = [
  'tests/server/export/third-language.test.ts',
  'tests/server/store/faults.test.ts',
  'tests/server/store/packed-features.test.ts',
  'tests/server/store/slow-disk.test.ts',
]

/** One build, three environments: the page (dist/client), the server (dist/server) and its threads (dist/threads). */
export default defineConfig({
  root: 'client',
  base: './',
  plugins: [fewerWords(), droppableValues(), packedFiles()],
  cacheDir: `${project}node_modules/.vite`,
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/client',
        emptyOutDir: true,
        rolldownOptions: {
          // No module of core does anything but give what it exports.
          treeshake: { moduleSideEffects: [{ test: /\/core\//, sideEffects: false }] },
          // Else what buffers need, and most readers never, is loaded with the little of it that all need.
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                {
                  name: 'shapes',
                  test: /core\/geometry\/geojson|@turf\/(?:meta|helpers|area|length|distance|invariant|turf)\//,
                  priority: 1,
                },
                { name: 'buffers', test: /jsts|d3-|@turf\/buffer/ },
                // What the first view needs comes in few files: each would cost a journey to the server and pack worse.
                { name: 'first', tags: ['$initial'], test: /^(?!.*(?:\/zod\/|core\/.*schema))/ },
              ],
            },
          },
        },
      },
    },
    server: {
      ...onNode,
      build: {
        ...builtForNode,
        outDir: '../dist/server',
        rolldownOptions: {
          // What most commands need is one file: a hundred small ones take longer to open than it takes to read.
          output: { minify, codeSplitting: { groups: [{ name: 'shared', minShareCount: 6 }] } },
          input: { main: 'server/main.ts', 'task-process': 'server/workers/task-process.ts' },
        },
      },
    },
    // Threads start with the little that they need.
    threads: {
      ...onNode,
      build: {
        ...builtForNode,
        outDir: '../dist/threads',
        rolldownOptions: {
          output: { minify },
          input: {
            'watch-thread': 'server/workers/watch-thread.ts',
            'pool-worker': 'server/workers/pool-worker.ts',
            'second-reading-thread': 'server/import/shapefile/second-reading-thread.ts',
            'gdal-worker': 'server/import/gdal/gdal-worker.ts',
          },
        },
      },
    },
  },
  test: {
    // Every core works: by itself Vitest leaves one idle, which is half of a machine that has two.
    maxWorkers: '100%',
    reporters: ['default', `${project}tests/closing-line.ts`],
    projects: [
      {
        root: project,
        test: {
          ...alike,
          name: 'core',
          include: ['tests/house.test.ts', 'tests/core/**/*.test.ts', 'tests/data/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Tests share what a worker has loaded: no module of core keeps what a test could change.
          isolate: false,
        },
      },
      {
        root: project,
        test: {
          ...alike,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          exclude: replacingModules,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // A server is made anew by each file, in a workspace of its own; what modules keep is known by path and content.
          isolate: false,
        },
      },
      {
        root: project,
        test: { ...alike, name: 'replaced', include: replacingModules, testTimeout: 300_000, hookTimeout: 300_000 },
      },
      {
        root: project,
        test: {
          ...alike,
          name: 'browser',
          setupFiles,
          include: ['tests/client/**/*.test.ts'],
          globalSetup: ['tests/browser-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Files share the browser of their worker, and the server that nobody changes anything on.
          isolate: false,
          // A browser on a busy machine: tried once more, and the closing line names what needed it, to be looked into.
          retry: 1,
          // By themselves, and two at a time: each is a browser, a server and its tasks at once.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
