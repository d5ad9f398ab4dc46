import { defineConfig } from 'vitest/config'

/** One build, two environments: the page (dist/client) and the server with its workers (dist/server). */
export default defineConfig({
  root: 'client',
  base: './',
  builder: {},
  environments: {
    client: { build: { outDir: '../dist/client', emptyOutDir: true } },
    server: {
      consumer: 'server',
      build: {
        ssr: true,
        outDir: '../dist/server',
        emptyOutDir: true,
        target: 'node20',
        sourcemap: true,
        rolldownOptions: { input: { main: 'server/main.ts' } },
      },
    },
  },
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/browser-setup.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    testTimeout: 30_000,
  },
})
