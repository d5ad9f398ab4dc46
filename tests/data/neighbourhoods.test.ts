import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../core/geometry/polygon-areas.ts'
import { featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { bundledStudy, featuresOf } from './bundled-study.ts'

const ochaFile = new URL('../../../shared/realdata/schematic-basilia/south_damascus_ocha_units.geojson', import.meta.url)
const missing = !existsSync(ochaFile)

describe.skipIf(missing)('our neighbourhoods against OCHA’s (needs ../shared/realdata)', () => {
  const ocha = missing ? new Map<string, Outline>() : outlinesOf(readOcha())
  const rows = ['basilia-city', 'marota-city', 'yarmouk-camp'].flatMap((id) => {
    const units = bundledStudy(id).layers.find(({ role }) => role === 'units')!
    return [...outlinesOf(featuresOf(id, units))].map(([pcode, outline]) => ({ id, pcode, outline, accuracyM: units.accuracyM! }))
  })

  test.each(rows)('$id $pcode: the area within 10 %, the middle within 80 m', ({ pcode, outline }) => {
    const known = ocha.get(pcode)!
    expect(Math.abs(outline.areaM2 / known.areaM2 - 1)).toBeLessThan(0.1)
    expect(distanceM(outline.middle, known.middle)).toBeLessThan(80)
  })

  test.each(rows)('$id $pcode: the edges are off by less than the accuracy that is stated', ({ pcode, outline, accuracyM }) => {
    expect(edgesOffM(ocha.get(pcode)!, outline)).toBeLessThan(accuracyM)
  })

  test('the quarters of which readings are made measure what OCHA’s measure, together within 2 %', () => {
    const quarters = ['N0097', 'N0096', 'N0093', 'N0094', 'N0095']
    const drawn = rows.filter(({ id, pcode }) => id === 'basilia-city' && quarters.includes(pcode))
    const sum = (areas: readonly number[]): number => areas.reduce((total, area) => total + area, 0)
    expect(drawn.length).toBe(5)
    expect(Math.abs(sum(drawn.map(({ outline }) => outline.areaM2)) / sum(quarters.map((each) => ocha.get(each)!.areaM2)) - 1)).toBeLessThan(0.02)
    for (const { pcode, outline } of drawn) expect(Math.abs(outline.areaM2 / ocha.get(pcode)!.areaM2 - 1)).toBeLessThan(0.055)
  })

  test.each(rows)('$id $pcode is a drawing of a few points, where OCHA’s outline has dozens', ({ pcode, outline }) => {
    expect(outline.vertexCount).toBeLessThanOrEqual(16)
    expect(outline.vertexCount).toBeLessThan(ocha.get(pcode)!.vertexCount)
  })
})

const measuredByOcha = [
  { id: 'jobar', role: 'units', key: 'N0030', areaHa: 158.46, middle: [36.33071, 33.52256] },
  { id: 'jobar', role: 'units', key: 'N0025', areaHa: 232.27, middle: [36.34116, 33.5249] },
  { id: 'qaboun', role: 'plan', key: 'N0007', areaHa: 254.22, middle: [36.34015, 33.54552] },
] as const

test.each(measuredByOcha)('$id $key: OCHA’s area within 10 %, its middle within 100 m', ({ id, role, key, areaHa, middle }) => {
  const outlines = outlinesOf(featuresOf(id, bundledStudy(id).layers.find((layer) => layer.role === role)!))
  const outline = outlines.get(key)!
  expect(Math.abs(outline.areaM2 / (areaHa * 10_000) - 1)).toBeLessThan(0.1)
  expect(distanceM(outline.middle, middle)).toBeLessThan(100)
  expect(outline.vertexCount).toBeLessThanOrEqual(16)
})

type Outline = {
  readonly areaM2: number
  readonly middle: readonly [number, number]
  readonly vertexCount: number
  /** Edges as pairs of points, longitude and latitude. */
  readonly edges: readonly (readonly [Place, Place])[]
}
type Place = readonly [number, number]

function readOcha(): Features {
  const collection = JSON.parse(readFileSync(ochaFile, 'utf8')) as FeatureCollection
  return featuresFromGeoJson(collection, 'polygon', 'polygon')
}

/** Area, centroid (planar, good enough at this size) and vertices of each feature, by its P-code or id. */
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
    const edges: [Place, Place][] = []
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
        edges.push([
          [36 + x0, 33 + y0],
          [36 + x1, 33 + y1],
        ])
        vertexCount++
      }
    }
    outlines.set(String(attribute['pcode'] ?? attribute['id']), {
      areaM2: polygons.reduce((sum, polygon) => sum + areasM2[polygon]!, 0),
      middle: [36 + momentX / (3 * twiceArea), 33 + momentY / (3 * twiceArea)],
      vertexCount,
      edges,
    })
  })
  return outlines
}

/** Root mean square distance in metres of points along the one outline from the other. */
function edgesOffM(known: Outline, drawn: Outline): number {
  const spacingM = 20
  const squares = known.edges.flatMap(([start, end]) => {
    const count = Math.max(1, Math.round(distanceM(start, end) / spacingM))
    return Array.from({ length: count }, (_, step) => {
      const place: Place = [start[0] + ((end[0] - start[0]) * step) / count, start[1] + ((end[1] - start[1]) * step) / count]
      return Math.min(...drawn.edges.map((edge) => fromEdgeM(place, edge))) ** 2
    })
  })
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
}

/** Metres from a point to the nearest point of an edge. */
function fromEdgeM(place: Place, [start, end]: readonly [Place, Place]): number {
  const east = (lon: number): number => (lon - start[0]) * 92_950
  const north = (lat: number): number => (lat - start[1]) * 110_920
  const [x, y, dx, dy] = [east(place[0]), north(place[1]), east(end[0]), north(end[1])]
  const along = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - along * dx, y - along * dy)
}

/** Metres between two points of Damascus, at 33.5 degrees north. */
const distanceM = ([lon0, lat0]: readonly [number, number], [lon1, lat1]: readonly [number, number]): number =>
  Math.hypot((lon1 - lon0) * 92_950, (lat1 - lat0) * 110_920)
