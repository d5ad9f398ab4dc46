#!/usr/bin/env node
// `basilia` from a fresh clone: builds when nothing is built, then runs the built command line.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const built = new URL('../dist/server/main.js', import.meta.url)
if (!existsSync(built)) {
  console.error('Nothing is built yet: building once.')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'],
    {
      cwd: project,
      stdio: ['ignore', 2, 2],
    },
  )
  if (status !== 0) process.exit(3)
}
await import(built.href)
