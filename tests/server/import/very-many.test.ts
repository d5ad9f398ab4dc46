import { expect, test } from 'vitest'
import { tableText } from '../../../server/export/tables/table-text.ts'
import { named } from './made-files.ts'
import { inspectFiles } from '../../../server/import/inspection.ts'

/** More than a call takes arguments, which a list must never become. */
const many = 150_000

test('a ring of very many vertices beyond 180 degrees is turned', async () => {
  const ring = Array.from({ length: many }, (_, i) => {
    const angle = (2 * Math.PI * i) / many
    return [190 + Math.cos(angle), 10 + Math.sin(angle)]
  })
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
  const inspected = await inspectFiles([
    named('islands.geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry })),
  ])
  if (!inspected.ok) throw new Error(inspected.problem.code)
  const [layer] = inspected.value.layers
  expect(layer!.notes.map(({ code }) => code)).toContain('longitudes-turned')
  expect(layer!.extent![2]).toBeCloseTo(-169, 3)
})

test('a line may hold very many features', async () => {
  const features = Array.from({ length: many }, (_, i) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [36 + i / 1e6, 33] },
  }))
  const lines = [features, features.slice(0, 1)].map((own) =>
    JSON.stringify({ type: 'FeatureCollection', features: own }),
  )
  const inspected = await inspectFiles([named('points.geojsonl', `${lines.join('\n')}\n`)])
  if (!inspected.ok) throw new Error(inspected.problem.code)
  expect(inspected.value.layers[0]!.features).toBe(many + 1)
})

test('a table of very many rows is printed', () => {
  const rows = Array.from({ length: many }, (_, i) => [String(i)])
  const fields = [{ name: 'id', title: 'id', type: 'string', description: '' }] as never
  const text = tableText({ name: 't', title: 'Rows', description: '', fields, rows } as never, 'en')
  expect(text.split('\n').length).toBeGreaterThan(many)
})
