import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeProblem } from '../../../core/result/problem.ts'
import { inspection } from '../../../server/import/inspection.ts'
import type { ImportOptions } from '../../../server/import/record/imported.ts'
import { readPath } from '../../../server/import/read-path.ts'
import { expectSentence } from './reading.ts'

const realdata = '../shared/realdata'

async function inspect(path: string, options: ImportOptions = {}) {
  const read = await readPath(`${realdata}/${path}`, options)
  if (!read.ok) throw new Error(describeProblem('en', read.problem))
  return inspection(read.value).layers
}
const inspectOne = async (path: string, options: ImportOptions = {}) => (await inspect(path, options))[0]!
const hectares = (areaM2: number | null) => Math.round(areaM2! / 100) / 100

// The folder of real layers lies beside the project on the machines that have it; it may not be copied into it.
describe.skipIf(!existsSync(realdata))('real layers (skipped where ../shared/realdata is missing)', () => {
  const arabic = [
    'dam_cp1256_nocpg',
    'dam_cp1256_with_cpg',
    'dam_iso8859_6',
    'dam_utf8_nocpg',
    'dam_lambert22770',
    'dam_lambert22770_cp1256',
  ]

  const files = [...arabic.map((name) => `${name}.shp`), 'دمشق_cp1256.zip', 'dam_utm37_noprj.shp']
  test.each(files)('%s: the same ground and the same Arabic', async (file) => {
    const layer = await inspectOne(
      `derived-arabic-encodings/${file}`,
      file.includes('noprj') ? { crs: 'EPSG:32637' } : {},
    )
    expect([layer.features, hectares(layer.areaM2)]).toEqual([100, 11668.13])
    expect(layer.fields.find(({ name }) => name === 'NAME_AR')?.samples[0]).toBe('أبو جرش')
    expect(layer.extent!.map((degrees) => Math.round(degrees * 1e5) / 1e5)).toEqual([
      36.19715, 33.45861, 36.35593, 33.57183,
    ])
  })

  test.each([
    ['ocha-syr-neighbourhoods-2018/city_neighbourhoods.shp', 414, 49441.27, 'EPSG:4326'],
    ['gaza-damage/GazaStrip_MunicipalBoundaries.shp', 33, 36491.81, 'EPSG:4326'],
    ['gaza-damage/annotations.geojson', 81, 216.93, 'EPSG:4326'],
    ['sanjose-zoning/City_Limits.zip', 1, 46808.49, 'EPSG:2227'],
    ['sanjose-zoning/Zoning.zip', 4239, 46738.17, 'EPSG:2227'],
    ['nasty-mapshaper/shapefile_six_counties.shp', 6, 133969.44, 'EPSG:4326'],
  ])('%s: counts, area and system of SOURCES.md', async (file, features, areaHa, code) => {
    const layer = await inspectOne(file)
    expect([layer.features, layer.crs.code]).toEqual([features, code])
    expect(Math.abs(hectares(layer.sumOfFeaturesM2 ?? layer.areaM2) - areaHa)).toBeLessThanOrEqual(0.011)
  })

  test('the same area in UTM, degrees and Mercator is the same ground', async () => {
    const [utm, degrees, mercator] = await Promise.all(
      ['b_utm', 'd_geo', 'e_merc'].map((name) => inspectOne(`nasty-mapshaper/issues_166_${name}.shp`)),
    )
    for (const layer of [utm!, mercator!]) expect(layer.areaM2! / degrees!.areaM2!).toBeCloseTo(1, 6)
  })

  test('a layer without a system keeps its metres: shapefile_shplib_polygon adds up to what its AREA column says', async () => {
    const read = await readPath(`${realdata}/nasty-mapshaper/shapefile_shplib_polygon.shp`, {})
    if (!read.ok) throw new Error(describeProblem('en', read.problem))
    const {
      crs,
      features: {
        shapes: { coordinates, partStart },
        attributes,
      },
    } = read.value[0]!
    expect([crs, attributes.length]).toEqual([null, 474])
    let doubleM2 = 0
    for (let part = 0; part + 1 < partStart.length; part++) {
      const [first, end] = [partStart[part]!, partStart[part + 1]!]
      for (let i = first, j = end - 1; i < end; j = i, i++) {
        doubleM2 += coordinates[2 * i]! * coordinates[2 * j + 1]! - coordinates[2 * j]! * coordinates[2 * i + 1]!
      }
    }
    expect(doubleM2 / 2).toBeCloseTo(165_984_002.31, 1)
    expect(attributes.reduce((sum, { AREA }) => sum + Number(AREA), 0)).toBeCloseTo(165_984_002.77, 1)
  })

  // The features that GEOS 3.11 calls invalid (ST_IsValidReason): their rings touch themselves, or have too few points.
  test.each([
    ['nasty-mapshaper/shapefile_six_counties.shp', [['ring-touches-itself', 2]]],
    ['nasty-mapshaper/shapefile_two_states.shp', [['ring-touches-itself', 1]]],
    [
      'gaza-damage/annotations.geojson',
      [
        ['features-overlap', 7],
        ['ring-short', 1],
      ],
    ],
    ['sanjose-zoning/City_Limits.zip', [['ring-tiny', 1]]],
    ['ocha-syr-admin-2018/syr_admin2.shp', []],
    ['nasty-mbostock/null.shp', [['no-geometry', 4]]],
  ])('%s: its faults', async (file, kinds) => {
    const { validity, areaM2, sumOfFeaturesM2 } = await inspectOne(file)
    expect(validity!.kinds.map(({ kind, count }) => [kind, count])).toEqual(kinds)
    if (areaM2 !== null) expect(validity!.areaM2! / (sumOfFeaturesM2 ?? areaM2)).toBeCloseTo(1, 8)
  })

  test('the districts, subdistricts and governorates of Syria have one and the same ground', async () => {
    const levels = await Promise.all(
      [0, 1, 2, 3].map((level) => inspectOne(`ocha-syr-admin-2018/syr_admin${level}.shp`)),
    )
    expect(levels.map(({ features }) => features)).toEqual([1, 14, 62, 272])
    // The sources give 18,811,081.86 ha along geodesics, which long edges straight in longitude/latitude are not.
    for (const { areaM2 } of levels) {
      expect(Math.abs(areaM2! - levels[0]!.areaM2!)).toBeLessThan(100)
      expect(areaM2! / 1e4 / 18_811_081.86).toBeCloseTo(1, 3)
    }
    expect(levels.map(({ validity }) => validity!.kinds)).toEqual([[], [], [], []])
  })

  const sites = ['aleppo-2016/aleppo', 'raqqa-2017/raqqa']
  test.each(sites)('unosat-%s: an undefined datum is a question, then plain degrees', async (name) => {
    const open = await inspectOne(`unosat-${name}_damage.zip`)
    expect([open.crs.code, open.crs.candidates[0]?.code]).toEqual([null, 'EPSG:4326'])
    const resolved = await inspectOne(`unosat-${name}_damage.zip`, { crs: 'EPSG:4326' })
    expect(resolved.geometryType).toBe('point')
    const counts = resolved.fields.at(-1)!.values!
    const published = ['1: 16269', '2: 14680', '3: 4773', '0: 214']
    if (name.startsWith('aleppo')) expect(counts.map(({ value, count }) => `${value}: ${count}`)).toEqual(published)
  })

  test.each([
    ['nasty-shapefile-js/badzip.zip', 'zip-unreadable'],
    ['nasty-shapefile-js/noshp.zip', 'files-without-layer'],
    ['nasty-mapshaper/geopackage_Oregon_customCRS.shp', 'crs-unknown'],
    ['nasty-mapshaper/issues_193_gauss_kruger.shp', 'crs-degrees-as-metres'],
    ['nasty-mapshaper/issues_193_three_points.shp', 'crs-projection-unsupported'],
    ['nasty-mbostock/nothing.shp', 'file-not-found'],
  ])('%s is refused with a sentence', async (file, code) => {
    const read = await readPath(`${realdata}/${file}`)
    if (read.ok) throw new Error('read')
    expect(read.problem.code).toBe(code)
    expectSentence(read.problem)
  })

  test.each([
    ['nasty-shapefile-js/LGA_2013_AUST.shp', 13, 'EPSG:4283'],
    ['nasty-shapefile-js/htmlcpg.shp', 2, 'EPSG:4326'],
    ['nasty-shapefile-js/utf.zip', 2, 'EPSG:4326'],
    ['nasty-shapefile-js/codepage.zip', 2, 'EPSG:4326'],
    ['nasty-shapefile-js/counties.zip', 14, null],
    ['nasty-shapefile-js/no-dbf.zip', 14, null],
    ['nasty-shapefile-js/empty-shp.zip', 2, 'EPSG:4326'],
    ['nasty-shapefile-js/export_polylinez.shp', 1, 'EPSG:4326'],
    ['nasty-shapefile-js/SHP_Exclude.zip', 1, null],
    ['nasty-shapefile-js/TM_WORLD_BORDERS_SIMPL-0.3.zip', 246, null],
    ['nasty-shapefile-js/train_stations.zip', 361, 'EPSG:26986'],
    ['nasty-shapefile-js/senate.zip', 40, 'NAD_1983_StatePlane_Massachusetts_Mainland_FIPS_2001'],
    ['nasty-mbostock/null.shp', 9, 'EPSG:4326'],
    ['nasty-mbostock/polygonm.shp', 1, null],
    ['nasty-mbostock/empty.shp', 0, 'EPSG:4326'],
    ['nasty-mbostock/singleton.shp', 1, null],
    ['nasty-mbostock/boolean-property.shp', 9, 'EPSG:4326'],
    ['nasty-mbostock/date-property.shp', 3, 'EPSG:4326'],
    ['nasty-mbostock/mixed-properties.shp', 3, 'EPSG:4326'],
    ['nasty-mapshaper/shapefile_geo_lines.shp', 6, 'EPSG:4326'],
    ['nasty-mapshaper/shapefile_shplib_csah.shp', 124, null],
    ['nasty-mapshaper/shapefile_shplib_brklinz.shp', 122, null],
    ['nasty-mapshaper/shapefile_nad27_popctr_state1970.shp', 51, 'EPSG:4267'],
    ['nasty-mapshaper/issues_518_519_shp_reading_max_callstack_error.shp', 138, 'RT90_25_gon_V'],
    ['nasty-mapshaper/issues_166_c_utm.shp', 1, null],
    ['nasty-mapshaper/shapefile_shplib_polygon.shp', 474, null],
  ])('%s is read', async (file, features, code) => {
    const [layer, ...others] = await inspect(file)
    expect([layer!.features, layer!.crs.code, others]).toEqual([features, code, []])
  })

  test('Latin names without a code page are read', async () => {
    expect((await inspectOne('nasty-mbostock/latin1-property.shp')).fields[0]?.samples).toEqual(['México'])
    expect((await inspectOne('nasty-pyshp/latin1.shp')).fields[1]?.samples).toEqual(['Ñandú'])
    const names = (await inspectOne('nasty-shapefile-js/TM_WORLD_BORDERS_SIMPL-0.3.zip')).fields.find(
      ({ name }) => name === 'NAME',
    )!
    expect(names.samples).not.toContain(expect.stringMatching(/\uFFFD/))
  })

  test('two shapefiles in one zip are two layers', async () => {
    const layers = await inspect('nasty-pyshp/blockgroups_multishapefile.zip')
    expect(layers.map(({ name, features }) => [name, features])).toEqual([
      ['blockgroups', 663],
      ['blockgroups2', 663],
    ])
    const second = await inspect('nasty-pyshp/blockgroups_multishapefile.zip', { sublayer: 'blockgroups2' })
    expect(second.map(({ name }) => name)).toEqual(['blockgroups2'])
  })

  test('one area of several is chosen by a value', async () => {
    const layer = await inspectOne('unosat-ukraine-aois/unosat_aois.geojson', { where: { aoi: 'UKR3' } })
    expect(layer.features).toBe(1)
    expect(Math.abs(hectares(layer.areaM2) - 9066.9)).toBeLessThan(1)
  })
})
