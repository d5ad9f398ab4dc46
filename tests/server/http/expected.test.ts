import { expect, onTestFinished, test } from 'vitest'
import { planFile } from '../made-layers.ts'
import { named } from '../import/made-files.ts'
import { loaded, newStudy, running } from './running-server.ts'

test('a job of 13,000 points with draws says how long it takes before it has ended', async () => {
  const client = await running()
  onTestFinished(() => client.stop())
  const { id } = await newStudy(client, 'Points')
  await loaded(client, id, [planFile], { role: 'plan' })
  const features = Array.from({ length: 13_000 }, (_, i) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [36.29 + (i % 130) / 5000, 33.47 + Math.floor(i / 130) / 4000] },
  }))
  const points = named('points.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  await loaded(client, id, [points], { role: 'shelling', name: 'points', bufferM: 100, accuracyM: 50 })
  const { status, json } = await client.get(`/api/studies/${id}/uncertainty?draws=1000&wait=1`)
  expect(status).toBe(202)
  expect(json.expectedS).toBeGreaterThan(60)
  await client.call('DELETE', `/api/jobs/${json.id}`)
})
