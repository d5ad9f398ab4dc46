import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, newStudy, running, type Client } from './running-server.ts'

let client: Client
let study = ''
let picture: { readonly name: string; readonly bytes: Uint8Array }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const points = {
  name: 'points.csv',
  bytes: bytesOf(
    'x,y,lon,lat\n10,10,36.3011,33.4991\n390,12,36.3420,33.4990\n385,290,36.3415,33.4737\n15,280,36.3016,33.4749\n200,150,36.3215,33.4866',
  ),
}
const regions = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { class: 'ISIS' },
      geometry: { type: 'Polygon', coordinates: [[[50, 50], [300, 50], [300, 200], [50, 200], [50, 50]]] },
    },
  ],
} // prettier-ignore

beforeAll(async () => {
  client = await running()
  study = (await newStudy(client, 'Pictures')).id
  const map = sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } }).composite([
    { input: { create: { width: 250, height: 150, channels: 3, background: '#c22222' } }, left: 50, top: 50 },
  ])
  picture = { name: 'map.png', bytes: await map.png().toBuffer() }
})
afterAll(() => client.stop())

const send = (files: Parameters<typeof multipart>[0], options?: unknown) => {
  const { body, type } = multipart(files, options)
  return client.call('POST', `/api/studies/${study}/pictures?wait=600`, body, { 'content-type': type })
}

test('a picture is placed and judged, and without regions nothing changes', async () => {
  const { revision } = (await client.get(`/api/studies/${study}`)).json
  const { status, json } = await send([picture, points])
  expect(status).toBe(200)
  expect(json.points).toHaveLength(5)
  expect(json.layer).toBeUndefined()
  expect((await client.get(`/api/studies/${study}`)).json.revision).toBe(revision)
})

test('regions traced on it become a layer with its record, and the recipe repeats it', async () => {
  const options = { role: 'control', name: 'control', date: '2018-04-21', accuracyM: 50, regions }
  const { status, json, headers } = await send([picture, points], options)
  expect(status).toBe(201)
  expect(headers['etag']).toBeDefined()
  expect(json.classes).toMatchObject([{ class: 'ISIS', pixels: 37_500 }])
  expect(json.layer).toMatchObject({
    name: 'control',
    method: 'drawn',
    picture: { file: 'map.png', transform: 'affine' },
  })
  const again = await send([picture], { role: 'control', name: 'other', date: '2018-04-21', recipe: json.recipe })
  expect(again.status).toBe(201)
  expect(again.json.layer.picture).toEqual(json.layer.picture)
  const [one, other] = await Promise.all(
    [json, again.json].map(({ layer }) =>
      client.get(`/api/studies/${study}/layers/${layer.id}`, { accept: 'application/geo+json' }),
    ),
  )
  expect(other!.text).toBe(one!.text)
  expect(await readdir(join(client.workspace, study, 'originals'))).toContain(json.layer.picture.sha256)
})

test('a layer of a picture is not read again in another coordinate system', async () => {
  const { layers, revision } = (await client.get(`/api/studies/${study}`)).json
  const answer = await client.call(
    'PATCH',
    `/api/studies/${study}/layers/${layers[0].id}`,
    { crs: 'EPSG:22770' },
    { 'if-match': `"${revision}"` },
  )
  expect([answer.status, answer.json.code]).toEqual([422, 'picture-layer-fixed'])
})

test('points that place nothing, and a form without a picture, are refused by their code', async () => {
  const line = bytesOf('x,y,lon,lat\n10,10,36.30,33.49\n20,20,36.31,33.48\n30,30,36.32,33.47\n40,40,36.33,33.46')
  expect((await send([picture, { name: 'p.csv', bytes: line }])).json.code).toBe('points-on-a-line')
  expect((await send([points])).json.code).toBe('upload-without-file')
  expect((await send([picture, points], { transform: 'spline' })).json.code).toBe('body-invalid')
})

test('a picture is looked at, placed and drawn on, and its layer keeps it through every drawing', async () => {
  const form = multipart([picture], undefined)
  const seen = await client.call('POST', '/api/pictures?wait=600', form.body, { 'content-type': form.type })
  expect([seen.status, seen.json.width, seen.json.height]).toEqual([201, 400, 300])
  const shown = await client.get(`/api/pictures/${seen.json.uploadId}`)
  expect(shown.headers['content-type']).toBe('image/webp')
  const placed = (await send([picture, points])).json
  const options = { uploadId: seen.json.uploadId, recipe: placed.recipe, drawn: true, role: 'control', name: 'drawn' }
  const { status, json } = await send([], { ...options, date: '2018-04-21', classes: [{ values: ['ISIS'] }] })
  expect(status, JSON.stringify(json)).toBe(201)
  expect(json.layer).toMatchObject({ drawn: true, method: 'drawn', features: 0, picture: { file: 'map.png' } })
  // The upload has become the layer's.
  expect((await client.get(`/api/pictures/${seen.json.uploadId}`)).json.code).toBe('upload-gone')

  const traced = (await send([picture, points], { role: 'control', name: 'traced', date: '2018-04-22', regions })).json
  const path = (id: string) => `/api/studies/${study}/layers/${id}`
  const ground = (await client.get(path(traced.layer.id), { accept: 'application/geo+json' })).json
  const put = await client.call('PUT', `${path(json.layer.id)}/features?wait=600`, ground, {
    'content-type': 'application/geo+json',
    'if-match': '*',
  })
  expect(put.status, JSON.stringify(put.json)).toBe(200)
  // What is drawn in degrees errs as what is traced in pixels does, to the last digit that is kept.
  expect(put.json.picture).toEqual(traced.layer.picture)
  expect(put.json.accuracyM).toBe(traced.layer.accuracyM)
  const codesOf = (layer: { notes: { code: string }[] }) => layer.notes.map(({ code }) => code).toSorted()
  expect(codesOf(put.json)).toEqual(codesOf(traced.layer))
  const kept = await client.get(`${path(json.layer.id)}/picture?wait=600`)
  expect([kept.status, kept.headers['content-type']]).toEqual([200, 'image/webp'])
  expect((await sharp(kept.bytes).metadata()).width).toBe(400)
  expect(await readdir(join(client.workspace, study, 'originals'))).toContain(json.layer.picture.sha256)
})
