import { openStage, type Stage } from './open-page.ts'

/** Degrees from one field to the next, and where the first begins. */
export const step = 0.0004
export const [west, south] = [36.2, 33.42]

type Grid = {
  /** Fields on each side. */
  readonly side: number
  /** Of the step between them, how much the side of a field takes: 1 leaves nothing free. */
  readonly width: number
  readonly propertiesOf: (place: number) => object
  /** What the layer of the fields is loaded with. */
  readonly options: object
}

const square = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const polygon = (ring: number[][], properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})

/** A stage with the study `fields`: a square plan, and on it fields so many that the page has them in tiles. */
export async function openFields({ side, width, propertiesOf, options }: Grid): Promise<Stage> {
  const stage = await openStage()
  const post = async (path: string, body: FormData | string): Promise<void> => {
    const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined
    const answer = await fetch(`${stage.address}${path}`, { method: 'POST', body, ...(headers ? { headers } : {}) })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
  const upload = (name: string, features: unknown, own: object): Promise<void> => {
    const form = new FormData()
    form.append('files', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), `${name}.geojson`)
    form.append('options', JSON.stringify({ name, ...own }))
    return post('/api/studies/fields/layers?wait=600', form)
  }
  const fields = Array.from({ length: side * side }, (_, i) =>
    polygon(square(west + (i % side) * step, south + Math.floor(i / side) * step, step * width), propertiesOf(i)),
  )
  await post('/api/studies', JSON.stringify({ id: 'fields', title: 'Fields' }))
  await upload('plan', [polygon(square(west, south, side * step), {})], { role: 'plan' })
  await upload('fields', fields, { role: 'damage', ...options })
  return stage
}
