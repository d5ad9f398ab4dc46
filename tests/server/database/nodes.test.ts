import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { controlFile, planFile } from '../made-layers.ts'
import { running, type Client } from '../http/running-server.ts'
import { startCluster, withoutPostgres, type Cluster } from './cluster.ts'

describe.skipIf(withoutPostgres !== null)('a server that deals its measuring to databases', () => {
  let [one, two]: Cluster[] = []
  let client: Client
  beforeAll(async () => {
    one = await startCluster()
    two = await startCluster()
    const node = two.database('node')
    const environment = { DATABASE_URL: one.database('studies'), DATABASE_NODES: `${one.database('part')},${node}` }
    client = await running({}, environment)
    await client.call('POST', '/api/studies', { title: 'S' })
    expect((await client.upload('s', [planFile], { role: 'plan' })).status).toBe(201)
    expect((await client.upload('s', [controlFile], { role: 'control' })).status).toBe(201)
  })
  afterAll(async () => {
    await client.stop()
    one?.stop()
    two?.stop()
  })

  test('says who measured, and by SQL alone how far the walk is from it', async () => {
    const walked = await client.get('/api/studies/s/measurement?wait=60')
    expect(walked.json.method.engine).toMatch(/^basilia .*, in \d+ blocks? of PostGIS 3\..*, PostgreSQL 1\d/)
    const faces = await client.get('/api/studies/s/measurement?wait=60&engine=sql')
    expect(faces.json.method.engine).toMatch(/^PostGIS 3\..*SQL/)
    expect(faces.json.method.agreement.worst).toBeLessThan(1e-11)
    expect(Math.abs(faces.json.plan.areaM2 / walked.json.plan.areaM2 - 1)).toBeLessThan(1e-11)
  })

  test('answers 503 with the name of a database that is gone, also to a question that was answered before', async () => {
    two!.halt('immediate')
    try {
      const gone = await client.get('/api/studies/s/measurement?wait=60')
      expect(gone).toMatchObject({ status: 503, json: { code: 'node-unreachable' } })
      expect(gone.json.values.node).toMatch(/^127\.0\.0\.1:\d+\/node$/)
      expect((await client.get('/api/studies/s')).status).toBe(200)
    } finally {
      two!.start()
    }
    expect((await client.get('/api/studies/s/measurement?wait=60')).status).toBe(200)
  })
})

test.skipIf(withoutPostgres !== null)('SQL alone needs a database', async () => {
  const client = await running()
  try {
    const refused = await client.get('/api/studies/basilia-city/measurement?engine=sql')
    expect(refused).toMatchObject({ status: 422, json: { code: 'engine-without-database' } })
    expect((await client.get('/api/studies/basilia-city/measurement?engine=walk')).status).toBe(200)
  } finally {
    await client.stop()
  }
})
