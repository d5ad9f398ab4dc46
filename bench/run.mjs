/** `npm run bench`: builds bench/main.ts with Vite, as the server is built, and runs it. Arguments go through. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'node_modules/.cache/bench',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: 'bench/main.ts',
        'pool-worker': 'server/workers/pool-worker.ts',
        'coverage-worker': 'bench/coverage/coverage-worker.ts',
        'mutation-worker': 'bench/mutations/mutation-worker.ts',
      },
    },
  },
})
const { main } = await import('../node_modules/.cache/bench/main.js')
await main(process.argv.slice(2))
