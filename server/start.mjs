// `npm start`: builds, then serves in this same process.
import { build, built } from './build.mjs'

const watchMs = 500

build()
// npm's shell keeps to itself the signal that ends npm: this process ends when its shell has.
const shell = process.ppid
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
}, watchMs).unref()
process.argv.splice(2, 0, 'serve')
await import(built.href)
