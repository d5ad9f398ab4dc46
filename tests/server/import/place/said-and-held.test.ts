import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../../core/geometry-check/feature-areas.ts'
import { extentOf } from '../../../../core/geometry/extent.ts'
import type { ImportedLayer } from '../../../../server/import/record/imported.ts'
import { named, pointShp, polygonShp, shapefile, square, textTable, wgs84Prj } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/issues/${name}`))
const areasM2 = ({ features }: ImportedLayer) => [
  ...featureAreasM2(features.shapes, features.attributes.length).areasM2,
]
const noteOf = (layer: ImportedLayer, code: string) => layer.notes.find((each) => each.code === code)
const plan = (prj: string, x = 36.28, y = 33.47, side = 0.01) =>
  shapefile('a', { shp: polygonShp([[square(x, y, side)]]), dbf: textTable(['a']), prj })

const geographic = wgs84Prj
const projected = (name: string, projection: string, parameters = '', base = geographic, unit = 'UNIT["Meter",1.0]') =>
  `PROJCS["${name}",${base},PROJECTION["${projection}"],${parameters}${unit}]`
const zone37 =
  'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],'
const utm37 = projected('WGS_1984_UTM_Zone_37N', 'Transverse_Mercator', zone37)
const mercator =
  'PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],'
const equalArea = mercator

test.each([
  ['World Mercator', projected('WGS_1984_World_Mercator', 'Mercator', mercator)],
  ['a cylinder of its own', projected('My_Cylinder', 'Cylindrical_Equal_Area', equalArea)],
  ['the Web’s Mercator', projected('WGS_1984_Web_Mercator_Auxiliary_Sphere', 'Mercator_Auxiliary_Sphere', mercator)],
  ['UTM', utm37],
  [
    'EASE-Grid',
    projected(
      'WGS_1984_EASE-Grid_2.0_Global',
      'Cylindrical_Equal_Area',
      mercator.replace('Standard_Parallel_1",0.0', 'Standard_Parallel_1",30.0'),
    ),
  ],
])('degrees that are declared as metres of %s are refused in words', async (_, prj) => {
  expect((await refusalOf(plan(prj))).code).toBe('crs-degrees-as-metres')
})

test('a grid of a building site that begins at its corner is none of degrees', async () => {
  const site = projected('Site', 'Transverse_Mercator', zone37.replace('39.0', '36.3').replace('500000.0', '0.0'))
  expect((await layerOf(plan(site, 10, 0, 80))).crs?.name).toBe('Site')
})

test('a text that claims degrees over metres is told so, beside the candidates', async () => {
  const unknown = geographic.replace('D_WGS_1984', 'D_Unknown').replace('GCS_WGS_1984', 'GCS_Unknown')
  const layer = await layerOf(plan(unknown, 250_000, 3_700_000, 1_000))
  expect(codesOf(layer)).toEqual(['prj-degrees-hold-metres'])
  expect(layer.candidates.map(({ code }) => code)).toContain('EPSG:32637')
  expect(codesOf(await layerOf(plan(unknown)))).toEqual(['prj-open-datum'])
})

test('a missing .prj has a note as well as candidates', async () => {
  const layer = await layerOf(plan(''))
  expect(codesOf(layer)).toEqual(['crs-not-stated'])
  expect(layer.candidates[0]?.code).toBe('EPSG:4326')
})

const heights =
  'VERTCS["WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PARAMETER["Vertical_Shift",0.0],UNIT["Meter",1.0]]'
const arcInfo =
  'Projection    UTM\nZone          37\nDatum         WGS84\nZunits        NO\nUnits         METERS\nSpheroid      WGS84\nXshift        0.0\nYshift        0.0\nParameters\n'
const kilometres = utm37.replace('500000.0', '500.0').replace('"Meter",1.0', '"Kilometer",1000.0')
const on = (name: string, datum: string, spheroid: string) =>
  `GEOGCS["GCS_${name}",DATUM["D_${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
const pulkovo = on('Pulkovo_1942', 'Pulkovo_1942', '"Krasovsky_1940",6378245.0,298.3')
const gaussKruger = projected(
  'Pulkovo_1942_GK_Zone_7',
  'Gauss_Kruger',
  zone37.replace('500000.0', '7500000.0').replace('0.9996', '1.0'),
  pulkovo,
)
const sweref = projected(
  'SWEREF99_TM',
  'Transverse_Mercator',
  zone37.replace('39.0', '15.0'),
  on('SWEREF99', 'SWEREF99', '"GRS_1980",6378137.0,298.257222101'),
)
const carthage = projected(
  'Carthage_UTM_Zone_32N',
  'Transverse_Mercator',
  zone37.replace('39.0', '9.0'),
  on('Carthage', 'Carthage', '"Clarke_1880_IGN",6378249.2,293.466021293627'),
)
const wgs72 = projected(
  'WGS_1972_UTM_Zone_37N',
  'Transverse_Mercator',
  zone37,
  on('WGS_1972', 'WGS_1972', '"WGS_1972",6378135.0,298.26'),
)

/** Places and systems that pyproj and ogrinfo give for these texts. */
test.each([
  ['heights behind it', `${utm37},${heights}`, 250_000, 3_700_000, 'EPSG:32637', 36.309],
  ['the form of Arc/Info', arcInfo, 250_000, 3_700_000, 'EPSG:32637', 36.309],
  ['kilometres', kilometres, 250, 3_700, 'EPSG:32637 × 1000 m', 36.309],
  ['Pulkovo', gaussKruger, 7_500_000, 6_130_000, 'EPSG:28407', 39],
  ['SWEREF99', sweref, 610_000, 6_878_000, 'EPSG:3006', 17.1],
  ['Carthage', carthage, 657_000, 3_965_000, 'EPSG:22332', 10.74],
  ['WGS 72', wgs72, 250_000, 3_700_000, 'EPSG:32237', 36.309],
])('a .prj with %s is recognised by what it names', async (_, prj, x, y, code, lon) => {
  const layer = await layerOf(plan(prj, x, y, x < 1_000 ? 1 : 1_000))
  expect(layer.crs?.code).toBe(code)
  expect(extentOf(layer.features.shapes)![0]).toBeCloseTo(lon, 1)
})

test('a .prj that names WGS 72 is moved by the step that EPSG publishes: half a second of arc to the east', async () => {
  const west = async (prj: string) => {
    const layer = await layerOf(plan(prj, 250_000, 3_700_000, 1_000))
    return [extentOf(layer.features.shapes)![0], layer.crs?.operation] as const
  }
  const [here, operation] = await west(wgs72)
  expect(operation).toBe('EPSG:1238')
  // EPSG:1238 turns about the axis of the earth by 0.554"; the ellipsoids differ by two metres in 6,378 km.
  expect((here - (await west(utm37))[0]) * 3600).toBeCloseTo(0.554, 2)
})

test('a unit of kilometres over a false easting in metres is refused by the unit', async () => {
  const refusal = await refusalOf(plan(utm37.replace('"Meter",1.0', '"Kilometer",1000.0'), 250, 3_700, 1))
  expect(refusal).toMatchObject({ code: 'crs-contradicted', values: { parameter: 'unit', says: 1000 } })
})

test.each([
  ['a projection', projected('World_Mollweide', 'Mollweide', mercator), 'crs-projection-unsupported', 'Mollweide'],
  [
    'a newer one',
    projected('WGS_1984_Equal_Earth_Greenwich', 'Equal_Earth', mercator),
    'crs-projection-unsupported',
    'Equal',
  ],
  ['a datum', on('Atlantis', 'Atlantis', '"Bessel_1841",6377397.155,299.1528128'), 'crs-shift-unknown', 'Atlantis'],
])('%s that cannot be computed is refused by its name', async (_, prj, code, name) => {
  const refusal = await refusalOf(plan(prj, 20, 30))
  expect(refusal.code).toBe(code)
  expect(JSON.stringify(refusal.values)).toContain(name)
})

test.each(['crs-by-code.geojson', 'crs-by-link.geojson', 'crs-by-name.geojson'])('%s says EPSG:32637', async (name) => {
  expect((await layerOf([fixture(name)])).crs?.code).toBe('EPSG:32637')
})

test('features of one GML in several systems come each from its own', async () => {
  const layer = await layerOf([fixture('systems-mixed.gml')])
  expect(areasM2(layer)).toEqual([1_031_744, 1_031_744, 999_265].map((areaM2) => expect.closeTo(areaM2, -2)))
  expect(codesOf(layer)).toContain('systems-mixed')
})

test('one feature with its axes exchanged is named among good ones', async () => {
  const layer = await layerOf([fixture('features-swapped.geojson')])
  expect(noteOf(layer, 'features-axes-swapped')).toMatchObject({ feature: 5, values: { count: 1, places: '5' } })
  const good = shapefile('a', {
    shp: pointShp([
      [36.3, 33.4],
      [38.9, 35.9],
      [41, 36.5],
    ]),
    dbf: textTable(['a', 'b', 'c']),
    prj: geographic,
  })
  expect(codesOf(await layerOf(good))).toEqual([])
  const two = (points: readonly (readonly [number, number])[]) =>
    shapefile('a', { shp: pointShp(points), dbf: textTable(['a', 'b']), prj: geographic })
  for (const [points, feature] of [
    [
      [
        [36.3, 33.4],
        [33.4, 36.3],
      ],
      2,
    ],
    [
      [
        [33.4, 36.3],
        [36.3, 33.4],
      ],
      1,
    ],
  ] as const)
    expect(noteOf(await layerOf(two(points)), 'features-axes-swapped')).toMatchObject({ feature })
})

test('one feature in degrees among metres is named', async () => {
  const rings = [square(250_000, 3_700_000, 500), square(36.3, 33.4, 0.01), square(251_000, 3_700_000, 500)]
  const files = shapefile('a', {
    shp: polygonShp(rings.map((ring) => [ring])),
    dbf: textTable(['a', 'b', 'c']),
    prj: utm37,
  })
  expect(noteOf(await layerOf(files), 'features-in-degrees')).toMatchObject({ feature: 2 })
})

test('longitudes beyond 180 are turned back, polygons over it cut, and their areas kept', async () => {
  const layers = await layersOf([fixture('longitude-over-180.geojson')])
  const [ground, points] = layers as [ImportedLayer, ImportedLayer]
  expect(extentOf(ground.features.shapes)).toEqual([-180, 10, 180, 11])
  // The quadrature of the finding, and half of it for one degree.
  expect(areasM2(ground)).toEqual([24_216_377_297, 12_108_188_648].map((areaM2) => expect.closeTo(areaM2, -3)))
  expect([...points.features.shapes.coordinates]).toEqual([-160, 5])
  expect(codesOf(ground)).toEqual(expect.arrayContaining(['cut-at-antimeridian', 'longitudes-turned']))
})

test('lines that go on over the 180th meridian are cut there', async () => {
  const layer = await layerOf([fixture('lines-over-180.geojson')])
  const { coordinates, partStart, polygonFeature, partPolygon } = layer.features.shapes
  expect([...partStart]).toEqual([0, 2, 4, 9, 11])
  const lines = [
    [179, -17, 180, -16.5],
    [180, -14, 179, -13],
    [-180, -16.5, -179, -16, -178, -16, -180, -15, -180, -14],
    [-179, -10, -178, -9],
  ]
  expect([...coordinates]).toEqual(lines.flat())
  expect([...partPolygon].map((polygon) => polygonFeature[polygon])).toEqual([0, 0, 0, 1])
  expect(codesOf(layer)).toEqual(['longitudes-turned', 'cut-at-antimeridian'])
})

test('numbers in metres under a system of kilometres are refused by their value', async () => {
  const shp = polygonShp([[square(247_000, 3_707_000, 1_000)]])
  const refusal = await refusalOf(shapefile('a', { shp, dbf: textTable(['a']), prj: kilometres }))
  expect(refusal).toMatchObject({ code: 'position-off-system', values: { value: '[247000, 3707000]' } })
})

test('a ring round the pole without the edge along it encloses nothing, and says so', async () => {
  const layer = await layerOf([fixture('round-the-pole.geojson')])
  expect(codesOf(layer)).toEqual(['ring-round-earth', 'polygons-without-ground'])
})

const ring = (positions: readonly (readonly [number, number])[]) =>
  named('a.geojson', JSON.stringify({ type: 'Polygon', coordinates: [positions] }))

test.each([
  ['the cap of the pole', [-180, -90, 0, 90, 180], 80, 3.9086e12],
  ['the earth', [-180, 180], -90, 5.1007e14],
])('%s, whose edges lie on 180 degrees, has its ground and no note', async (_, lons, from, areaM2) => {
  const south = lons.map((lon) => [lon, from] as const)
  const layer = await layerOf([ring([...south, [180, 90], [-180, 90], [-180, from]])])
  expect(areasM2(layer)[0]! / areaM2).toBeCloseTo(1, 4)
  expect(codesOf(layer)).toEqual([])
})

test('an edge that leads round the earth the long way is told of', async () => {
  const layer = await layerOf([
    ring([
      [-170, 10],
      [170, 10],
      [170, 11],
      [-170, 11],
      [-170, 10],
    ]),
  ])
  expect(codesOf(layer)).toEqual(['edges-over-antimeridian'])
})

test('a northing that leads round the earth has no place, and is refused as what it is', async () => {
  const refusal = await refusalOf([fixture('northing-without-place.geojson')])
  expect(refusal).toMatchObject({ code: 'position-off-system', values: { feature: 1 } })
  expect(JSON.stringify(refusal.values)).toContain('EPSG:32637')
  // Where a format leaves such features out, the others stay.
  const wild = square(247_000, 3_707_000, 1_000).map(([x, y], i) => [x, i === 2 ? -2e223 : y] as const)
  const shp = polygonShp([[wild], [square(247_000, 3_707_000, 1_000)]])
  const layer = await layerOf(shapefile('a', { shp, dbf: textTable(['a', 'b']), prj: utm37 }))
  expect(noteOf(layer, 'positions-left-out')).toMatchObject({ values: { places: '1' } })
  expect(areasM2(layer)).toEqual([0, expect.closeTo(1_000_000, -4)])
})

test('positions for which a step between datums has no answer leave a question, not an error', async () => {
  const layer = await layerOf([fixture('table-of-far-positions.csv')])
  expect(layer.crs).toBeNull()
})

test.each(['EPSG:32637', '32637', '+init=epsg:32637', 'urn:ogc:def:crs:EPSG::32637'])(
  'a .prj that holds only the code of its system, %s, is that system',
  async (prj) => {
    const layer = await layerOf(plan(prj, 247_000, 3_706_000, 1_000))
    expect(layer.crs?.code).toBe('EPSG:32637')
    expect((await refusalOf(plan(prj))).code).toBe('crs-degrees-as-metres')
  },
)

test.each([
  ['+proj=utm +zone=37 +datum=WGS84 +units=m +no_defs', 'EPSG:32637'],
  ['  +proj=utm +zone=37 +ellps=WGS84 +datum=WGS84\n +units=m +no_defs +type=crs\n', 'EPSG:32637'],
  [
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs',
    'EPSG:3857',
  ],
  ['+proj=utm +zone=37 +ellps=intl +towgs84=-190.421,8.532,238.69 +units=m', null],
])(
  'a .prj that holds the string of PROJ “%s” is that system, or asked about where its datum is a shift',
  async (prj, code) => {
    const files = plan(prj, 247_000, 3_706_000, 1_000)
    if (code !== null) expect((await layerOf(files)).crs?.code).toBe(code)
    else expect((await refusalOf(files)).code).toBe('crs-unknown')
  },
)

test('degrees of a string of PROJ are those of WGS 84 where it says so', async () => {
  expect((await layerOf(plan('+proj=longlat +datum=WGS84 +no_defs'))).crs?.code).toBe('EPSG:4326')
  expect(codesOf(await layerOf(plan('+proj=longlat +ellps=WGS84 +no_defs')))).toEqual(['prj-open-datum'])
})

test('a .prj in UTF-16 is read', async () => {
  const files = plan('', 247_000, 3_706_000, 1_000)
  const text = Buffer.from(`\uFEFF${utm37}`, 'utf16le')
  const written = files.map((file) => (file.name.endsWith('.prj') ? named(file.name, text) : file))
  expect((await layerOf(written)).crs?.code).toBe('EPSG:32637')
})
