import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabaseStore } from '../../../server/database/database-store.ts'
import type { Store } from '../../../server/store/store.ts'
import type { HistoryLimits } from '../../../server/store/study-history.ts'
import { conformsAsStore } from '../store/store-conformance.ts'
import { startCluster, withoutPostgres, type Cluster } from './cluster.ts'

describe.skipIf(withoutPostgres !== null)('studies in a database', () => {
  let cluster: Cluster
  let folder = ''
  let bundledFolder = ''
  let url = ''
  const opened: Store[] = []
  beforeAll(async () => {
    cluster = await startCluster()
    url = cluster.database('studies')
    folder = await mkdtemp(join(tmpdir(), 'basilia-database-'))
    bundledFolder = join(folder, 'bundled')
  })
  afterAll(async () => {
    for (const store of opened) await store.close()
    cluster.stop()
    await rm(folder, { recursive: true })
  })

  /** Each with a workspace of its own, as a server on another machine has. */
  async function open(limits?: HistoryLimits): Promise<Store> {
    const workspace = await mkdtemp(join(folder, 'server-'))
    const store = await openDatabaseStore({ url, workspace, bundledFolder, ...(limits ? { limits } : {}) })
    if (!store.ok) throw new Error(store.problem.code)
    opened.push(store.value)
    return store.value
  }

  conformsAsStore(() => ({ open, bundledFolder }))

  test('what a server leaves on its own disk is no more than can be fetched again', async () => {
    const store = await open()
    const { studies } = await store.list()
    expect(studies.length).toBeGreaterThan(5)
    await rm(join(store.incomingFolder, '..', '.database'), { recursive: true })
    expect((await store.list()).studies).toEqual(studies)
    expect(await readdir(join(store.incomingFolder, '..'))).toEqual(['.database', '.incoming'])
  })
})
