import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../core/geometry-check/feature-areas.ts'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj, zipOf } from './made-files.ts'
import { unzip, usualZipLimits } from '../../../server/import/archive/zip.ts'
import { codesOf, layerOf, layersOf, refusalOf } from './reading.ts'

const areaM2 = async (...files: Parameters<typeof layerOf>) => {
  const { features } = await layerOf(...files)
  return featureAreasM2(features.shapes, features.attributes.length).areasM2.reduce((sum, each) => sum + each, 0)
}
const squareM2 = 1_030_927.4
const parts = { shp: polygonShp([[square(36.28, 33.47, 0.01)]]), dbf: textTable(['a']), prj: wgs84Prj }

test('features of ArcGIS and topologies are read as the ground that they are', async () => {
  const rings = [square(36.28, 33.47, 0.01)]
  const features = [{ attributes: { c: 'A' }, geometry: { rings } }]
  const esri = { geometryType: 'esriGeometryPolygon', spatialReference: { wkid: 4326 }, features }
  expect(await areaM2([named('a.json', JSON.stringify(esri))])).toBeCloseTo(squareM2, 0)
  const arcs = [
    [
      [0, 0],
      [100_000, 0],
      [0, 100_000],
      [-100_000, 0],
      [0, -100_000],
    ],
  ]
  const zones = { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { c: 'A' } }] }
  const transform = { scale: [1e-7, 1e-7], translate: [36.28, 33.47] }
  const topology = { type: 'Topology', transform, objects: { zones }, arcs }
  expect(await areaM2([named('b.json', JSON.stringify(topology))])).toBeCloseTo(squareM2, 0)
})

const issue = (name: string) => [named(name, readFileSync(`tests/fixtures/issues/${name}`))]

test('arcs, ellipses and Bézier curves of ArcGIS are short straight lines', async () => {
  const layer = await layerOf(issue('esri-curves.json'))
  const areas = featureAreasM2(layer.features.shapes, layer.features.attributes.length).areasM2
  const square = areas[3]!
  // A circle and an ellipse in the square of four radii, and a curve whose area is 3/20 of that of its control points' box.
  for (const [i, part] of [Math.PI / 4, Math.PI / 8, 3 / 10].entries()) expect(areas[i]! / square).toBeCloseTo(part, 3)
  expect(codesOf(layer)).toContain('curves-straightened')
  expect(layer.crs?.code).toBe('EPSG:4326')
})

test('features of ArcGIS keep X and Y beside measures that are no numbers, long numbers and days', async () => {
  const layer = await layerOf(issue('esri-measures.json'))
  expect(featureAreasM2(layer.features.shapes, 2).areasM2[0]).toBeCloseTo(squareM2, 0)
  expect(layer.features.attributes).toEqual([
    { id: '9007199254740993', day: '2018-04-21', at: '2018-04-21T12:30:00.000Z', c: 'القدم' },
    { id: 7, day: null, at: null, c: null },
  ])
  expect(layer.fields.map(({ type }) => type)).toEqual(['number', 'date', 'date', 'text'])
  expect(codesOf(layer)).toEqual(expect.arrayContaining(['heights-dropped', 'null-shapes']))
})

test('features of ArcGIS in systems of their own are asked about by them', async () => {
  const refusal = await refusalOf(issue('esri-systems.json'))
  expect(refusal.code).toBe('crs-unknown')
  expect(JSON.stringify(refusal.values)).toMatch(/4326.*32637/)
})

test('objects of a topology are layers; collections in collections and heights of arcs are read', async () => {
  const layers = await layersOf(issue('topology-nested.json'))
  expect(layers.map(({ name, features }) => [name, features.shapes.kind, features.attributes.length])).toEqual([
    ['zones (polygons)', 'polygon', 2],
    ['zones (points)', 'point', 1],
    ['roads', 'line', 1],
  ])
  const areas = featureAreasM2(layers[0]!.features.shapes, 2).areasM2
  expect(areas[0]! + areas[1]!).toBeCloseTo(squareM2, 0)
  expect(layers[0]!.features.attributes[0]).toEqual({ id: 'left', c: 'غرب' })
  expect(codesOf(layers[0]!)).toEqual(expect.arrayContaining(['heights-dropped', 'collections-opened']))
})

test('an object of a topology can be asked for, alone, of one kind and beside other files', async () => {
  for (const beside of [[], [named('other.geojson', '{"type":"Point","coordinates":[36.28,33.47]}')]]) {
    const files = [...issue('topology-nested.json'), ...beside]
    expect((await layersOf(files, { sublayer: 'roads' })).map(({ name }) => name)).toEqual(['roads'])
    const [zones, ...others] = await layersOf(files, { sublayer: 'zones (polygons)' })
    expect([zones!.name, others]).toEqual(['zones (polygons)', []])
  }
  const refusal = await refusalOf(issue('topology-nested.json'), { sublayer: 'streets' })
  expect(refusal).toMatchObject({ code: 'sublayer-unknown', values: { layers: 'zones, roads' } })
})

test('a topology whose arcs are not there is refused by the arc', async () => {
  const text = readFileSync('tests/fixtures/issues/topology-nested.json', 'utf8').replace('[0,1]', '[0,17]')
  const refusal = await refusalOf([named('a.json', text)])
  expect(refusal).toMatchObject({ code: 'position-invalid', values: { feature: 1, value: 'arc 17' } })
})

test('a file geodatabase is read from all the files of its folder, its indexes among them', async () => {
  const zipped = named('basilia.gdb.zip', readFileSync('tests/fixtures/import/basilia.gdb.zip'))
  const unpacked = await unzip(zipped, () => true, usualZipLimits)
  if (!unpacked.ok) throw new Error(unpacked.problem.code)
  const parts = unpacked.value.files.filter(({ bytes }) => bytes.length > 0)
  const loose = parts.map(({ name, bytes }) => named(name.split('/').at(-1)!, bytes))
  expect(loose.some(({ name }) => !/gdbtable|gdbtablx|gdbindexes/.test(name))).toBe(true)
  expect((await layersOf(loose)).map(({ name }) => name)).toEqual((await layersOf([zipped])).map(({ name }) => name))
})

test('an archive is read with bytes before and behind it', async () => {
  const zip = Buffer.from(zipOf(shapefile('a', parts)))
  for (const bytes of [Buffer.concat([Buffer.alloc(300, 0x41), zip]), Buffer.concat([zip, Buffer.alloc(300)])])
    expect(await areaM2([named('a.zip', bytes)])).toBeCloseTo(squareM2, 0)
})

/** A tar of plain files. */
function tarOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const blocks = files.flatMap(({ name, bytes }) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        0', 148)
    header.write('ustar', 257)
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    )
    return [header, Buffer.from(bytes), Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

test('tar.gz and gzip are unpacked; a cut one and a name that leads out are refused', async () => {
  const tar = tarOf(shapefile('d/a', parts))
  expect(await areaM2([named('a.tar.gz', gzipSync(tar))])).toBeCloseTo(squareM2, 0)
  expect(await areaM2([named('a.tgz', gzipSync(tar))])).toBeCloseTo(squareM2, 0)
  expect((await refusalOf([named('a.tar.gz', gzipSync(tar).subarray(0, 150))])).code).toBe('gzip-broken')
  const outside = tarOf([named('../../evil.shp', parts.shp)])
  expect((await refusalOf([named('a.tar', outside)])).code).toBe('zip-unsafe-name')
})

const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${square(36.28, 33.47, 0.01).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`

test('KML and KMZ are known by their content', async () => {
  expect(await areaM2([named('plan.kmz', kml)])).toBeCloseTo(squareM2, 0)
  const packed = [named('plan.kml', zipOf([named('doc.kml', kml)]))]
  expect(await areaM2(packed)).toBeCloseTo(squareM2, 0)
  expect((await layerOf(packed)).name).toBe('plan')
  expect(codesOf(await layerOf(packed))).toEqual([])
})

test.each([
  ['a.parquet.enc', 'PARE', 'Parquet (encrypted)'],
  ['a.dwg', 'AC1032', 'DWG'],
  ['a.rar', 'Rar!\x1a\x07\0', 'RAR'],
  ['a.pdf', '%PDF-1.7', 'PDF'],
])('%s is refused for what it is', async (name, content, format) => {
  const refusal = await refusalOf([named(name, content)])
  expect(refusal).toMatchObject({
    code: 'file-format-unread',
    values: { format: expect.stringContaining(format) as string },
  })
})
