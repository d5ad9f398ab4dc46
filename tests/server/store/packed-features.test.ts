import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import * as fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { attributesOf } from '../../../core/geometry/geojson.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { packFeatures, unpackFeatures, type PackedFeatures } from '../../../server/store/packed-features.ts'

const point: Features['shapes'] = {
  kind: 'point',
  coordinates: Float64Array.of(36.3, 33.5),
  partStart: Uint32Array.of(0, 1),
  partPolygon: Uint32Array.of(0),
  polygonFeature: Uint32Array.of(0),
}
const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.constant(-0))
const row = fc.dictionary(fc.oneof(fc.constantFrom('class', 'id', '__proto__', 'constructor'), fc.string()), value)

test('rows come back from a file as they were read: every field in its order, what is missing missing, 0 and -0 themselves', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const attributes = rows.map((own) => attributesOf(own))
      const packed = deserialize(serialize(packFeatures({ shapes: point, attributes }))) as PackedFeatures
      const back = unpackFeatures(packed)
      expect(back.shapes).toEqual(point)
      expect(back.attributes.map((own) => Object.entries(own))).toEqual(attributes.map((own) => Object.entries(own)))
      for (const [i, own] of attributes.entries())
        for (const [name, one] of Object.entries(own)) expect(Object.is(back.attributes[i]![name], one)).toBe(true)
    }),
  )
})

test('a large file is read from what was kept of it only while it is the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-packed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'squares.geojson')
  const kept = join(folder, 'kept')
  const count = 40_000
  const text = (first: string): string => {
    const features = Array.from({ length: count }, (_, i) => {
      const [x, y] = [36 + (i % 200) / 1000, 33 + Math.floor(i / 200) / 1000]
      const ring = [
        [x, y],
        [x + 0.0005, y],
        [x + 0.0005, y + 0.0005],
        [x, y],
      ]
      const properties = { name: i === 0 ? first : `square ${i % 7}`, ...(i % 2 ? { odd: i } : {}) }
      return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
    })
    return JSON.stringify({ type: 'FeatureCollection', features })
  }
  const layer = { id: 'squares', features: count, geometryType: 'polygon', evenOdd: 'polygon' } as Layer
  /** As a process that has just started reads it. */
  const read = async (folders: readonly string[]) => {
    vi.resetModules()
    const fresh = await import('../../../server/store/layer-features.ts')
    for (const own of folders) fresh.keepFeaturesIn(own)
    const features = await fresh.readLayerFeatures({ id: 'study' } as Study, [layer], { squares: path })
    if (!features.ok) throw new Error(features.problem.code)
    const { shapes, attributes } = features.value.get('squares')!
    return { first: attributes[0]!['name'], shapes, rest: JSON.stringify(attributes.slice(1)) }
  }
  const write = async (first: string, seconds: number): Promise<void> => {
    await writeFile(path, text(first))
    await utimes(path, seconds, seconds)
  }

  await write('first', 1_000_000)
  const plain = await read([])
  expect(await read([kept])).toEqual(plain)
  expect(await readdir(kept)).toHaveLength(1)
  // Of the same size and time it is taken for the same, which shows that it is not read again.
  await write('other', 1_000_000)
  expect(await read([kept])).toEqual(plain)
  expect((await read([])).first).toBe('other')
  await write('other', 1_000_001)
  expect(await read([kept])).toEqual({ ...plain, first: 'other' })
  await rm(kept, { recursive: true })
  await writeFile(kept, 'no folder')
  expect((await read([kept])).first).toBe('other')
})
