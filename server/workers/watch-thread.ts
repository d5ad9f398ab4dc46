import { workerData } from 'node:worker_threads'
import type { WatchStart } from './task-messages.ts'

/**
 * A thread that ends its own process where that takes too much memory, or where the server is gone: the process itself may
 * be deep in native code, which hears of nothing.
 */
const { parent, mostBytes } = workerData as WatchStart
const everyMs = 100

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL')
}, everyMs)
