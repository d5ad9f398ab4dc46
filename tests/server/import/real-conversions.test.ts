import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeProblem } from '../../../core/result/problem.ts'
import type { ImportOptions } from '../../../server/import/record/imported.ts'
import { inspection } from '../../../server/import/inspection.ts'
import { readPath } from '../../../server/import/read-path.ts'
import { named, zipOf } from './made-files.ts'
import { layersOf } from './reading.ts'

const realdata = '../shared/realdata'
const canConvert = spawnSync('ogr2ogr', ['--version']).status === 0

async function readAll(path: string, options: ImportOptions = {}) {
  const read = await readPath(path, options)
  if (!read.ok) throw new Error(describeProblem('en', read.problem))
  return read.value
}
const inspect = async (path: string, options: ImportOptions = {}) => inspection(await readAll(path, options)).layers
const hectares = (areaM2: number | null | undefined) => Math.round(areaM2! / 100) / 100

// The real layers lie beside the project on the machines that have them; ogr2ogr is no part of the project either.
describe.skipIf(!existsSync(realdata) || !canConvert)(
  'real layers as GDAL writes them (skipped without ../shared/realdata and ogr2ogr)',
  () => {
    const folder = existsSync(realdata) ? mkdtempSync(join(tmpdir(), 'basilia-import-')) : ''
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    function converted(from: string, driver: string, ending: string, ...options: string[]): string {
      mkdirSync(join(folder, ending), { recursive: true })
      const to = join(folder, ending, `dam.${ending}`)
      rmSync(to, { recursive: true, force: true })
      execFileSync('ogr2ogr', ['-q', '-f', driver, to, join(realdata, from), '-nln', 'dam', ...options], {
        stdio: 'ignore',
      })
      return to
    }

    const sources = [
      'ocha-syr-neighbourhoods-2018/city_neighbourhoods.shp',
      'derived-arabic-encodings/dam_lambert22770.shp',
    ]
    const expected = [
      [414, 49441.27, 'EPSG:4326', 'أبو جرش'],
      [100, 11668.13, 'EPSG:22770', 'أبو جرش'],
    ] as const
    const formats = [
      ['GPKG', 'gpkg'],
      ['FlatGeobuf', 'fgb'],
      ['GML', 'gml'],
      ['KML', 'kml'],
      ['GeoJSONSeq', 'geojsonl'],
      ['OpenFileGDB', 'gdb'],
    ] as const
    const cases = sources.flatMap((source, i) =>
      formats.map(([driver, ending]) => [source, driver, ending, ...expected[i]!] as const),
    )

    test.each(cases)(
      '%s as %s: counts, area, system and Arabic of SOURCES.md',
      async (source, driver, ending, features, areaHa, code, name) => {
        const path = converted(source, driver, ending)
        const read = await readAll(path)
        const layer = inspection(read).layers[0]!
        const inDegrees = ending === 'kml' || ending === 'geojsonl'
        expect([layer.features, layer.crs.code]).toEqual([features, inDegrees ? 'EPSG:4326' : code])
        // KML and GeoJSON round to seven decimals or more; a line that is straight on the grid is another in degrees.
        expect(Math.abs(hectares(layer.sumOfFeaturesM2 ?? layer.areaM2) - areaHa)).toBeLessThanOrEqual(
          inDegrees ? 0.02 : 0.011,
        )
        expect(read[0]!.features.attributes.find((row) => row['PCODE'] === 'N0017')).toMatchObject({ NAME_AR: name })
      },
    )

    test('a drawing of them has their ground once its system is named', async () => {
      const path = converted('derived-arabic-encodings/dam_lambert22770.shp', 'DXF', 'dxf')
      const open = (await inspect(path))[0]!
      expect([open.features, open.crs.code]).toEqual([100, null])
      expect(open.crs.candidates.map(({ code }) => code)).toContain('EPSG:22770')
      const layer = (await inspect(path, { crs: 'EPSG:22770' }))[0]!
      expect(Math.abs(hectares(layer.areaM2) - 11668.13)).toBeLessThanOrEqual(0.011)
    })

    test('a zipped file geodatabase is read from its folder', async () => {
      const path = converted('derived-arabic-encodings/dam_lambert22770.shp', 'OpenFileGDB', 'gdb')
      const files = readdirSync(path).map((name) => named(`UNOSAT/dam.gdb/${name}`, readFileSync(join(path, name))))
      const [layer] = inspection(await layersOf([named('dam.gdb.zip', zipOf(files))])).layers
      expect([layer!.name, layer!.features, hectares(layer!.areaM2)]).toEqual(['dam', 100, 11668.13])
    })

    test('counts of damage in a GeoPackage of an undefined datum are those that UNOSAT published', async () => {
      const [open] = await inspect(`${realdata}/unosat-aleppo-2016/aleppo_damage.gpkg`)
      expect([open!.features, open!.crs.code, open!.crs.candidates[0]?.code]).toEqual([35936, null, 'EPSG:4326'])
      const counts = open!.fields.find(({ name }) => name === '2016-09-18')!.values!
      expect(counts.map(({ value, count }) => `${value}: ${count}`)).toEqual([
        '1: 16269',
        '2: 14680',
        '3: 4773',
        '0: 214',
      ])
      const layers = await inspect(`${realdata}/unosat-raqqa-2017/raqqa_damage.gpkg`, { crs: 'EPSG:4326' })
      expect(layers.map(({ name, features }) => [name, features])).toEqual([
        ['Damage_Sites_Raqqa_CDA', 13160],
        ['raqqa_damage', 13160],
      ])
      const last = layers[0]!.fields.find(({ name }) => name === '2017-10-21')!.values!
      expect(Object.fromEntries(last.map(({ value, count }) => [value, count]))).toEqual({
        1: 5493,
        2: 3962,
        3: 3326,
        0: 117,
        null: 262,
      })
    })

    test('a system of its own without a datum is refused with its text; layers of one file are all read', async () => {
      const read = await readPath(`${realdata}/nasty-mapshaper/geopackage_Oregon_customCRS.gpkg`)
      expect(read).toMatchObject({ ok: false, problem: { code: 'crs-unknown' } })
      const layers = await inspect(`${realdata}/nasty-mapshaper/geopackage_same_crs_points.gpkg`)
      expect(layers.length).toBeGreaterThan(1)
      expect(new Set(layers.map(({ crs }) => crs.code))).toEqual(new Set(['EPSG:4326']))
    })

    test.each([
      ['events-airwars-syria/airwars_syria_incidents.csv', 8114, 1433],
      ['events-airwars-syria/syrian_archive_places.csv', 164, 0],
      ['events-and-series/Combined_Incidents_GeoChart.csv', 3484, 0],
    ])('%s: rows, and rows without a position', async (file, features, without) => {
      const [layer] = await inspect(`${realdata}/${file}`)
      expect([layer!.features, layer!.crs.code]).toEqual([features, 'EPSG:4326'])
      const reported = layer!.notes.find(({ code }) => code === 'rows-without-position')?.values['count'] ?? 0
      expect(reported).toBe(without)
    })

    test.each(['syria_territory_control_percent.csv', 'vdc_casualties_by_province_by_day.csv'])(
      '%s has no positions and is refused by its columns',
      async (file) =>
        expect(await readPath(`${realdata}/events-and-series/${file}`)).toMatchObject({
          problem: { code: 'table-without-position' },
        }),
    )
  },
)
