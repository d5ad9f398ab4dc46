import MVT from 'ol/format/MVT.js'
import { expect, test } from 'vitest'
import { containment } from '../../../core/geometry/contains.ts'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import { makeTile, type TileClasses } from '../../../core/tiles/make-tile.ts'
import { tileGround } from '../../../core/tiles/tile-ground.ts'
import { worldX, worldY } from '../../../core/tiles/world.ts'

const box = (west: number, south: number, width: number, height: number): number[][] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
]
const geometries = [
  // Wide, over several tiles, with a hole where its middle would be.
  { type: 'Polygon' as const, coordinates: [box(36.2, 33.4, 0.1, 0.02), box(36.24, 33.405, 0.02, 0.01)] },
  // The second part is the wider.
  { type: 'MultiPolygon' as const, coordinates: [[box(36.21, 33.43, 0.005, 0.01)], [box(36.26, 33.43, 0.03, 0.01)]] },
  // Too narrow for a name at this zoom.
  { type: 'Polygon' as const, coordinates: [box(36.2, 33.45, 0.0002, 0.02)] },
  // Without a name.
  { type: 'Polygon' as const, coordinates: [box(36.22, 33.45, 0.03, 0.02)] },
]
const shapes = shapesFromGeoJson(geometries, 'polygon')
const names = [{ label: 'Lwan', labelAr: 'اللوان' }, { label: 'Qadam' }, { label: 'Lane' }, null] as const
const classes: TileClasses = {
  classOfFeature: [0, 0, 0, 0],
  attributesOfClass: () => ({ class: 'held' }),
  ownAttributes: () => ({}),
}
const zoom = 13

/** All labels of the tiles over the fields, with their places in degrees. */
function labels(labelOf: NonNullable<TileClasses['labelOf']> | undefined) {
  const ground = tileGround(shapes)
  const tileAt = (world: number): number => Math.floor(world / 2 ** (32 - zoom))
  const found = []
  for (let x = tileAt(worldX(36.19)); x <= tileAt(worldX(36.31)); x++)
    for (let y = tileAt(worldY(33.48)); y <= tileAt(worldY(33.39)); y++) {
      const tile = makeTile(
        ground,
        labelOf ? { ...classes, labelOf } : classes,
        { zoom, x, y },
        500_000,
        (own) => own.length,
      )
      const read = new MVT().readFeatures(new Uint8Array(tile).buffer, {
        extent: [0, 0, 1, 1],
        featureProjection: 'EPSG:3857',
      })
      for (const feature of read) {
        if (feature.get('layer') !== 'labels') continue
        const [right, up] = feature.getFlatCoordinates() as [number, number]
        const lon = ((x + right) / 2 ** zoom) * 360 - 180
        const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 1 - up)) / 2 ** zoom))) * 180) / Math.PI
        found.push({ number: feature.getId(), lon, lat, ...feature.getProperties() })
      }
    }
  return found.toSorted((a, b) => Number(a.number) - Number(b.number)) as unknown as {
    number: number
    lon: number
    lat: number
    label: string
    labelAr?: string
    room: number
  }[]
}

test('a feature is named once in all tiles, on its own ground where that is widest, if it is named and large enough', () => {
  const found = labels((feature) => names[feature]!)
  expect(found.map(({ number, label, labelAr }) => [number, label, labelAr])).toEqual([
    [1, 'Lwan', 'اللوان'],
    [2, 'Qadam', undefined],
  ])
  const contains = containment(shapes)
  for (const { lon, lat } of found) expect(contains(lon, lat)).toBe(true)
  const metresPerDegree = (2 * Math.PI * 6_378_137) / 360
  expect(found.map(({ room }) => Math.round((room / metresPerDegree) * 1000) / 1000)).toEqual([0.04, 0.03])
})

test('a layer whose names are not shown has none in its tiles', () => {
  expect(labels(undefined)).toEqual([])
})
