import type { Position } from 'geojson'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Shapes } from '../../../core/geometry/shapes.ts'
import { makeTile, type TileClasses } from '../../../core/tiles/make-tile.ts'
import { tileGround } from '../../../core/tiles/tile-ground.ts'
import { worldX, worldY, type TilePlace } from '../../../core/tiles/world.ts'
import { randomFrom } from '../../../bench/random.ts'
import { paintedShare, readTile } from './painted-tile.ts'

const names = ['destroyed', 'moderate', 'severe']
const classesOf = (classOfFeature: ArrayLike<number>): TileClasses => ({
  classOfFeature,
  attributesOfClass: (place) => ({ class: names[place]! }),
  ownAttributes: () => ({}),
})

const tileOf = (shapes: Shapes, classOfFeature: ArrayLike<number>, place: TilePlace, most = 500_000): Uint8Array =>
  makeTile(tileGround(shapes), classesOf(classOfFeature), place, most, (tile) => gzipSync(tile).length)

const placeAt = (zoom: number, lon: number, lat: number): TilePlace => ({
  zoom,
  x: Math.floor(worldX(lon) / 2 ** (32 - zoom)),
  y: Math.floor(worldY(lat) / 2 ** (32 - zoom)),
})

const shareOf = (tile: Uint8Array, name: string): number =>
  paintedShare(readTile(tile).flatMap(({ attributes, rings }) => (attributes['class'] === name ? rings : [])))

/** L-shaped houses of about ten metres, none on another, and the ground of each class in parts of a tile's side, squared. */
function town(count: number, metresApart: number) {
  const random = randomFrom(7)
  const step = metresApart / 100_000
  const side = Math.ceil(Math.sqrt(count))
  const classOfFeature = Int32Array.from({ length: count }, () => Math.floor(random() * 3))
  const rings = Array.from({ length: count }, (_, i): Position[] => {
    const x = 36.2 + (i % side) * step
    const y = 33.42 + Math.floor(i / side) * step
    const [w, h] = [step * (0.3 + 0.4 * random()), step * (0.3 + 0.4 * random())]
    return [
      [x, y],
      [x + w, y],
      [x + w, y + h / 2],
      [x + w / 2, y + h / 2],
      [x + w / 2, y + h],
      [x, y + h],
      [x, y],
    ]
  })
  const shapes = shapesFromGeoJson(
    rings.map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
    'polygon',
  )
  const shareIn = ({ zoom }: TilePlace, place: number): number => {
    let area = 0
    rings.forEach((ring, feature) => {
      if (classOfFeature[feature] === place) area += worldArea(ring)
    })
    return area / (2 ** (32 - zoom)) ** 2
  }
  return { shapes, classOfFeature, shareIn }
}

function worldArea(ring: Position[]): number {
  let sum = 0
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!
    sum += worldX(ax!) * worldY(by!) - worldX(bx!) * worldY(ay!)
  })
  return Math.abs(sum) / 2
}

describe('a far tile', () => {
  const { shapes, classOfFeature, shareIn } = town(40_000, 20)
  test.each([9, 10, 11])('at zoom %i has as many pixels of a class as the class has ground', (zoom) => {
    const { x, y } = placeAt(zoom, 36.21, 33.43)
    const places = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => ({ zoom, x: x + right, y: y + down })))
    const tiles = places.map((place) => tileOf(shapes, classOfFeature, place))
    names.forEach((name, i) => {
      const share = tiles.reduce((sum, tile) => sum + shareOf(tile, name), 0)
      const own = shareIn(places[0]!, i)
      expect(own).toBeGreaterThan(0)
      // Samples are a chance count of houses much smaller than their distance.
      expect(Math.abs(share - own)).toBeLessThan(0.03 * own + 9 / 512 ** 2)
    })
  })

  test('paints ground that is wholly covered wholly, and none where there is none', () => {
    const place = placeAt(10, 36.2, 33.4)
    const tile = 360 / 2 ** 10
    const left = Math.floor(36.2 / tile) * tile
    const cells = Array.from({ length: 5_000 }, (_, i) => {
      // A board of fields, side by side over the western half of the tile.
      const [x, y] = [left + (tile / 2) * ((i % 50) / 50), 33 + Math.floor(i / 50) * 0.01]
      const [w, h] = [tile / 100, 0.01]
      return [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
        [x, y],
      ]
    })
    const whole = shapesFromGeoJson(
      cells.map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
      'polygon',
    )
    const share = shareOf(tileOf(whole, new Int32Array(5_000), place), 'destroyed')
    expect(Math.abs(share - 0.5)).toBeLessThan(0.002)
  })

  test('gives ground that two classes cover to both', () => {
    const twice = shapesFromGeoJson(
      Array.from({ length: 10_000 }, (_, i) => {
        const [x, y] = [36.2 + ((i >> 1) % 100) * 0.001, 33.42 + Math.floor((i >> 1) / 100) * 0.001]
        const w = 0.0007
        const ring = [
          [x, y],
          [x + w, y],
          [x + w, y + w],
          [x, y + w],
          [x, y],
        ]
        return { type: 'Polygon' as const, coordinates: [ring] }
      }),
      'polygon',
    )
    const place = placeAt(9, 36.21, 33.43)
    const rings = new Map(
      readTile(
        tileOf(
          twice,
          Int32Array.from({ length: 10_000 }, (_, i) => i % 2),
          place,
        ),
      ).map((own) => [own.attributes['class'], own.rings]),
    )
    expect(rings.size).toBe(2)
    expect(rings.get('destroyed')).toEqual(rings.get('moderate'))
  })
})

describe('a near tile', () => {
  test('has every feature with its number, and as much ground as they have', () => {
    const { shapes, classOfFeature, shareIn } = town(900, 20)
    const place = placeAt(13, 36.203, 33.423)
    const tile = tileOf(shapes, classOfFeature, place)
    const read = readTile(tile)
    expect(new Set(read.map(({ id }) => id)).size).toBe(900)
    names.forEach((name, i) => {
      expect(Math.abs(shareOf(tile, name) / shareIn(place, i) - 1)).toBeLessThan(0.05)
    })
  })

  test('leaves neighbours one line between them at every zoom and fineness', () => {
    const random = randomFrom(3)
    const side = 30
    const corner = Array.from({ length: (side + 1) ** 2 }, (_, i) => [
      36.2 + ((i % (side + 1)) + 0.6 * random()) * 0.002,
      33.42 + (Math.floor(i / (side + 1)) + 0.6 * random()) * 0.002,
    ])
    const at = (column: number, row: number): Position => corner[row * (side + 1) + column]!
    const rings = Array.from({ length: side * side }, (_, i) => {
      const [column, row] = [i % side, Math.floor(i / side)]
      return [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1), at(column, row)]
    })
    const shapes = shapesFromGeoJson(
      rings.map((ring) => ({ type: 'Polygon', coordinates: [ring] })),
      'polygon',
    )
    for (const [zoom, most] of [
      [11, 500_000],
      [13, 500_000],
      [13, 9_000],
      [15, 500_000],
    ] as const) {
      const place = placeAt(zoom, 36.23, 33.45)
      const edges = new Map<string, number>()
      for (const { rings: own } of readTile(tileOf(shapes, new Int32Array(rings.length), place, most)))
        for (const ring of own)
          ring.forEach((to, i) => {
            const from = ring.at(i - 1)!
            if ([from, to].some(([x, y]) => x! < 0.02 || x! > 0.98 || y! < 0.02 || y! > 0.98)) return
            const [forth, back] = [`${from.join()} ${to.join()}`, `${to.join()} ${from.join()}`]
            if (forth.split(' ')[0] === forth.split(' ')[1]) return
            edges.set(forth, (edges.get(forth) ?? 0) + 1)
            edges.set(back, (edges.get(back) ?? 0) - 1)
          })
      const isRim = ([x, y]: number[]): boolean => {
        const lon = ((place.x + x!) / 2 ** zoom - 0.5) * 360
        const top = worldY(33.422)
        const rowOf = (place.y + y!) * 2 ** (32 - zoom)
        return lon < 36.2015 || lon > 36.2585 || rowOf > top || rowOf < worldY(33.4785)
      }
      const torn = [...edges].filter(
        ([edge, balance]) => balance !== 0 && !edge.split(' ').some((end) => isRim(end.split(',').map(Number))),
      )
      expect(torn).toEqual([])
      expect(edges.size).toBeGreaterThan(50)
    }
  })

  test('keeps holes holes', () => {
    const square = (side: number): Position[] => [
      [36.2 - side, 33.4 - side],
      [36.2 + side, 33.4 - side],
      [36.2 + side, 33.4 + side],
      [36.2 - side, 33.4 + side],
      [36.2 - side, 33.4 - side],
    ]
    // Rings in any order and of any winding: the even-odd rule is over all of them.
    const shapes = shapesFromGeoJson(
      [{ type: 'MultiPolygon', coordinates: [[square(0.01)], [square(0.03)], [square(0.02)]] }],
      'polygon',
      'feature',
    )
    const place = placeAt(9, 36.2, 33.4)
    const part = worldArea(square(0.01)) / (2 ** 23) ** 2
    const share = shareOf(tileOf(shapes, [0], place), 'destroyed')
    expect(Math.abs(share / (part * (9 - 4 + 1)) - 1)).toBeLessThan(0.02)
  })
})

test('a tile weighs no more than it may, however much lies in it', () => {
  const { shapes, classOfFeature } = town(3_900, 20)
  const whole = tileOf(shapes, classOfFeature, placeAt(12, 36.205, 33.425))
  const coarse = tileOf(shapes, classOfFeature, placeAt(12, 36.205, 33.425), 12_000)
  expect(gzipSync(whole).length).toBeGreaterThan(12_000)
  expect(gzipSync(coarse).length).toBeLessThanOrEqual(12_000)
  const all = (tile: Uint8Array): number => names.reduce((sum, name) => sum + shareOf(tile, name), 0)
  expect(Math.abs(all(coarse) / all(whole) - 1)).toBeLessThan(0.05)
})
