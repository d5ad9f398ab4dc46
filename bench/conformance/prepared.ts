import type { Known } from './calls.ts'
import type { Answered } from './differences.ts'

type Ask = (method: string, path: string, headers?: object, body?: Buffer) => Promise<Answered>

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

const feature = (properties: object, type: string, coordinates: unknown): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

const file = (...features: object[]): Buffer => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))

const plan = file(feature({ name: 'plan' }, 'Polygon', [square(36.2, 33.4, 0.01)]))
const control = file(
  feature({ class: 'A' }, 'Polygon', [square(36.2, 33.4, 0.006)]),
  feature({ class: 'B' }, 'Polygon', [square(36.206, 33.4, 0.006)]),
)
const sites = file(feature({ grade: 'destroyed' }, 'Point', [36.203, 33.403]))

/** Makes a study with a plan and what can be asked of one, and others that can be removed, and a job that ends. */
export async function preparedFor(ask: Ask): Promise<Known> {
  const parsed = ({ bytes }: Answered): { id: string } => JSON.parse(bytes.toString()) as { id: string }
  const created = async (title: string): Promise<string> =>
    parsed(
      await ask('POST', '/api/studies', { 'content-type': 'application/json' }, Buffer.from(JSON.stringify({ title }))),
    ).id
  const study = await created('Conformance')
  await ask('POST', `/api/studies/${study}/layers`, formType, formOf({ role: 'plan', name: 'plan' }, plan))
  await ask(
    'POST',
    `/api/studies/${study}/layers`,
    formType,
    formOf({ role: 'control', name: 'control', classField: 'class', date: '2018-04-21' }, control),
  )
  await ask(
    'POST',
    `/api/studies/${study}/layers`,
    formType,
    formOf({ role: 'damage', name: 'sites', classField: 'grade' }, sites),
  )
  const written = await created('Written')
  return {
    study,
    written,
    removable: [await created('To be removed'), await created('To be removed too')],
    job: parsed(await ask('GET', '/api/studies/basilia-city/timeline?wait=0')).id,
    upload: '00000000-0000-4000-8000-000000000000',
    record: parsed(await ask('GET', `/api/studies/${written}`)),
    csv: 'map,A,B\nA,45,5\nB,3,47\n',
    plan,
    zip: (await ask('GET', `/api/studies/${written}/export.zip?wait=60`)).bytes,
  }
}

const boundary = 'between-the-parts'
const formType = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** A form with options and one file. */
const formOf = (options: object, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="options"\r\n\r\n${JSON.stringify(options)}\r\n--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="layer.geojson"\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
