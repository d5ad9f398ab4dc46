import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const project = fileURLToPath(new URL('.', import.meta.url))

/** One build, two environments: the page (dist/client) and the server with its workers (dist/server). */
export default defineConfig({
  root: 'client',
  base: './',
  cacheDir: `${project}node_modules/.vite`,
  builder: {},
  environments: {
    client: { build: { outDir: '../dist/client', emptyOutDir: true } },
    server: {
      consumer: 'server',
      // Bundled, so that only the operations in use are loaded when the command line starts.
      resolve: { noExternal: [/^@turf\//, 'zod', /^@asteasolutions\//, 'robust-predicates', 'd3-geo', 'd3-array'] },
      build: {
        ssr: true,
        outDir: '../dist/server',
        emptyOutDir: true,
        target: 'node20',
        sourcemap: true,
        rolldownOptions: {
          input: {
            main: 'server/main.ts',
            'task-process': 'server/workers/task-process.ts',
            'watch-thread': 'server/workers/watch-thread.ts',
            'crew-worker': 'server/workers/crew-worker.ts',
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
          name: 'core',
          include: ['tests/house.test.ts', 'tests/core/**/*.test.ts', 'tests/data/**/*.test.ts'],
          testTimeout: 60_000,
          // Tests share what a worker has loaded: no module of core keeps what a test could change.
          isolate: false,
        },
      },
      { root: project, test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 180_000 } },
      {
        root: project,
        test: {
          name: 'browser',
          include: ['tests/client/**/*.test.ts'],
          globalSetup: ['tests/browser-setup.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
