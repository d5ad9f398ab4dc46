import type { Random } from '../random.ts'

/** `cached` is a read that the server has measured before. */
export type LoadKind = 'health' | 'read' | 'cached' | 'work'

export type Requested = {
  readonly kind: LoadKind
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
  readonly expected: readonly number[]
}

/** One request in so many is for work. */
const workEvery = 20
const boundary = 'between-the-parts'
/** Uploads go to so many studies by turns: one of hundreds of layers is none that anybody has, and its record would be what grows. */
const studies = 50

const get = (kind: LoadKind, path: string, headers = {}): Requested => ({
  kind,
  method: 'GET',
  path,
  headers,
  expected: kind === 'work' ? [200, 202] : [200],
})

const features = { accept: 'application/geo+json' }
const cached = get('cached', '/api/studies/basilia-city/measurement')
const reads: readonly Requested[] = [
  get('health', '/healthz'),
  get('read', '/'),
  get('read', '/api/studies'),
  get('read', '/api/studies/basilia-city'),
  get('read', '/api/studies/basilia-city/layers/control-2018-04-21', features),
  get('read', '/api/studies/basilia-city/layers/neighbourhoods', features),
  // The middle of the city from far to near: one of a few that stay warm, as a reader who pans asks for them.
  ...['10/615/410', '12/2460/1643', '13/4921/3287', '14/9843/6574'].map((tile) =>
    get('read', `/api/studies/basilia-city/layers/neighbourhoods/tiles/${tile}.mvt`, { 'accept-encoding': 'gzip' }),
  ),
  get('read', '/ogc/collections/basilia-city.neighbourhoods/items'),
  cached,
  cached,
  cached,
]

/** What clients ask for; work differs from time to time, so that nothing of it is answered from before. */
export async function workOf(ask: (requested: Requested) => Promise<number>) {
  const study = `load-${Date.now().toString(36)}`
  const json = { 'content-type': 'application/json' }
  for (let i = 0; i < studies; i++) {
    const body = Buffer.from(JSON.stringify({ id: `${study}-${i}`, title: 'Load' }))
    await ask({ kind: 'work', method: 'POST', path: '/api/studies', headers: json, body, expected: [201] })
  }
  await ask(cached)
  let count = 0

  const measurement = (random: Random): Requested => {
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    return get(
      'work',
      `/api/studies/basilia-city/measurement?at=2018-0${1 + Math.floor(random() * 9)}-${day}&draws=100&seed=${++count}`,
    )
  }
  const sheet = (): Requested => get('work', `/api/studies/basilia-city/sheet.svg?draws=0&scale=${20_000 + ++count}`)
  const upload = (): Requested => {
    const ring = '[[36.28,33.46],[36.31,33.46],[36.31,33.48],[36.28,33.46]]'
    const layer = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":${++count}},"geometry":{"type":"Polygon","coordinates":[${ring}]}}]}`
    const part = (head: string, content: string): string =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
    const form = `${part('name="options"', JSON.stringify({ role: 'context', name: `layer ${count}` }))}${part('name="files"; filename="l.geojson"', layer)}--${boundary}--\r\n`
    return {
      kind: 'work',
      method: 'POST',
      path: `/api/studies/${study}-${count % studies}/layers`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.from(form),
      expected: [201, 202],
    }
  }
  const works = [measurement, sheet, upload]

  return {
    next: (random: Random): Requested =>
      random() < 1 / workEvery
        ? works[Math.floor(random() * works.length)]!(random)
        : reads[Math.floor(random() * reads.length)]!,
  }
}
