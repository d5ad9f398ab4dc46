import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, newStudy, running, type Client } from './running-server.ts'

let client: Client
let study = ''
let picture: { readonly name: string; readonly bytes: Uint8Array }
const points = {
  name: 'points.csv',
  bytes: new TextEncoder().encode(
    'x,y,lon,lat\n10,10,36.3011,33.4991\n390,12,36.3420,33.4990\n385,290,36.3415,33.4737\n15,280,36.3016,33.4749\n200,150,36.3215,33.4866',
  ),
}

beforeAll(async () => {
  client = await running()
  study = (await newStudy(client, 'Colours')).id
  const map = sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } }).composite([
    { input: { create: { width: 250, height: 150, channels: 3, background: '#c22222' } }, left: 50, top: 50 },
  ])
  picture = { name: 'map.png', bytes: await map.png().toBuffer() }
})
afterAll(() => client.stop())

const send = (options: unknown) => {
  const { body, type } = multipart([picture, points], options)
  return client.call('POST', `/api/studies/${study}/pictures?wait=600`, body, { 'content-type': type })
}
const red = { class: 'ISIS', colors: ['#c22222'] }

test('a class found by its colour becomes a layer whose recipe repeats it', async () => {
  const { status, json } = await send({ role: 'control', date: '2018-04-21', colours: { classes: [red] } })
  expect(status).toBe(201)
  expect(json.classes).toMatchObject([{ class: 'ISIS', color: '#c22222', pixels: 37_500, healedPixels: 0 }])
  expect(json.layer.picture.colours).toMatchObject({ tolerance: 4, healPx: 12, ground: ['#ffffff'] })
  const again = await send({ role: 'control', name: 'again', date: '2018-04-21', recipe: json.recipe })
  expect(again.json.layer.picture.colours).toEqual(json.layer.picture.colours)
  const [one, other] = await Promise.all(
    [json, again.json].map(({ layer }) =>
      client.get(`/api/studies/${study}/layers/${layer.id}`, { accept: 'application/geo+json' }),
    ),
  )
  expect(other!.text).toBe(one!.text)
})

test('colours that nobody named, or that are nowhere, are refused, and the study stays', async () => {
  const { revision } = (await client.get(`/api/studies/${study}`)).json
  const unnamed = await send({ colours: true })
  expect([unnamed.status, unnamed.json.code]).toEqual([422, 'colours-unnamed'])
  expect(unnamed.json.detail).toContain('#c22222')
  expect((await send({ colours: { classes: [{ class: 'a', colors: ['#00ff88'] }] } })).json.code).toBe(
    'colours-nowhere',
  )
  expect((await send({ colours: { classes: [{ class: 'a' }] } })).json.code).toBe('body-invalid')
  expect((await client.get(`/api/studies/${study}`)).json.revision).toBe(revision)
})
