import { describe, expect, test } from 'vitest'
import { groundKey, isSameGround } from '../../../client/state/ground.ts'
import { layerFeatures, readFeatures } from '../../../client/state/layer-features.ts'
import { groundAt, sceneOf } from '../../../client/state/scene.ts'
import { layerSchema } from '../../../core/model/layer-schema.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { studySchema } from '../../../core/model/study.ts'

const polygon = (west: number, south: number, east: number, north: number, properties: Record<string, string>) => ({
  type: 'Feature' as const,
  properties,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
})

const layer = (id: string, more: Partial<Layer>): Layer =>
  layerSchema.parse({
    id,
    name: id,
    role: 'control',
    title: { en: id },
    file: `layers/${id}.geojson`,
    geometryType: 'polygon',
    crs: { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 },
    features: 1,
    extent: null,
    sha256: '0'.repeat(64),
    ...more,
  })

async function sceneOfHalves() {
  const layers = [
    layer('plan', { role: 'plan' }),
    layer('sides', { classField: 'side' }),
    layer('parcels', { role: 'units', idField: 'id' }),
  ]
  const study = studySchema.parse({
    schema: 'basilia-study/2',
    id: 'halves',
    title: { en: 'Halves' },
    revision: 1,
    plan: { layer: 'plan', name: { en: 'Plan' } },
    layers,
  })
  const ground = {
    plan: [polygon(0, 0, 4, 4, {})],
    sides: [
      polygon(-1, -1, 2, 3, { side: 'A' }),
      polygon(1, -1, 3, 3, { side: 'B' }),
      polygon(3, -1, 5, 3, { side: '' }),
    ],
    parcels: [polygon(0, 0, 1, 1, { id: 'p1' })],
  }
  const features = new Map(
    await Promise.all(
      layers.map(async (one) => {
        const collection = { type: 'FeatureCollection' as const, features: ground[one.id as keyof typeof ground] }
        return [one.id, await layerFeatures(one, readFeatures(one, collection))] as const
      }),
    ),
  )
  return { language: 'en' as const, study, at: null, hidden: new Set<string>(), features, tiled: new Map() }
}

describe('the ground at a position', () => {
  test.each([
    [0.5, 2, { kind: 'class', layer: 'sides', class: 'A' }],
    [1.5, 2, { kind: 'several', layer: 'sides' }],
    [3.5, 2, { kind: 'class', layer: 'sides', class: null }],
    [2, 3.5, { kind: 'uncovered', layer: 'sides' }],
    [-0.5, 2, null],
  ] as const)('%f %f', async (lon, lat, wanted) => {
    const scene = sceneOf(await sceneOfHalves())!
    expect(groundAt(scene, 'control', ['sides'], lon, lat)).toEqual(wanted)
  })

  test('is a combination or a unit where their tab is in front', async () => {
    const scene = sceneOf(await sceneOfHalves())!
    expect(groundAt(scene, 'combined', ['sides'], 1.5, 2)).toEqual({
      kind: 'combination',
      classes: { sides: ['A', 'B'] },
    })
    expect(groundAt(scene, 'units', [], 0.5, 0.5)).toEqual({ kind: 'unit', id: 'p1' })
    expect(groundAt(scene, 'units', [], 2, 2)).toEqual({ kind: 'unit', id: null })
  })

  test('is asked of one and the same scene while nothing changes', async () => {
    const view = await sceneOfHalves()
    expect(sceneOf(view)).toBe(sceneOf({ ...view, language: 'ar' }))
    expect(sceneOf({ ...view, at: '2018-04-21' })).not.toBe(sceneOf(view))
  })
})

test('equal ground has equal keys, in whatever order its classes stand', () => {
  const a = { kind: 'combination', classes: { x: ['1', '2'], y: [] } } as const
  const b = { kind: 'combination', classes: { x: ['2', '1'] } } as const
  expect(groundKey(a)).toBe(groundKey(b))
  expect(isSameGround(a, { kind: 'combination', classes: { x: ['1'] } })).toBe(false)
  expect(isSameGround({ kind: 'unit', id: null }, { kind: 'unit', id: 'null' })).toBe(false)
})
