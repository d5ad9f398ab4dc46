import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Problem } from '../../core/result/problem.ts'
import { createApp } from './app.ts'
import type { Config } from '../config/config.ts'
import type { MadePage } from '../usecases/read-collection.ts'
import { startTaskRunner } from '../workers/task-runner.ts'
import { limitsOf } from '../workers/time-limits.ts'
import { answerBrokenRequests } from './guards/broken-requests.ts'
import { serverLog, type ServerLog } from './exchange/server-log.ts'
import { keepMetrics } from './exchange/keep-metrics.ts'
import { keepJobs } from './exchange/jobs.ts'
import { keepValues } from '../store/kept-values.ts'
import { keepBaseMaps } from './loading/kept-base-maps.ts'
import { keepLayerTiles } from './loading/kept-tiles.ts'
import { keepMeasurements } from './loading/measuring.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'
import type { Reply } from './exchange/reply.ts'
import { openFolderStore } from '../store/folder-store.ts'
import { signWorkspace } from '../store/servers-beside.ts'
import type { Store } from '../store/store.ts'
import { keepUploads } from './loading/uploads.ts'

export type RunningServer = {
  /** Where the page is. */
  readonly address: string
  /** Why no changes are taken; `null` where they are. */
  readonly unwritable: Problem | null
  /** Why the base map's file cannot be read as it stands; it is tried again whenever it is asked for. */
  readonly baseMapFault: Problem | null
  /** Addresses of other servers that work in the same workspace. */
  readonly beside: readonly string[]
  /** Answers what is going on, then ends; the processes of tasks are stopped. */
  stop(): Promise<void>
}

const longestRequestMs = 3_600_000
/** Longer than proxies and clients keep a connection, so that none is closed while its next request is on its way. */
const keptAliveMs = 75_000
const sweptEveryMs = 600_000

/** Opens the workspace or the database and listens. `port: 0` takes any free port. Refuses a database that cannot be used. */
export async function startServer(
  config: Config,
  log: ServerLog = serverLog(config.log),
): Promise<Outcome<RunningServer>> {
  const prepared = join(config.workspace, '.tiles')
  const opened = await openStore(config)
  if (!opened.ok) return opened
  const store = opened.value
  const runner = startTaskRunner({
    limitOf: limitsOf(config.importLimitS, config.taskLimitS),
    // Swept with the uploads where a server was killed.
    answersIn: join(store.incomingFolder, `answers-${randomUUID()}`),
    featuresIn: prepared,
  })
  const uploads = keepUploads(store.incomingFolder)
  const sweep = (): void => void Promise.all([uploads.sweep(), store.sweep()]).catch(() => undefined)
  sweep()
  const sweeping = setInterval(sweep, sweptEveryMs).unref()
  const metrics = keepMetrics()
  const services = {
    config,
    store,
    runner,
    metrics,
    jobs: keepJobs<Reply>({
      ...log,
      job(reported) {
        metrics.job(reported)
        log.job(reported)
      },
    }),
    uploads,
    measuring: keepMeasurements(store, runner, config),
    pages: keepValues((page: MadePage) => 2 * page.text.length),
    layerTiles: keepLayerTiles(store, runner, prepared),
    baseMaps: keepBaseMaps(config.baseMap, join(config.workspace, 'BaseMaps'), runner),
  }
  // An upload of the largest size over a slow line takes long.
  const server = createServer(
    { requestTimeout: longestRequestMs, keepAliveTimeout: keptAliveMs },
    createApp(services, log),
  )
  answerBrokenRequests(server)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, resolve)
    })
  } catch (error) {
    await runner.close()
    await store.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const address = `http://${host}:${port}`
  const { baseMaps } = services
  const baseMap = await baseMaps.describe(baseMaps.wanted(undefined, undefined))
  const sign = await signWorkspace(config.workspace, address)
  return done({
    address,
    unwritable: store.unwritable,
    baseMapFault: baseMap.ok ? null : baseMap.problem,
    beside: sign.beside,
    async stop() {
      clearInterval(sweeping)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await runner.close()
      await sign.remove()
      const cut = setTimeout(() => server.closeAllConnections(), 2_000)
      await closed
      clearTimeout(cut)
      await store.close()
    },
  })
}

/** What the studies stand in. The database is loaded where one is named. */
async function openStore({ workspace, databaseUrl }: Config): Promise<Outcome<Store>> {
  if (databaseUrl === null) return done(await openFolderStore(workspace, bundledStudiesFolder))
  const { openDatabaseStore } = await import('../database/database-store.ts')
  return openDatabaseStore({ url: databaseUrl, workspace, bundledFolder: bundledStudiesFolder })
}
