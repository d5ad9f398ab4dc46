import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import { keepBaseMap } from '../base-map/base-map.ts'
import { createApp } from './app.ts'
import type { Config } from '../config/config.ts'
import { startProcessEngine } from '../workers/process-engine.ts'
import { limitsOf } from '../workers/time-limits.ts'
import { answerBrokenRequests } from './guards/broken-requests.ts'
import type { ReportBug } from './exchange/faults.ts'
import { keepJobs } from './exchange/jobs.ts'
import { keepMeasurements } from './loading/measuring.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'
import type { Reply } from './exchange/reply.ts'
import { openFolderStore } from '../store/folder-store.ts'
import { keepUploads } from './loading/uploads.ts'

export type RunningServer = {
  /** Where the page is. */
  readonly address: string
  /** Why the workspace takes no changes, as the disk says it; `null` where it takes them. */
  readonly unwritable: string | null
  /** Answers what is going on, then ends; the processes of tasks are stopped. */
  stop(): Promise<void>
}

const longestRequestMs = 3_600_000
const sweptEveryMs = 600_000

/** Opens the workspace and listens. `port: 0` takes any free port. */
export async function startServer(config: Config, reportBug: ReportBug = logBug()): Promise<RunningServer> {
  const store = await openFolderStore(config.workspace, bundledStudiesFolder)
  const engine = startProcessEngine({
    limitOf: limitsOf(config.importLimitS, config.taskLimitS),
    // Swept with the uploads where a server was killed.
    answersIn: join(store.incomingFolder, `answers-${randomUUID()}`),
  })
  const uploads = keepUploads(store.incomingFolder)
  const sweep = (): void => void uploads.sweep().catch(() => undefined)
  sweep()
  const sweeping = setInterval(sweep, sweptEveryMs).unref()
  const services = {
    config,
    store,
    engine,
    jobs: keepJobs<Reply>(reportBug),
    uploads,
    measuring: keepMeasurements(store, engine),
    baseMap: keepBaseMap(config.baseMap),
  }
  // An upload of the largest size over a slow line takes long.
  const server = createServer({ requestTimeout: longestRequestMs }, createApp(services, reportBug))
  answerBrokenRequests(server)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, resolve)
    })
  } catch (error) {
    await engine.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    address: `http://${host}:${port}`,
    unwritable: store.unwritable,
    async stop() {
      clearInterval(sweeping)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await engine.close()
      const cut = setTimeout(() => server.closeAllConnections(), 2_000)
      await closed
      clearTimeout(cut)
    },
  }
}

function logBug(): ReportBug {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(2))
  return (error, id) => log.error({ err: error, id }, 'failed through a fault of ours')
}
