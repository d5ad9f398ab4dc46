import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../core/area/polygon-areas.ts'
import { featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { bundledStudy, featuresOf } from './bundled-study.ts'

const ochaFile = new URL('../../../shared/realdata/schematic-basilia/south_damascus_ocha_units.geojson', import.meta.url)
const missing = !existsSync(ochaFile)

describe.skipIf(missing)('our neighbourhoods against OCHA’s (needs ../shared/realdata)', () => {
  const ocha = missing ? new Map<string, Outline>() : outlinesOf(readOcha())
  const rows = ['basilia-city', 'marota-city'].flatMap((id) => {
    const units = bundledStudy(id).layers.find(({ role }) => role === 'units')!
    return [...outlinesOf(featuresOf(id, units))].map(([pcode, outline]) => ({ id, pcode, outline }))
  })

  test.each(rows)('$id $pcode: the area within 15 %, the middle within 200 m', ({ pcode, outline }) => {
    const known = ocha.get(pcode)!
    expect(Math.abs(outline.areaM2 / known.areaM2 - 1)).toBeLessThan(0.15)
    expect(distanceM(outline.middle, known.middle)).toBeLessThan(200)
  })

  test.each(rows)('$id $pcode is a drawing of a few points, where OCHA’s outline has dozens', ({ pcode, outline }) => {
    expect(outline.vertexCount).toBeLessThanOrEqual(16)
    expect(outline.vertexCount).toBeLessThan(ocha.get(pcode)!.vertexCount)
  })
})

type Outline = { readonly areaM2: number; readonly middle: readonly [number, number]; readonly vertexCount: number }

function readOcha(): Features {
  const collection = JSON.parse(readFileSync(ochaFile, 'utf8')) as FeatureCollection
  return featuresFromGeoJson(collection, 'polygon', 'polygon')
}

/** Area, centroid (planar, good enough at this size) and vertices of each feature with a P-code. */
function outlinesOf(features: Features): Map<string, Outline> {
  const { shapes, attributes } = features
  const areasM2 = polygonAreasM2(shapes)
  const lon = (vertex: number): number => shapes.coordinates[2 * vertex]! - 36
  const lat = (vertex: number): number => shapes.coordinates[2 * vertex + 1]! - 33
  const outlines = new Map<string, Outline>()
  attributes.forEach((attribute, feature) => {
    const polygons = [...shapes.polygonFeature.keys()].filter((polygon) => shapes.polygonFeature[polygon] === feature)
    const parts = [...shapes.partPolygon.keys()].filter((part) => polygons.includes(shapes.partPolygon[part]!))
    let twiceArea = 0
    let momentX = 0
    let momentY = 0
    let vertexCount = 0
    for (const part of parts) {
      const from = shapes.partStart[part]!
      const to = shapes.partStart[part + 1]!
      for (let i = from; i < to; i++) {
        const next = i + 1 < to ? i + 1 : from
        const [x0, y0, x1, y1] = [lon(i), lat(i), lon(next), lat(next)]
        const cross = x0 * y1 - x1 * y0
        twiceArea += cross
        momentX += (x0 + x1) * cross
        momentY += (y0 + y1) * cross
        vertexCount++
      }
    }
    outlines.set(String(attribute['pcode']), {
      areaM2: polygons.reduce((sum, polygon) => sum + areasM2[polygon]!, 0),
      middle: [36 + momentX / (3 * twiceArea), 33 + momentY / (3 * twiceArea)],
      vertexCount,
    })
  })
  return outlines
}

/** Metres between two points of southern Damascus, at 33.47 degrees north. */
const distanceM = ([lon0, lat0]: readonly [number, number], [lon1, lat1]: readonly [number, number]): number =>
  Math.hypot((lon1 - lon0) * 92_950, (lat1 - lat0) * 110_920)
