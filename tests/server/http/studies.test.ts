import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { studySchema } from '../../../core/model/study.ts'
import { healthSchema, problemSchema, studyListSchema } from '../../../server/http/schemas/answer-schemas.ts'
import { newStudy, running, type Client } from './running-server.ts'

describe('studies over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test('When the server is up, then it says so with its version and store', async () => {
    const { status, json } = await client.get('/healthz')
    expect(status).toBe(200)
    expect(healthSchema.parse(json).store).toBe('folder')
  })

  test('When the studies are listed, then the bundled ones are there', async () => {
    const { json } = await client.get('/api/studies')
    const { studies, unreadable } = studyListSchema.parse(json)
    expect(unreadable).toEqual([])
    expect(studies.map(({ id }) => id)).toEqual(expect.arrayContaining(['basilia-city', 'darayya', 'marota-city']))
    expect(studies.every(({ origin }) => origin === 'bundled')).toBe(true)
  })

  test('When a study is made from a title, then it is there, whole, under an id of its own', async () => {
    const made = await client.call('POST', '/api/studies', { title: 'Hama: Wadi al-Jouz, 2013' })
    expect(made.status).toBe(201)
    expect(made.headers['location']).toBe('/api/studies/hama-wadi-al-jouz-2013')
    expect(made.headers['etag']).toBe('"1"')
    expect(studySchema.parse(made.json).title).toEqual({ en: 'Hama: Wadi al-Jouz, 2013' })
    const again = await client.call('POST', '/api/studies', { title: 'Hama: Wadi al-Jouz, 2013' })
    expect(again.json.id).toBe('hama-wadi-al-jouz-2013-2')
    expect((await client.get('/api/studies/hama-wadi-al-jouz-2013')).json).toEqual(made.json)
  })

  test('When a title has no Latin letter, then the study still has an id', async () => {
    expect((await newStudy(client, 'حماة')).id).toMatch(/^study(-\d+)?$/)
  })

  test('When a study is written back, then its revision counts up and a stale one is refused', async () => {
    const study = await newStudy(client, 'Written back')
    const path = `/api/studies/${study.id}`
    const missing = await client.call('PUT', path, study)
    expect([missing.status, missing.json.code]).toEqual([428, 'revision-missing'])
    const first = await client.call('PUT', path, { ...study, title: { en: 'New', ar: 'جديد' } }, { 'if-match': '"1"' })
    expect(first.status).toBe(200)
    expect(first.headers['etag']).toBe('"2"')
    expect(first.json).toMatchObject({ revision: 2, title: { en: 'New', ar: 'جديد' } })
    const stale = await client.call('PUT', path, { ...study, title: { en: 'Old' } }, { 'if-match': '"1"' })
    expect([stale.status, stale.json.code]).toEqual([412, 'revision-stale'])
    expect((await client.get(path)).json).toEqual(first.json)
  })

  test('When what follows from a layer’s file is written, then it is refused by name', async () => {
    const { json: study } = await client.get('/api/studies/darayya')
    const [first, ...rest] = study.layers
    const forged = { ...study, layers: [{ ...first, file: 'layers/other.geojson' }, ...rest] }
    const answer = await client.call('PUT', '/api/studies/darayya', forged, { 'if-match': '*' })
    expect([answer.status, answer.json.code, answer.json.values.member]).toEqual([422, 'layer-member-fixed', 'file'])
    const fewer = await client.call('PUT', '/api/studies/darayya', { ...study, layers: rest }, { 'if-match': '*' })
    expect([fewer.status, fewer.json.code]).toEqual([422, 'layer-set-fixed'])
    const twice = await client.call(
      'PUT',
      '/api/studies/darayya',
      { ...study, layers: [first, first] },
      { 'if-match': '*' },
    )
    expect(twice.status).toBe(422)
    expect(
      (await client.get('/api/studies')).json.studies.find(({ id }: { id: string }) => id === 'darayya').origin,
    ).toBe('bundled')
  })

  test('When a bundled study is changed, then a copy goes before it until it is removed', async () => {
    const path = '/api/studies/marota-city'
    const { json: bundled, headers } = await client.get(path)
    const refused = await client.call('DELETE', path, undefined, { 'if-match': headers['etag'] as string })
    expect([refused.status, refused.json.code]).toEqual([403, 'study-bundled'])
    const changed = await client.call(
      'PUT',
      path,
      { ...bundled, title: { en: 'Mine' } },
      { 'if-match': headers['etag'] as string },
    )
    expect(changed.json).toMatchObject({ title: { en: 'Mine' }, revision: bundled.revision + 1 })
    expect(
      (await client.get(`${path}/layers/${bundled.plan.layer}`, { accept: 'application/geo+json' })).json.type,
    ).toBe('FeatureCollection')
    const removed = await client.call('DELETE', path, undefined, { 'if-match': `"${bundled.revision + 1}"` })
    expect(removed.status).toBe(204)
    expect((await client.get(path)).json).toEqual(bundled)
  })

  test('When a study is removed, then it is gone, and its revision was checked', async () => {
    const { id } = await newStudy(client, 'Short-lived')
    expect((await client.call('DELETE', `/api/studies/${id}`)).status).toBe(428)
    expect((await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '"9"' })).status).toBe(412)
    expect((await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '"1"' })).status).toBe(204)
    expect((await client.get(`/api/studies/${id}`)).json.code).toBe('study-not-found')
  })

  test.each([
    ['no title', {}, 'body-invalid'],
    ['a list', [1, 2], 'body-invalid'],
    ['a member nobody knows', { title: 'x', colour: 'red' }, 'body-invalid'],
    ['an id that is a path', { title: 'x', id: '../x' }, 'body-invalid'],
    ['a date that does not exist', { title: 'x', asOf: '2018-02-30' }, 'body-invalid'],
    ['an id that is taken', { title: 'x', id: 'darayya' }, 'study-exists'],
  ])('When a new study has %s, then it is refused with a sentence', async (_, body, code) => {
    const { status, json, headers } = await client.call('POST', '/api/studies', body)
    expect(status).toBe(code === 'study-exists' ? 409 : 400)
    expect(headers['content-type']).toMatch('application/problem+json')
    expect(problemSchema.parse(json)).toMatchObject({ code, status, requestId: headers['x-request-id'] })
    expect(json.detail).not.toMatch(/\{\w+\}/)
  })

  test('When a new study names the form that it is written in, then every known one is read and a newer one refused by name', async () => {
    const source = { title: 'Decree 66', publisher: 'Ministry' }
    const events = [{ date: '2018-03-26', title: { en: 'Taken' }, kind: 'recapture', source }]
    for (const schema of ['basilia-study/1', 'basilia-study/2']) {
      const made = await client.call('POST', '/api/studies', { schema, title: 'Of a form', events })
      expect([made.status, made.json.schema]).toEqual([201, 'basilia-study/2'])
      expect(made.json.events).toMatchObject([{ kind: 'taken', source: made.json.sources[0].id }])
      // A study as it was read makes another, at its own first revision.
      const again = await client.call('POST', '/api/studies', {
        ...made.json,
        id: `${made.json.id}-again`,
        revision: 7,
      })
      expect([again.status, again.json.revision, again.json.events]).toEqual([201, 1, made.json.events])
      const { headers, json } = await client.get(`/api/studies/${made.json.id}`)
      for (const newer of ['basilia-study/3', 'basilia-study/10', '__proto__']) {
        const change = { ...json, schema: newer }
        for (const refused of [
          await client.call('POST', '/api/studies', change),
          await client.call('PUT', `/api/studies/${json.id}`, change, { 'if-match': String(headers['etag']) }),
        ])
          expect([refused.status, refused.json.code, refused.json.values]).toEqual([
            422,
            'body-version-unknown',
            { schema: newer, known: 'basilia-study/1, basilia-study/2' },
          ])
      }
    }
    const odd = await client.call('POST', '/api/studies', { schema: 7, title: 'Odd' })
    expect([odd.status, odd.json.code, odd.json.values.where]).toEqual([400, 'body-invalid', 'schema'])
    const { json: withLayers } = await client.get('/api/studies/jobar')
    const copied = await client.call('POST', '/api/studies', { ...withLayers, id: 'jobar-again' })
    expect([copied.status, copied.json.code]).toEqual([422, 'layer-set-fixed'])
  })

  test.each(['null', '7', '"x"', 'true', '[null]'])(
    'When the body is %s, then it is said to be no object',
    async (text) => {
      for (const [method, path] of [
        ['POST', '/api/studies'],
        ['PUT', '/api/studies/darayya'],
      ] as const) {
        const headers = { 'content-type': 'application/json', 'if-match': '*' }
        const { status, json } = await client.call(method, path, Buffer.from(text), headers)
        expect([status, json.code]).toEqual([400, 'body-invalid'])
        expect(json.detail).toBe(`The request cannot be used at body, where it says ${text}: it is no object.`)
      }
    },
  )

  test('When the body is no JSON or of another type, then the answer says which', async () => {
    const broken = await client.call('POST', '/api/studies', Buffer.from('{'), { 'content-type': 'application/json' })
    expect([broken.status, broken.json.code]).toEqual([400, 'body-not-json'])
    const form = await client.call('POST', '/api/studies', Buffer.from('a=b'), { 'content-type': 'text/plain' })
    expect([form.status, form.json.code]).toEqual([415, 'media-type-unknown'])
    const packed = await client.call('POST', '/api/studies', Buffer.from('not packed'), {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    })
    expect([packed.status, packed.json.code]).toEqual([400, 'body-not-json'])
  })
})
