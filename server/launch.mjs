#!/usr/bin/env node
// `basilia` from a fresh clone: builds when nothing is built, then runs the built command line.
import { existsSync } from 'node:fs'
import { build, built } from './build.mjs'

if (!existsSync(built)) {
  console.error('Nothing is built yet: building once.')
  build()
}
await import(built.href)
