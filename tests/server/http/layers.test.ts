import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layerSchema } from '../../../core/model/layer-schema.ts'
import { sourceOf } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { named } from '../import/made-files.ts'
import { arabicShapefile, boxes, controlFile, planFile, unplacedShapefile } from '../made-layers.ts'
import { loaded, multipart, newStudy, running, type Client } from './running-server.ts'

describe('layers over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const study = (id: string) => client.get(`/api/studies/${id}`)
  const filesOf = async (id: string): Promise<string[]> =>
    (await readdir(join(client.workspace, id), { recursive: true })).sort()

  test('When a plan and a layer are loaded, then they are in the study with what was found', async () => {
    const { id } = await newStudy(client, 'Loaded')
    const plan = await loaded(client, id, [planFile], { role: 'plan' })
    expect(layerSchema.parse(plan)).toMatchObject({
      id: 'plan',
      role: 'plan',
      features: 1,
      extent: [36.3, 33.48, 36.31, 33.49],
    })
    expect(plan.sha256).toBe(createHash('sha256').update(planFile.bytes).digest('hex'))
    const control = await loaded(client, id, [controlFile], {
      name: 'control',
      role: 'control',
      classField: 'side',
      date: '2018-04-21',
      title: 'Who held it',
    })
    expect(control).toMatchObject({ id: 'control-2018-04-21', title: { en: 'Who held it' }, date: '2018-04-21' })
    expect(control.classes.map((each) => [each.class, each.values])).toEqual([
      ['A', ['A']],
      ['B', ['B']],
    ])
    const { json } = await study(id)
    expect(json).toMatchObject({ revision: 3, plan: { layer: 'plan' } })
    expect(json.layers).toEqual([plan, control])
    const geo = await client.get(`/api/studies/${id}/layers/${control.id}`, { accept: 'application/geo+json' })
    expect(geo.headers['content-type']).toMatch('application/geo+json')
    expect(geo.json.features.map((feature: { properties: unknown }) => feature.properties)).toEqual([
      { side: 'A' },
      { side: 'B' },
    ])
  })

  test('When classes are given, then values map to them', async () => {
    const { id } = await newStudy(client, 'Mapped')
    const classes = [{ values: ['A', 'B'], label: { en: 'Both', ar: 'كلاهما' }, color: '#123456', pattern: 'dots' }]
    const layer = await loaded(client, id, [controlFile], { role: 'control', classField: 'side', classes })
    expect(layer.classes).toEqual([
      { class: 'Both', values: ['A', 'B'], label: { en: 'Both', ar: 'كلاهما' }, color: '#123456', pattern: 'dots' },
    ])
  })

  test('When an undeclared Arabic shapefile is loaded, then its text reads right under its Arabic file name', async () => {
    const { id } = await newStudy(client, 'Arabic')
    const layer = await loaded(client, id, [arabicShapefile()], { role: 'units', name: 'أحياء' })
    expect(layer).toMatchObject({ encoding: 'windows-1256', name: 'أحياء', id: 'units' })
    const geo = await client.get(`/api/studies/${id}/layers/units`, { accept: 'application/geo+json' })
    expect(geo.json.features[0].properties.NAME).toBe('دمشق القديمة')
    const originals = join(client.workspace, id, 'originals')
    expect(JSON.parse(await readFile(join(originals, `${layer.sha256}.json`), 'utf8'))[0].name).toBe('قديم.zip')
  })

  test('When the guessed columns of a table are put right, then the kept bytes are read again, and stay so', async () => {
    const { id } = await newStudy(client, 'Columns')
    const made = await client.upload(id, [named('t.csv', 'a,b,c\nx,33.47391,36.30061\ny,33.50001,36.40001\n')], {
      name: 'places',
    })
    expect(made.json.extent).toEqual([36.30061, 33.47391, 36.40001, 33.50001])
    const path = `/api/studies/${id}/layers/places`
    const changed = await client.call('PATCH', path, { positions: { x: 'b', y: 'c' } }, { 'if-match': '"2"' })
    expect(changed.json).toMatchObject({
      positions: { x: 'b', y: 'c' },
      extent: [33.47391, 36.30061, 33.50001, 36.40001],
    })
    const again = await client.call('PATCH', path, { encoding: 'windows-1256' }, { 'if-match': '"3"' })
    expect(again.json).toMatchObject({
      positions: { x: 'b', y: 'c' },
      extent: [33.47391, 36.30061, 33.50001, 36.40001],
    })
    const same = await client.call('PATCH', path, { positions: { x: 'b', y: 'b' } }, { 'if-match': '"4"' })
    expect(same.status).toBe(400)
  })

  test('When a code outside our registry places a layer, then it does so again with every reading', async () => {
    const { id } = await newStudy(client, 'Codes')
    const record = { code: 'EPSG:28992', name: 'Amersfoort / RD New', operation: 'EPSG:15934', accuracyM: 1 }
    const made = await client.upload(id, [named('t.csv', 'name,x,y\nA,121794,486901\n')], {
      name: 'places',
      crs: 'EPSG:28992',
    })
    expect(made.json.crs).toMatchObject(record)
    const path = `/api/studies/${id}/layers/places`
    expect(
      (await client.call('PATCH', path, { encoding: 'windows-1256' }, { 'if-match': '"2"' })).json.crs,
    ).toMatchObject(record)
    const other = await client.call('PATCH', path, { crs: 'EPSG:21781' }, { 'if-match': '"3"' })
    expect([other.status, other.json.code]).toEqual([422, 'crs-projection-unsupported'])
  })

  test('When the encoding is changed afterwards, then the kept bytes are read again', async () => {
    const { id } = await newStudy(client, 'Encoding')
    await loaded(client, id, [arabicShapefile()], { role: 'context', name: 'text', date: '2011-01-01' })
    const path = `/api/studies/${id}/layers/text-2011-01-01`
    const changed = await client.call('PATCH', path, { encoding: 'iso-8859-6' }, { 'if-match': '"2"' })
    expect(changed.status).toBe(200)
    expect(changed.headers['etag']).toBe('"3"')
    expect(changed.json).toMatchObject({ encoding: expect.stringMatching(/8859-6/i), name: 'text', date: '2011-01-01' })
    const back = await client.call('PATCH', path, { encoding: 'windows-1256' }, { 'if-match': '"3"' })
    expect(back.json.encoding).toBe('windows-1256')
    expect((await client.get(path, { accept: 'application/geo+json' })).text).toContain('دمشق القديمة')
    // That of each reading, so that each can be taken back.
    expect((await readdir(join(client.workspace, id, 'layers'))).length).toBe(3)
  })

  test('When the coordinate system is unknown, then the bytes wait for it', async () => {
    const { id } = await newStudy(client, 'Unplaced')
    const requested = await client.upload(id, [unplacedShapefile()], { name: 'placed', role: 'plan' })
    expect([requested.status, requested.json.code]).toEqual([422, 'crs-unknown'])
    expect(requested.json.candidates.map(({ code }: { code: string }) => code)).toContain('EPSG:32637')
    expect((await study(id)).json).toMatchObject({ revision: 1, layers: [] })
    const completed = await client.upload(id, [], { uploadId: requested.json.uploadId, crs: 'EPSG:32637' })
    expect(completed.status).toBe(201)
    expect(completed.json).toMatchObject({ name: 'placed', role: 'plan', crs: { code: 'EPSG:32637' } })
    const again = await client.upload(id, [], { uploadId: requested.json.uploadId, crs: 'EPSG:32637' })
    expect([again.status, again.json.code]).toEqual([404, 'upload-gone'])
    expect(await readdir(join(client.workspace, '.incoming'))).toEqual([])
  })

  test('When a file holds several layers, then their names are told and one can be taken', async () => {
    const { id } = await newStudy(client, 'Several')
    const file = named(
      'both.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [36.3, 33.5] } },
          {
            type: 'Feature',
            properties: {},
            geometry: {
              type: 'LineString',
              coordinates: [
                [36.3, 33.5],
                [36.4, 33.5],
              ],
            },
          },
        ],
      }),
    )
    const requested = await client.upload(id, [file], { role: 'context' })
    expect([requested.status, requested.json.code]).toEqual([422, 'several-layers'])
    expect(requested.json.layers).toHaveLength(2)
    const [sublayer] = requested.json.layers
    const taken = await client.upload(id, [], { uploadId: requested.json.uploadId, sublayer })
    expect(taken.status).toBe(201)
    expect(taken.json).toMatchObject({ role: 'context', sublayer, features: 1 })
  })

  test('When a layer has a name and date that are taken, then it is refused and the study stays', async () => {
    const { id } = await newStudy(client, 'Twice')
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', date: '2018-01-01' })
    const twice = await client.upload(id, [controlFile], { name: 'control', role: 'control', date: '2018-01-01' })
    expect([twice.status, twice.json.code]).toEqual([409, 'layer-name-taken'])
    const other = await client.upload(id, [], { uploadId: twice.json.uploadId, date: '2018-02-01' })
    expect(other.status).toBe(201)
    expect((await study(id)).json.layers.map((layer: { id: string }) => layer.id)).toEqual([
      'control-2018-01-01',
      'control-2018-02-01',
    ])
  })

  test('When a second plan is loaded, then it takes the place of the first, which stays as context', async () => {
    const { id } = await newStudy(client, 'Two plans')
    await loaded(client, id, [planFile], { role: 'plan', name: 'first' })
    await loaded(client, id, [planFile], { role: 'plan', name: 'second' })
    const { json } = await study(id)
    expect(json.plan.layer).toBe('second')
    expect(json.layers.map(({ id, role }: { id: string; role: string }) => [id, role])).toEqual([
      ['first', 'context'],
      ['second', 'plan'],
    ])
    expect(json.layers[0].notes.at(-1).code).toBe('plan-replaced')
  })

  test.each([
    ['an empty file', [named('empty.geojson', '')], {}, 'file-empty'],
    ['a file of another kind', [named('photo.jpg', 'xyz')], {}, 'file-format-unknown'],
    ['a broken zip', [named('broken.zip', 'PK\u0003\u0004 and no more')], {}, 'zip-unreadable'],
    ['a class field that is absent', [controlFile], { classField: 'STATUS' }, 'field-absent'],
    [
      'a role that needs polygons',
      [named('p.geojson', '{"type":"Point","coordinates":[36,33]}')],
      { role: 'units' },
      'layer-not-polygons',
    ],
    ['a plan without area', [boxes('flat.geojson', [[[36, 33, 37, 33], {}]])], { role: 'plan' }, 'plan-without-area'],
    ['a file without a name', [{ ...controlFile, name: '.geojson' }], {}, 'layer-name-unusable'],
    [
      'a file with an endless name',
      [{ ...controlFile, name: `${'x'.repeat(201)}.geojson` }],
      {},
      'layer-name-unusable',
    ],
    ['dates the wrong way round', [controlFile], { from: '2018-02-01', to: '2018-01-01' }, 'layer-dates-reversed'],
    ['an unknown coordinate system', [controlFile], { crs: 'EPSG:99999999' }, null],
    ['an option nobody knows', [controlFile], { colour: 'red' }, 'body-invalid'],
    ['a class colour that is none', [controlFile], { classes: [{ values: ['A'], color: 'red' }] }, 'body-invalid'],
  ])('When the upload is %s, then it is refused in words and nothing of it stays', async (_, files, options, code) => {
    const { id } = await newStudy(client, 'Refused')
    const before = await filesOf(id)
    const { status, json } = await client.upload(id, files, { role: 'control', ...options })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    if (code !== null) expect(json.code).toBe(code)
    expect(json.detail).not.toMatch(/\{\w+\}/)
    expect((await study(id)).json).toMatchObject({ revision: 1, layers: [] })
    expect(await filesOf(id)).toEqual(before)
  })

  test('When an upload brings nothing or is broken, then the server says so', async () => {
    const { id } = await newStudy(client, 'Broken uploads')
    const path = `/api/studies/${id}/layers`
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await client.call('POST', path, Buffer.from(''), type)).json.code).toBe('upload-broken')
    for (const body of [
      '--x\r\nnonsense',
      '--x\r\n\r\n',
      '--x\r\n\r\n--x\r\n\r\n',
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nabc',
    ]) {
      expect((await client.call('POST', path, Buffer.from(body), type)).json.code).toBe('upload-broken')
    }
    expect((await client.call('POST', path, Buffer.from('--x--\r\n'), type)).status).toBe(400)
    expect((await client.call('POST', path, Buffer.from('{}'), { 'content-type': 'application/json' })).status).toBe(
      415,
    )
    expect((await client.upload(id, [], {})).json.code).toBe('upload-without-file')
    expect((await client.upload(id, [], { uploadId: '../../x' })).json.code).toBe('upload-gone')
    expect((await client.upload('nowhere', [planFile], {})).json.code).toBe('study-not-found')
  })

  test('When forms are broken at random, then each is refused or taken, and the server stays up', async () => {
    const { id } = await newStudy(client, 'Random')
    const whole = multipart([controlFile], { role: 'context' }).body
    let seed = 5
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
    for (let i = 0; i < 60; i++) {
      const body = Buffer.from(whole)
      for (let k = 0; k <= i % 4; k++) body[next(body.length)] = next(256)
      const cut = i % 3 === 0 ? body.subarray(0, next(body.length)) : body
      const { status, json } = await client.call('POST', `/api/studies/${id}/layers`, cut, {
        'content-type': multipart([], {}).type,
      })
      expect(status === 201 || (status >= 400 && status < 500)).toBe(true)
      if (status !== 201) expect(json.code).toEqual(expect.any(String))
    }
    const { json } = await study(id)
    expect(json.revision).toBe(1 + json.layers.length)
  }, 60_000)

  test('When a title is blank in one of its languages, then it is refused and the layer keeps its own', async () => {
    const { id } = await newStudy(client, 'Blank')
    const { id: layer } = await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    for (const title of ['  ', { en: '' }, { en: 'Plan', ar: ' ' }]) {
      const answer = await client.call('PATCH', `/api/studies/${id}/layers/${layer}`, { title }, { 'if-match': '*' })
      expect([answer.status, answer.json.code]).toEqual([400, 'body-invalid'])
    }
    expect((await client.get(`/api/studies/${id}/layers/${layer}`)).json.title).toEqual({ en: 'plan' })
  })

  test('When a source that layers share is written anew for one of them, then the others keep theirs', async () => {
    const { id } = await newStudy(client, 'Shared')
    const source = { title: 'Survey', publisher: 'Office' }
    const { id: one, source: shared } = await loaded(client, id, [planFile], { role: 'plan', name: 'plan', source })
    const { id: two } = await loaded(client, id, [controlFile], { role: 'context', name: 'other', source: shared })
    const change = { source: { title: 'Another', publisher: 'Office' } }
    await client.call('PATCH', `/api/studies/${id}/layers/${two}`, change, { 'if-match': '*' })
    const study = (await client.get(`/api/studies/${id}`)).json as Study
    const titleOf = (layer: string) =>
      sourceOf(study.sources, study.layers.find((own) => own.id === layer)?.source)?.title.en
    expect([titleOf(one), titleOf(two)]).toEqual(['Survey', 'Another'])
  })

  test('When what is said of a layer is changed, then only that changes, and null takes it back', async () => {
    const { id } = await newStudy(client, 'Changed')
    const layer = await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    const path = `/api/studies/${id}/layers/control`
    const said = { date: '2018-04-21', accuracyM: 100, source: { title: 'A map', licence: 'CC BY 4.0' } }
    const changed = await client.call('PATCH', path, said, { 'if-match': '"2"' })
    expect(changed.json).toEqual({ ...layer, ...said, source: 'a-map' })
    const { sources } = (await client.call('GET', `/api/studies/${id}`)).json
    expect(sources).toEqual([{ id: 'a-map', title: { en: 'A map' }, licence: 'CC BY 4.0' }])
    const back = await client.call('PATCH', path, { date: null, accuracyM: null, source: null }, { 'if-match': '"3"' })
    expect(back.json).toEqual(layer)
    const one = await client.call('PATCH', path, { classField: null }, { 'if-match': '"4"' })
    expect(one.json).not.toHaveProperty('classField')
    expect(one.json.classes).toEqual([])
    const absent = await client.call('PATCH', path, { classField: 'nowhere' }, { 'if-match': '"5"' })
    expect([absent.status, absent.json.code]).toEqual([422, 'field-absent'])
    const stale = await client.call('PATCH', path, said, { 'if-match': '"2"' })
    expect(stale.status).toBe(412)
    expect((await client.call('PATCH', path, said)).status).toBe(428)
  })

  test('When an accuracy is stated as a document quotes it, then the record holds it and what follows, until plain metres come', async () => {
    const { id } = await newStudy(client, 'Accurate')
    const layer = await loaded(client, id, [controlFile], {
      name: 'control',
      role: 'control',
      accuracy: { kind: 'ce90', metres: 5 },
    })
    expect([layer.accuracy, layer.accuracyM?.toFixed(2)]).toEqual([{ kind: 'ce90', metres: 5 }, '2.33'])
    const change = async (options: object) =>
      (await client.call('PATCH', `/api/studies/${id}/layers/control`, options, { 'if-match': '*' })).json
    const scale = await change({ accuracy: { kind: 'map-scale', denominator: 25_000 } })
    expect([scale.accuracy.kind, scale.accuracyM.toFixed(2)]).toEqual(['map-scale', '8.84'])
    const plain = await change({ accuracyM: 40 })
    expect([plain.accuracy, plain.accuracyM]).toEqual([undefined, 40])
    expect(await change({ accuracy: null })).not.toHaveProperty('accuracyM')
    for (const absurd of [
      { accuracyM: -1 },
      { accuracyM: 1e9 },
      { accuracy: { kind: 'ce90', metres: -5 } },
      { accuracy: { kind: 'rmse', metres: 5, points: 3 } },
    ]) {
      expect((await change(absurd)).code).toBe('body-invalid')
    }
  })

  test('When a layer of points becomes the plan, then it is refused; polygons become it', async () => {
    const { id } = await newStudy(client, 'Roles')
    await loaded(client, id, [controlFile], { name: 'ground', role: 'control' })
    await loaded(client, id, [named('p.geojson', '{"type":"Point","coordinates":[36,33]}')], {
      name: 'points',
      role: 'damage',
    })
    const points = await client.call('PATCH', `/api/studies/${id}/layers/points`, { role: 'plan' }, { 'if-match': '*' })
    expect(points.json.code).toBe('layer-not-polygons')
    await client.call('PATCH', `/api/studies/${id}/layers/ground`, { role: 'plan' }, { 'if-match': '*' })
    expect((await study(id)).json.plan.layer).toBe('ground')
    await client.call('PATCH', `/api/studies/${id}/layers/ground`, { role: 'control' }, { 'if-match': '*' })
    expect((await study(id)).json.plan.layer).toBeNull()
  })

  test('When a layer is removed, then its features and its original wait for an undo', async () => {
    const { id } = await newStudy(client, 'Removed')
    await loaded(client, id, [planFile], { role: 'plan' })
    const gone = await client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '"2"' })
    expect([gone.status, gone.headers['etag']]).toEqual([204, '"3"'])
    expect((await study(id)).json).toMatchObject({ layers: [], plan: { layer: null } })
    expect(await filesOf(id)).toEqual(expect.arrayContaining(['history.jsonl', 'layers/plan.geojson']))
    expect(
      (await client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '"3"' })).status,
    ).toBe(404)
  })

  test('When a layer of a bundled study cannot be read again, then the reason is told', async () => {
    const { json, headers } = await study('jobar')
    const path = `/api/studies/jobar/layers/${json.plan.layer}`
    const refused = await client.call('PATCH', path, { crs: 'EPSG:32637' }, { 'if-match': headers['etag'] as string })
    expect([refused.status, refused.json.code]).toEqual([422, 'layer-unplaced'])
    expect((await study('jobar')).json).toEqual(json)
  })

  test('When many changes come at once, then each is taken once and none is lost', async () => {
    const { id } = await newStudy(client, 'At once')
    const names = Array.from({ length: 12 }, (_, i) => `layer ${i}`)
    await Promise.all(names.map((name) => loaded(client, id, [controlFile], { name, role: 'context' })))
    const { json } = await study(id)
    expect(json.revision).toBe(13)
    expect(json.layers.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort())
  })
})

describe('an upload limit', () => {
  test('When an upload is larger than the server takes, then it is refused and nothing stays', async () => {
    const client = await running({ 'upload-limit': '0.05' })
    const { id } = await newStudy(client, 'Large')
    const { status, json } = await client.upload(id, [named('large.geojson', 'x'.repeat(200_000))], { role: 'plan' })
    expect([status, json.code]).toEqual([413, 'upload-too-large'])
    expect(await readdir(join(client.workspace, '.incoming'))).toEqual([])
    await client.stop()
  })
})
