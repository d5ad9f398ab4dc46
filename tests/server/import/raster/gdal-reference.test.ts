import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Geodesic } from 'geographiclib-geodesic'
import { afterAll, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { named } from '../made-files.ts'
import { layerOf } from '../reading.ts'

/** GDAL's own tools as a second opinion, where this machine has them. */
const isThere = (command: string): boolean => spawnSync(command, ['--version']).error === undefined
const hasGdal = isThere('gdal_polygonize.py') && isThere('ogr2ogr') && isThere('gdaltransform')
if (!hasGdal)
  console.log('skipped: gdal_polygonize.py, ogr2ogr and gdaltransform (gdal-bin, python3-gdal) are not installed')

const folder = mkdtempSync(join(tmpdir(), 'basilia-raster-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Polygon = {
  readonly properties: { readonly DN: number }
  readonly geometry: { readonly coordinates: number[][][] }
}

const ring = (points: readonly (readonly number[])[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + (x! * nextY! - nextX! * y!) / 2
  }, 0)

/** What GDAL makes of the classes of a raster, in its own coordinates: the number of regions and the ground of each value. */
function polygonised(name: string) {
  const to = join(folder, `${name}.geojson`)
  execFileSync('gdal_polygonize.py', ['-q', `tests/fixtures/rasters/${name}`, '-f', 'GeoJSONSeq', to])
  const lines = readFileSync(to, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const areas: Record<string, number> = {}
  for (const line of lines) {
    const { properties, geometry } = JSON.parse(line.replace('\x1e', '')) as Polygon
    const [outline, ...holes] = geometry.coordinates.map((points) => Math.abs(ring(points)))
    areas[properties.DN] = (areas[properties.DN] ?? 0) + outline! - holes.reduce((sum, hole) => sum + hole, 0)
  }
  return { regions: lines.length, areas }
}

test.skipIf(!hasGdal).each(['classes.tif', 'turned.tif', 'masked.tif', 'in-degrees.tif', 'syrian.tif'])(
  'GDAL finds the same regions in %s, of the same cells',
  async (name) => {
    const layer = await layerOf([named(name, readFileSync(`tests/fixtures/rasters/${name}`))])
    const gdal = polygonised(name)
    const told = layer.notes.find(({ code }) => code === 'raster-regions')!
    expect(told.values['regions']).toBe(gdal.regions)
    const cell = Object.values(gdal.areas).reduce((sum, area) => sum + area, 0) / 102
    expect(Object.entries(gdal.areas).map(([value, area]) => [Number(value), Math.round(area / cell)])).toEqual(
      expect.arrayContaining([
        [1, 38],
        [2, 39],
        [3, 25],
      ]),
    )
    const polygons = layer.features.shapes.polygonFeature.length
    expect(polygons).toBe(gdal.regions)
  },
)

const piecesOfSide = 50

/** The ground of a cell whose sides are straight in its own system, by GDAL's projection and Karney's geodesics. */
function cellsByReference(
  system: string,
  transform: readonly number[],
  wanted: readonly (readonly [number, number])[],
) {
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const
  const points = wanted.flatMap(([column, row]) =>
    corners.flatMap(([u, v], i) => {
      const [nextU, nextV] = corners[(i + 1) % 4]!
      return Array.from({ length: piecesOfSide }, (_, k) => {
        const [x, y] = [column + u + ((nextU - u) * k) / piecesOfSide, row + v + ((nextV - v) * k) / piecesOfSide]
        return [a + b * x + c * y, d + e * x + f * y] as const
      })
    }),
  )
  const placed = execFileSync('gdaltransform', ['-s_srs', system, '-t_srs', 'OGC:CRS84', '-output_xy'], {
    input: points.map(([x, y]) => `${x} ${y}`).join('\n'),
    encoding: 'utf8',
  })
  const places = placed
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as [number, number])
  return wanted.map((_, i) => {
    const polygon = Geodesic.WGS84.Polygon(false)
    for (const [lon, lat] of places.slice(4 * piecesOfSide * i, 4 * piecesOfSide * (i + 1))) polygon.AddPoint(lat, lon)
    return Math.abs(polygon.Compute(false, true).area!)
  })
}

test.skipIf(!hasGdal)('the ground of the regions is the sum of their cells on the ellipsoid', async () => {
  const { raster, width, height } = rasterOf('classes.tif')
  const wanted = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const)
  for (const [name, system, transform] of [
    ['classes.tif', 'EPSG:32637', [500_000, 10, 0, 3_900_000, 0, -10]],
    ['turned.tif', 'EPSG:32637', [500_000, 8, 6, 3_900_000, 6, -8]],
  ] as const) {
    const areas = cellsByReference(system, transform, wanted)
    const sums = new Map<number, number>()
    for (const [i, area] of areas.entries()) sums.set(raster[i]!, (sums.get(raster[i]!) ?? 0) + area)
    const layer = await layerOf([named(name, readFileSync(`tests/fixtures/rasters/${name}`))])
    const { shapes, attributes } = layer.features
    const own = new Map<number, number>()
    for (const [polygon, area] of polygonAreasM2(shapes).entries()) {
      const value = Number(attributes[shapes.polygonFeature[polygon]!]!['value'])
      own.set(value, (own.get(value) ?? 0) + area)
    }
    for (const [value, area] of own) expect(Math.abs(area / sums.get(value)! - 1)).toBeLessThan(2e-6)
  }
})

/** The values of a raster as GDAL reads them. */
function rasterOf(name: string) {
  const text = execFileSync(
    'gdal_translate',
    ['-q', '-of', 'AAIGrid', `tests/fixtures/rasters/${name}`, '/vsistdout/'],
    {
      encoding: 'utf8',
    },
  )
  const [head, rows] = [text.match(/^(?:[a-z_]+\s+\S+\n)+/i)![0], text.replace(/^(?:[a-z_]+\s+\S+\n)+/i, '')]
  const numberAfter = (key: string): number => Number(new RegExp(`${key}\\s+(\\d+)`).exec(head)![1])
  return { raster: rows.trim().split(/\s+/).map(Number), width: numberAfter('ncols'), height: numberAfter('nrows') }
}
