import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newStudy } from '../../../core/model/new-study.ts'
import { describeProblem, type Problem } from '../../../core/result/problem.ts'
import { storageProblem } from '../../../server/database/database-problem.ts'
import { openDatabaseStore } from '../../../server/database/database-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { running } from '../http/running-server.ts'
import { startCluster, withoutPostgres, type Cluster } from './cluster.ts'

describe.skipIf(withoutPostgres !== null)('databases that cannot be used', () => {
  let cluster: Cluster
  let folder = ''
  beforeAll(async () => {
    cluster = await startCluster()
    folder = await mkdtemp(join(tmpdir(), 'basilia-database-'))
  })
  afterAll(async () => {
    cluster.stop()
    await rm(folder, { recursive: true })
  })

  const open = (url: string) =>
    openDatabaseStore({ url, workspace: join(folder, 'work'), bundledFolder: join(folder, 'none') })

  async function opened(url: string): Promise<Store> {
    const store = await open(url)
    if (!store.ok) throw new Error(store.problem.code)
    return store.value
  }

  /** What is said of a database at the start, in both languages. */
  async function refusal(url: string): Promise<Problem> {
    const opening = await open(url).catch((error: unknown) => ({ ok: false as const, problem: storageProblem(error) }))
    if (opening.ok || opening.problem === null) throw new Error('it was opened, or that is a bug')
    const said = (['en', 'ar'] as const).map((language) => describeProblem(language, opening.problem!))
    for (const words of said) expect(words).not.toMatch(/\{|secret|undefined/)
    return opening.problem
  }

  test('one where nobody answers, that does not exist, or that lets nobody in', async () => {
    expect((await refusal('postgres://basilia:secret@127.0.0.1:1/none')).code).toBe('database-unreachable')
    expect((await refusal('postgres://basilia:secret@name.invalid/none')).code).toBe('database-unreachable')
    expect((await refusal(cluster.url.replace(/postgres$/, "o'none; --"))).code).toBe('database-absent')
    expect((await refusal(cluster.url.replace('basilia@', 'nobody:secret@'))).code).toBe('database-login')
  })

  test('one without PostGIS, whose user may not add it', async () => {
    const url = cluster.database('plain', { postgis: false })
    cluster.sql('CREATE ROLE modest LOGIN; GRANT CREATE ON DATABASE plain TO modest')
    expect((await refusal(url.replace('basilia@', 'modest@'))).code).toBe('postgis-missing')
  })

  test('one whose user may make nothing; a schema of its own is right enough', async () => {
    const url = cluster.database('modest')
    cluster.sql('CREATE ROLE poor LOGIN')
    const poor = url.replace('basilia@', 'poor@')
    expect((await refusal(poor)).code).toBe('database-rights')
    cluster.sql('CREATE SCHEMA basilia AUTHORIZATION poor', url)
    const store = await opened(poor)
    expect((await store.create(newStudy('s', { en: 'S' }))).ok).toBe(true)
    await store.sweep()
    await store.close()
  })

  test('one with a schema of our name that is not ours, or of a later version of ours', async () => {
    const foreign = cluster.database('strange')
    cluster.sql('CREATE SCHEMA basilia; CREATE TABLE basilia.study (number integer)', foreign)
    expect((await refusal(foreign)).code).toBe('database-foreign')
    const later = cluster.database('later')
    await (await opened(later)).close()
    cluster.sql('INSERT INTO basilia.migration (version) VALUES (999)', later)
    expect(await refusal(later)).toMatchObject({ code: 'database-newer', values: { version: 999 } })
  })

  test('one that takes no changes can be read, and says so at the start', async () => {
    const url = cluster.database('closed')
    const before = await opened(url)
    await before.create(newStudy('s', { en: 'S' }))
    await before.close()
    cluster.sql('ALTER DATABASE closed SET default_transaction_read_only = on')
    const client = await running({}, { DATABASE_URL: url })
    try {
      const study = await client.get('/api/studies/s')
      expect([study.status, study.json.title.en]).toEqual([200, 'S'])
      const changed = await client.call('PUT', '/api/studies/s', study.json, { 'if-match': '"1"' })
      const made = await client.call('POST', '/api/studies', { title: 'T' })
      expect(made).toMatchObject({ status: 503, json: { code: 'database-read-only' } })
      expect(changed.status === 200 || changed.json.code === 'database-read-only').toBe(true)
    } finally {
      await client.stop()
    }
    expect((await opened(url)).unwritable?.code).toBe('database-unwritable')
  })

  test('two servers that start at once on an empty database both stand, with the tables once', async () => {
    const url = cluster.database('empty')
    const both = await Promise.all([open(url), open(url), open(url)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(cluster.sql('SELECT count(*) = max(version) FROM basilia.migration', url)).toBe('t')
    for (const store of both) if (store.ok) await store.value.close()
  })

  test('one that is restarted while a server works: an error meanwhile, then on as before', async () => {
    const url = cluster.database('restarted')
    const client = await running({}, { DATABASE_URL: url })
    try {
      expect((await client.get('/healthz')).json).toMatchObject({ store: 'postgis' })
      const made = await client.call('POST', '/api/studies', { title: 'S' })
      expect(made.status).toBe(201)
      cluster.halt('immediate')
      const gone = await client.get('/api/studies/s')
      expect(gone).toMatchObject({ status: 503, json: { code: 'database-unreachable' } })
      expect(gone.text).not.toContain('basilia@')
      cluster.start()
      const again = await client.get('/api/studies/s')
      expect([again.status, again.json]).toEqual([200, made.json])
      const stale = await client.call(
        'PUT',
        '/api/studies/s',
        { ...made.json, title: { en: 'T' } },
        { 'if-match': '"7"' },
      )
      expect(stale.status).toBe(412)
    } finally {
      await client.stop()
    }
  })

  test('bytes that are gone from the database are told, and are never an empty layer', async () => {
    const url = cluster.database('broken')
    const client = await running({}, { DATABASE_URL: url })
    try {
      await client.call('POST', '/api/studies', { title: 'S' })
      const square = {
        type: 'Polygon',
        coordinates: [
          [
            [36, 33],
            [36.1, 33],
            [36.1, 33.1],
            [36, 33],
          ],
        ],
      }
      const plan = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: square }] }
      const bytes = Buffer.from(JSON.stringify(plan))
      expect((await client.upload('s', [{ name: 'plan.geojson', bytes }], { role: 'plan' })).status).toBe(201)
      const other = await running({}, { DATABASE_URL: url })
      try {
        cluster.sql('DELETE FROM basilia.file_part', url)
        expect(await other.get('/api/studies/s/measurement')).toMatchObject({
          status: 503,
          json: { code: 'database-changed' },
        })
      } finally {
        await other.stop()
      }
    } finally {
      await client.stop()
    }
  })
})
