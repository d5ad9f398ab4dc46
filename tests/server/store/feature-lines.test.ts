import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Feature } from 'geojson'
import { featureLines, readFeatureLines } from '../../../server/store/feature-lines.ts'
import { writeGeoJson } from '../../../server/store/write-geojson.ts'

const features = Array.from({ length: 500 }, (_, i): Feature => ({
  type: 'Feature',
  properties: { name: `حي ${i}\n"quoted"` },
  geometry: { type: 'Point', coordinates: [36 + i / 1000, 33] },
}))

async function written(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-lines-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'layer.geojson')
  await writeGeoJson(path, features)
  return path
}

test('any features of a file that the store wrote are read without the others', async () => {
  const path = await written()
  const lines = await featureLines(path, features.length)
  const read = await readFeatureLines(path, lines!, [0, 77, 499])
  expect(read!.features).toEqual([features[0], features[77], features[499]])
})

test('a file that was written otherwise has no lines', async () => {
  const path = await written()
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }))
  expect(await featureLines(path, features.length)).toBeNull()
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }, null, 2))
  expect(await featureLines(path, features.length)).toBeNull()
})

test('lines that are no features any more are told', async () => {
  const path = await written()
  const lines = await featureLines(path, features.length)
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replaceAll('"Feature"', '"Picture"'))
  expect(await readFeatureLines(path, lines!, [3])).toBeNull()
  await truncate(path, 1_000)
  expect(await readFeatureLines(path, lines!, [400])).toBeNull()
})
