import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))

/** Where the built command line lies. */
export const built = new URL('../dist/server/main.js', import.meta.url)

/** Builds page and server, and ends this process where that fails. */
export function build() {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'error']
  const { status } = spawnSync(process.execPath, vite, { cwd: project, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(3)
}
