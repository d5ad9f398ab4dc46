import { statfs } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { done } from '../../../core/result/outcome.ts'
import { version } from '../../../core/result/version.ts'
import type { Gauge } from '../exchange/keep-metrics.ts'
import { endpoint, file } from './endpoint.ts'
import type { Services } from './services.ts'

const type = 'text/plain; version=0.0.4; charset=utf-8'
const delay = monitorEventLoopDelay({ resolution: 20 })

/** What goes on, for Prometheus. */
export const metricsEndpoint = endpoint(
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counts of requests and work, memory, queue and disk, as Prometheus reads them',
    answers: { 200: file('text/plain') },
  },
  async ({ services }) => done({ type, bytes: services.metrics.text(await gauges(services)) }),
)

async function gauges({ runner, store, config }: Services): Promise<Gauge[]> {
  delay.enable()
  const lanes = Object.entries(runner.state())
  const memory = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const disk = await statfs(config.workspace).catch(() => null)
  const plain = (name: string, help: string, value: number, kind?: 'counter'): Gauge => ({
    name,
    help,
    ...(kind ? { kind } : {}),
    values: [[{}, value]],
  })
  return [
    {
      name: 'basilia_info',
      help: 'Version and kind of store',
      values: [[{ version, store: store.kind }, 1]],
    },
    {
      name: 'basilia_tasks_running',
      help: 'Pieces of work in a process of their own',
      values: lanes.map(([lane, { running }]) => [{ lane }, running]),
    },
    {
      name: 'basilia_tasks_waiting',
      help: 'Pieces of work that wait for their turn',
      values: lanes.map(([lane, { waiting }]) => [{ lane }, waiting]),
    },
    plain('basilia_event_loop_delay_seconds', 'Longest wait of the event loop since the last reading', delayed()),
    ...(disk
      ? [plain('basilia_workspace_free_bytes', 'Room left on the disk of the workspace', disk.bavail * disk.bsize)]
      : []),
    plain('process_resident_memory_bytes', 'Memory of the server, without the processes of tasks', memory.rss),
    plain('nodejs_heap_size_used_bytes', 'JavaScript heap of the server', memory.heapUsed),
    plain('process_cpu_seconds_total', 'Processor time of the server', (user + system) / 1e6, 'counter'),
    plain('process_start_time_seconds', 'When the server started', performance.timeOrigin / 1000),
  ]
}

function delayed(): number {
  const longest = Number.isFinite(delay.max) && delay.max > 0 ? delay.max / 1e9 : 0
  delay.reset()
  return longest
}
