import { readdir, unlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { named, pointShp, shapefile, textTable, wgs84Prj } from '../import/made-files.ts'
import { planFile } from '../made-layers.ts'
import { wellFormed } from '../report/office-file.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

describe('what an attacker found', () => {
  let client: Client
  let undated = ''
  beforeAll(async () => {
    client = await running()
    undated = (await newStudy(client, `Plots < 100 m2 & more "quoted"`)).id
    await loaded(client, undated, [planFile], { role: 'plan', name: 'plan' })
  })
  afterAll(() => client.stop())

  test.each(['sheet.pdf?standard=a-2a', 'sheet.pdf?standard=a-2b', 'report.pdf?standard=a-2a'])(
    'When an undated study is archived as %s, then it bears the day of undated files',
    async (file) => {
      const { status, bytes } = await client.get(`/api/studies/${undated}/${file}&draws=0&wait=60`)
      expect(status).toBe(200)
      expect(bytes.toString('latin1')).toContain('<xmp:CreateDate>1980-01-01T00:00:00Z</xmp:CreateDate>')
    },
  )

  test.each([
    ['size=1200x1200&dpi=1200', 'picture-too-large', 189],
    ['size=1200x1200&dpi=600', 'picture-too-large', 189],
    ['paper=a3&dpi=1200', 'picture-too-large', 643],
  ])(
    'When a sheet of %s is asked for, then the dots that would fit are named at once',
    async (query, code, fitting) => {
      const { status, json } = await client.get(`/api/studies/basilia-city/sheet.png?${query}&draws=0`)
      expect([status, json.code, json.values.fitting]).toEqual([422, code, fitting])
      const vector = await client.get(`/api/studies/basilia-city/sheet.svg?${query}&draws=0`)
      expect(vector.status).toBe(200)
    },
  )

  test('When draws would take hours, then the number that would fit is named before they start', async () => {
    const points = Array.from({ length: 13_000 }, (_, i) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [36.3 + (i % 100) / 10_000, 33.48 + Math.floor(i / 100) / 20_000] },
    }))
    const { id } = await newStudy(client, 'Many points')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan', accuracyM: 10 })
    const file = named('points.geojson', JSON.stringify({ type: 'FeatureCollection', features: points }))
    await loaded(client, id, [file], { role: 'shelling', name: 'shelling', bufferM: 250, accuracyM: 10 })
    const { status, json } = await client.get(`/api/studies/${id}/measurement?draws=100000`)
    expect([status, json.code, json.values.draws]).toEqual([422, 'draws-too-many', 100_000])
    expect(json.values.fitting).toBeGreaterThan(1000)
    expect(json.values.fitting).toBeLessThan(100_000)
  })

  test.each([
    ['no HTTP', 'What is this?\r\n\r\n', 400, 'request-broken'],
    [
      'a head without end',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('When %s comes, then the answer is a problem', async (_, text, status, code) => {
    const answer = await new Promise<string>((resolve) => {
      let reported = ''
      const socket = connect(Number(new URL(client.address).port), '127.0.0.1', () => socket.write(text))
      socket.on('data', (chunk) => (reported += chunk.toString())).on('close', () => resolve(reported))
    })
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('application/problem+json')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))).code).toBe(code)
  })

  test('When senders hang up anywhere in an upload, then nothing of it stays', async () => {
    const port = Number(new URL(client.address).port)
    const head = [
      `POST /api/studies/${undated}/layers HTTP/1.1`,
      'Host: localhost',
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 100000',
      '',
      '--x',
      'Content-Disposition: form-data; name="files"; filename="a.geojson"',
      '',
      '{"type":',
    ].join('\r\n')
    for (let i = 0; i < 60; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(head)
          setTimeout(() => socket.resetAndDestroy(), i % 4)
        })
        socket.on('error', () => undefined).on('close', () => resolve())
      })
    }
    // The answers that the server keeps for all its processes lie there as well.
    const left = async (): Promise<string[]> =>
      (await readdir(join(client.workspace, '.incoming'))).filter((name) => !name.startsWith('answers-'))
    await expect.poll(left, { timeout: 60_000 }).toEqual([])
  })

  test('When a title holds "<", then the picture of the report is XML', async () => {
    const { status, text } = await client.get(`/api/studies/${undated}/report.svg?draws=0&wait=60`)
    expect([status, wellFormed(text)]).toEqual([200, null])
  })

  test.each(['1259', 'cp1259', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'When the encoding is said to be %s, then that is refused',
    async (encoding) => {
      const options = { name: 'strange', role: 'context', encoding }
      const { status, json } = await client.upload(undated, [planFile], options)
      expect([status, json.code]).toEqual([422, 'encoding-unknown'])
    },
  )

  test.each(['1259', 'constructor', '__proto__'])('When a .cpg says %s, then it is passed over', async (cpg) => {
    const table = textTable([Uint8Array.from([0xcf, 0xe3, 0xd4, 0xde])])
    const files = shapefile('sites', { shp: pointShp([[36.3, 33.4]]), dbf: table, prj: wgs84Prj, cpg })
    const { status, json } = await client.upload(undated, files, { name: `sites of ${cpg}`, role: 'context' })
    expect([status, json.encoding]).toEqual([201, 'windows-1256'])
  })

  test('When a table comes with its .csvt, then it is read', async () => {
    const files = [named('t.csv', 'name,lon,lat\na,36.3,33.4\n'), named('t.csvt', '"String","Real","Real"')]
    expect((await client.upload(undated, files, { name: 'typed', role: 'context' })).status).toBe(201)
  })

  test('When a file of a study is missing, then its zip is refused by name and nothing of it stays', async () => {
    const { id } = await newStudy(client, 'Without its layer')
    const { file } = await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    await unlink(join(client.workspace, id, file))
    const { status, json } = await client.get(`/api/studies/${id}/export.zip`)
    expect([status, json.code, json.values.file]).toEqual([422, 'study-file-missing', file])
  })
})
