import { expect, test } from 'vitest'
import { distanceM } from '../../../../core/crs/reproject.ts'
import { byGrid, published } from '../epsg-reference.ts'
import { named, pointShp, shapefile, textTable } from '../made-files.ts'
import { codesOf, layerOf, refusalOf } from '../reading.ts'

const pointAt = (x: number, y: number, crs?: string) => [
  named(
    'a.geojson',
    JSON.stringify({
      type: 'Point',
      coordinates: [x, y],
      ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
    }),
  ),
]

test.each(published)(
  '%s at %f, %f lies within a centimetre of PROJ by the operation that the record names',
  async (code, x, y, lon, lat) => {
    const layer = await layerOf(pointAt(x, y), { crs: code })
    const [atLon, atLat] = layer.features.shapes.coordinates
    expect(distanceM([atLon!, atLat!], [lon, lat])).toBeLessThan(0.01)
    expect(layer.crs!.code).toBe(code)
    expect(codesOf(layer)).toContain('crs-from-epsg')
  },
)

test.each(byGrid)(
  '%s at %f, %f: the national grid lies within the 95 % circle of the stated accuracy',
  async (code, x, y, lon, lat) => {
    const layer = await layerOf(pointAt(x, y), { crs: code })
    const [atLon, atLat] = layer.features.shapes.coordinates
    expect(distanceM([atLon!, atLat!], [lon, lat])).toBeLessThan(
      Math.sqrt(-2 * Math.log(0.05)) * (layer.crs!.accuracyM ?? Number.NaN),
    )
  },
)

test('The record names the system, the operation and its accuracy, however the code is written and wherever it stands', async () => {
  const record = { code: 'EPSG:28992', name: 'Amersfoort / RD New', operation: 'EPSG:15934', accuracyM: 1 }
  for (const crs of ['28992', 'epsg:28992', 'urn:ogc:def:crs:EPSG::28992']) {
    expect((await layerOf(pointAt(121_794, 486_901), { crs })).crs).toMatchObject(record)
    expect((await layerOf(pointAt(121_794, 486_901, crs))).crs).toMatchObject(record)
  }
})

const rdNew = (falseEasting: number) =>
  `PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",${falseEasting}],PARAMETER["false_northing",463000],UNIT["metre",1],AUTHORITY["EPSG","28992"]]`
const withPrj = (prj: string) => shapefile('a', { shp: pointShp([[121_794, 486_901]]), dbf: textTable(['a']), prj })

test('A .prj on a datum outside our registry is taken by its code, and refused where it contradicts it', async () => {
  expect((await layerOf(withPrj(rdNew(155_000)))).crs).toMatchObject({ code: 'EPSG:28992', operation: 'EPSG:15934' })
  expect(await refusalOf(withPrj(rdNew(0)))).toMatchObject({
    code: 'crs-contradicted',
    values: { parameter: 'false easting', expected: 155_000 },
  })
})

test.each([
  ['EPSG:999999', 'crs-code-unknown'],
  ['EPSG:abc', 'crs-code-unknown'],
  ["EPSG:1' OR '1", 'crs-code-unknown'],
  ['EPSG:21781', 'crs-projection-unsupported'],
  ['EPSG:27572', 'crs-projection-unsupported'],
  ['EPSG:5773', 'crs-projection-unsupported'],
  ['EPSG:2379', 'crs-shift-unknown'],
])('%s is refused in words, asked for: %s', async (crs, code) => {
  expect((await refusalOf(pointAt(600_000, 200_000), { crs })).code).toBe(code)
})

test('Ground for which no step of a datum is published is refused rather than shifted by that of another', async () => {
  expect((await refusalOf(pointAt(36.3, 33.5), { crs: 'EPSG:4289' })).code).toBe('crs-shift-unknown')
})
