import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validityReportSchema } from '../../../core/geometry-check/fault.ts'
import { studySchema } from '../../../core/model/study.ts'
import { unzip, usualZipLimits } from '../../../server/import/archive/zip.ts'
import { foundUploadSchema, waitingAnswerSchema } from '../../../server/http/schemas/answer-schemas.ts'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { named } from '../import/made-files.ts'
import { arabicShapefile, controlFile, planFile, unplacedShapefile } from '../made-layers.ts'
import { loaded, multipart, newStudy, running, type Client } from './running-server.ts'

describe('uploads over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const study = (id: string) => client.get(`/api/studies/${id}`)
  const filesOf = async (id: string): Promise<string[]> =>
    (await readdir(join(client.workspace, id), { recursive: true })).sort()

  test('A GeoPackage that is open in another program is uploaded with its log beside it, and read with it', async () => {
    const archive = named('open.zip', await readFile('tests/fixtures/issues/open-in-qgis.gpkg.zip'))
    const unzipped = await unzip(archive, () => true, usualZipLimits)
    if (!unzipped.ok) throw new Error(unzipped.problem.code)
    const files = unzipped.value.files.map(({ name, bytes }) => named(name.split('/').at(-1)!, bytes))
    expect(files.map(({ name }) => name)).toContain('open.gpkg-wal')
    const { id } = await newStudy(client, 'Open')
    const answer = await client.upload(id, files, { name: 'open', role: 'control' })
    const job = `/api/jobs/${answer.json.id}`
    // On a busy machine the answer is a job, whose events end with it.
    if (answer.status === 202) await client.get(`${job}/events`)
    const layer = answer.status === 202 ? (await client.get(`${job}/result`)).json : answer.json
    expect(layer.notes.map(({ code }: { code: string }) => code)).toContain('database-log-read')
  })

  test('When files of a study were damaged by hand, then it says so, and can still be changed', async () => {
    const { id } = await newStudy(client, 'Damaged')
    await loaded(client, id, [planFile], { role: 'plan' })
    const { file } = await loaded(client, id, [controlFile], { role: 'control' })
    const originals = join(client.workspace, id, 'originals')
    for (const name of await readdir(originals)) if (name.endsWith('.json')) await writeFile(join(originals, name), '[')
    const before = await readdir(originals)
    const present = await study(id)
    const changed = { ...present.json, title: { en: 'Changed' } }
    const answer = await client.call('PUT', `/api/studies/${id}`, changed, { 'if-match': '*' })
    expect([answer.status, await readdir(originals)]).toEqual([200, before])
    await rm(join(client.workspace, id, file))
    await mkdir(join(client.workspace, id, file))
    const measured = await client.get(`/api/studies/${id}/measurement`)
    expect([measured.status, measured.json.code]).toEqual([422, 'study-unreadable'])
  })

  test('When files are only looked at, then no study changes, and their bytes become a layer later without being sent again', async () => {
    const { id, revision } = await newStudy(client, 'Looked at')
    const look = async (options: unknown, ...files: NamedBytes[]) => {
      const { body, type } = multipart(files, options)
      return client.call('POST', '/api/uploads?wait=60', body, { 'content-type': type })
    }
    const found = await look({}, controlFile)
    expect(found.status).toBe(201)
    const { uploadId, layers } = foundUploadSchema.parse(found.json)
    expect(layers.map(({ name, features }) => [name, features])).toEqual([['control', 2]])
    expect(layers[0]!.fields[0]!.values).toEqual([
      { value: 'A', count: 1 },
      { value: 'B', count: 1 },
    ])
    expect((await study(id)).json.revision).toBe(revision)
    const answer = await client.upload(id, [], { uploadId, role: 'control', classField: 'side' })
    expect([answer.status, answer.json.classField]).toEqual([201, 'side'])
    // What is a layer no longer waits.
    expect((await look({ uploadId })).json.code).toBe('upload-gone')
    const unplaced = await look({}, unplacedShapefile())
    expect([unplaced.status, unplaced.json.layers[0].crs.code]).toEqual([201, null])
    await loaded(client, id, [], { uploadId: unplaced.json.uploadId, crs: 'EPSG:32637' })
    expect((await look({}, named('a.zip', 'no archive'))).status).toBe(422)
  })

  test('When several files wait, then one answer places them all, and each tells what became of it', async () => {
    const { id } = await newStudy(client, 'Waiting')
    const waiting = await Promise.all(
      ['east', 'west'].map((name) => client.upload(id, [unplacedShapefile()], { name })),
    )
    const uploadIds = waiting.map(({ json }) => json.uploadId as string)
    expect(waiting[0]!.json.evidence).toMatchObject({
      features: 1,
      box: [249_000, 3_708_000, 249_900, 3_708_900],
      encoding: 'utf-8',
    })
    const path = `/api/studies/${id}/layers/waiting`
    const unknown = await client.call('POST', path, { uploadIds, options: { crs: 'EPSG:99999' } })
    expect(unknown.json.results.map(({ problem }: { problem: { code: string } }) => problem.code)).toEqual([
      'crs-code-unknown',
      'crs-code-unknown',
    ])
    const gone = '00000000-0000-4000-8000-000000000000'
    const placed = await client.call('POST', path, { uploadIds: [...uploadIds, gone], options: { crs: 'EPSG:32637' } })
    const { results } = waitingAnswerSchema.parse(placed.json)
    expect(results.map(({ uploadId, layer, problem }) => [uploadId, layer?.name ?? problem?.code])).toEqual([
      [uploadIds[0], 'east'],
      [uploadIds[1], 'west'],
      [gone, 'upload-gone'],
    ])
    expect((await study(id)).json.layers.map(({ crs }: { crs: { code: string } }) => crs.code)).toEqual([
      'EPSG:32637',
      'EPSG:32637',
    ])
    expect(await readdir(join(client.workspace, '.incoming'))).toEqual([])
  })

  test.each([
    [{ crs: 'EPSG:99999' }, 'crs-code-unknown', { crs: 'EPSG:4326' }],
    [{ encoding: 'klingon' }, 'encoding-unknown', { encoding: 'utf-8' }],
    [{ sublayer: 'nothing' }, 'sublayer-unknown', { sublayer: 'control' }],
    [{ where: { side: 'C' } }, 'where-nothing', { where: { side: 'A' } }],
    [{ where: { nope: 'C' } }, 'field-absent', { where: null }],
  ])('When %j is refused, then the bytes wait for another word', async (options, code, mended) => {
    const { id } = await newStudy(client, `Mended ${code}`)
    const requested = await client.upload(id, [controlFile], options)
    expect([requested.status, requested.json.code]).toEqual([422, code])
    const completed = await client.upload(id, [], { uploadId: requested.json.uploadId, ...mended })
    expect(completed.status).toBe(201)
  })

  test('When an import is cancelled, or takes longer than the server allows, then it stops and nothing is saved', async () => {
    const { id } = await newStudy(client, 'Stopped')
    const ring = Array.from({ length: 200_000 }, (_, i) => [
      36 + 0.1 * Math.sin(i / 31_830),
      33 + 0.1 * Math.cos(i / 31_830),
    ])
    const feature = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    }
    const { body, type } = multipart(
      [named('long.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }))],
      {},
    )
    const requested = await client.call('POST', `/api/studies/${id}/layers?wait=0`, body, { 'content-type': type })
    expect(requested.status).toBe(202)
    const cancelled = await client.call('DELETE', `/api/jobs/${requested.json.id}`)
    expect(cancelled.json).toMatchObject({ kind: 'import', state: 'cancelled', error: { code: 'job-cancelled' } })
    expect((await study(id)).json).toMatchObject({ revision: 1, layers: [] })
    expect(await filesOf(id)).toEqual(['layers', 'study.json'])
    expect(await readdir(join(client.workspace, '.incoming'))).toEqual([])

    const hasty = await running({ 'import-limit': '0.001' })
    const { id: other } = await newStudy(hasty, 'Hasty')
    const late = await hasty.upload(other, [planFile], { role: 'plan' })
    expect([late.status, late.json.code, late.json.values]).toEqual([422, 'import-too-long', { seconds: 0.001 }])
    expect(await readdir(join(hasty.workspace, '.incoming'))).toEqual([])
    await hasty.stop()
  })

  test('When the whole study is exported, then the file as it was loaded is in it under its SHA-256, with its notes', async () => {
    const { id } = await newStudy(client, 'Kept')
    const file = arabicShapefile()
    const layer = await loaded(client, id, [file], {})
    expect(layer.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
    const { bytes } = await client.get(`/api/studies/${id}/export.zip`)
    const unzipped = await unzip({ name: 'study.zip', bytes }, () => true)
    if (!unzipped.ok) throw new Error(unzipped.problem.code)
    const member = (end: string) => unzipped.value.files.find(({ name }) => name.endsWith(end))!.bytes
    expect(Buffer.from(member(`originals/${layer.sha256}`)).equals(file.bytes)).toBe(true)
    expect(layer.fileSha256).toBe(createHash('sha256').update(member(layer.file)).digest('hex'))
    const kept = studySchema.parse(JSON.parse(Buffer.from(member('study.json')).toString('utf8')))
    expect(kept.layers[0]!.notes.map(({ code }) => code)).toEqual(['encoding-detected', 'read-twice-area'])
  })

  test('When the geometry is asked about, then each fault of the file is told with its place and both areas', async () => {
    const { id } = await newStudy(client, 'Faults')
    const ring = [
      [36.3, 33.5],
      [36.31, 33.51],
      [36.31, 33.5],
      [36.3, 33.51],
      [36.3, 33.5],
    ]
    const open = [
      [36.4, 33.5],
      [36.41, 33.5],
      [36.41, 33.51],
    ]
    const features = [[ring], [open]].map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    }))
    const layer = await loaded(
      client,
      id,
      [named('faults.geojson', JSON.stringify({ type: 'FeatureCollection', features }))],
      {},
    )
    expect(layer.notes.map(({ code }) => code)).toEqual(['rings-open', 'rings-crossing'])
    const answer = await client.get(`/api/studies/${id}/layers/${layer.id}/validity`)
    const report = validityReportSchema.parse(answer.json)
    expect(
      report.faults.map(({ kind, feature, place }) => [
        kind,
        feature,
        place?.map((degrees) => Math.round(degrees * 1e6) / 1e6),
      ]),
    ).toEqual([
      ['ring-crosses-itself', 1, [36.305, 33.505]],
      ['ring-open', 2, [36.4, 33.5]],
    ])
    expect(report.faults[0]!.areaM2).toBeGreaterThan(100 * Math.abs(report.faults[0]!.otherwiseM2))
    expect((await client.get(`/api/studies/${id}/layers/no/validity`)).json.code).toBe('layer-not-found')
  })
})
