import { expect, test } from 'vitest'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { mapView } from '../../../core/sheet/map-view.ts'
import { placedLocator } from '../../../core/sheet/placed-locator.ts'
import { sheetLayers } from '../../../core/sheet/sheet-layers.ts'
import { exampleStudy, layerRecord, middle, polygons, rectangle } from './example-study.ts'

const map = { x: 10, y: 20, width: 150, height: 120 }

const dotsAt = (...places: readonly (readonly [number, number])[]): Features =>
  featuresFromGeoJson(
    {
      type: 'FeatureCollection',
      features: places.map(([lon, lat]) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [middle[0] + lon / 1000, middle[1] + lat / 1000] },
      })),
    },
    'point',
  )

/** Where the locator stands beside a plan in the middle and what else is drawn, without a column. */
function placed(role: 'context' | 'control', features: Features, isRequested = false) {
  const plan = polygons([{ rings: [rectangle(-5, -4, 5, 4)] }])
  const isPoint = features.shapes.kind === 'point'
  const study = exampleStudy({
    headline: undefined,
    layers: [layerRecord({ id: 'own', role, geometryType: isPoint ? 'point' : 'polygon', date: '2018-04-21' })],
  })
  const layers = sheetLayers(study, new Map([['own', features]]), '2018-04-21', 'en')
  const view = mapView(plan.shapes, [], map, 20_000)!
  return placedLocator([], [], map, { plans: [plan.shapes], layers }, view, isRequested)
}

const none = dotsAt()

test('the locator takes the lower right corner where it is free', () => {
  const box = placed('context', none)!
  expect(box.x + box.width).toBeCloseTo(map.x + map.width - 2.5, 6)
  expect(box.y + box.height).toBeCloseTo(map.y + map.height - 2.5, 6)
})

test('it gives way to a dot and to ground that lies there', () => {
  for (const [role, features] of [
    ['context', dotsAt([12, -9])],
    ['control', polygons([{ rings: [rectangle(8, -30, 30, -6)] }])],
  ] as const) {
    const box = placed(role, features)!
    expect(box.x).toBeCloseTo(map.x + 2.5, 6)
  }
})

test('outlines may lie under it where nothing is free, ground may not', () => {
  const all = polygons([{ rings: [rectangle(-60, -60, 60, 60)] }])
  expect(placed('control', all)).toBeNull()
  expect(placed('control', all, true)).not.toBeNull()
  const grid = polygons(
    Array.from({ length: 400 }, (_, i) => {
      const [x, y] = [(i % 20) * 2 - 20, Math.floor(i / 20) * 2 - 20]
      return { rings: [rectangle(x, y, x + 2, y + 2)] }
    }),
  )
  expect(placed('context', grid)).not.toBeNull()
})
