import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { basilia } from '../cli/running-command.ts'
import { madeDrawing } from '../import/made-drawing.ts'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj, zipOf } from '../import/made-files.ts'
import { boxes } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

const fixture = (name: string): NamedBytes => named(name, readFileSync(`tests/fixtures/import/${name}`))
const kml = fixture('neighbourhoods.kml')
const utm37Prj =
  'PROJCS["WGS_1984_UTM_Zone_37N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

describe('every format over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test.each([
    ['FlatGeobuf', [fixture('neighbourhoods.fgb')], {}, 13, 'EPSG:32637', 'القدم'],
    [
      'GML with its schema',
      [fixture('neighbourhoods.gml'), fixture('neighbourhoods.xsd')],
      {},
      13,
      'EPSG:4326',
      'القدم',
    ],
    [
      'a zipped file geodatabase',
      [fixture('basilia.gdb.zip')],
      { sublayer: 'neighbourhoods' },
      13,
      'EPSG:22770',
      'القدم',
    ],
    ['a zipped GeoPackage', [fixture('basilia.gpkg.zip')], { sublayer: 'neighbourhoods' }, 14, 'EPSG:22770', 'القدم'],
    ['KML', [kml], {}, 13, 'EPSG:4326', 'القدم'],
    ['KMZ', [named('map.kmz', zipOf([named('doc.kml', kml.bytes)]))], {}, 13, 'EPSG:4326', 'القدم'],
    [
      'a drawing',
      [named('plan.dxf', madeDrawing())],
      { sublayer: 'plan (polygons)', crs: 'EPSG:32637' },
      3,
      'EPSG:32637',
      'مناطق',
    ],
    [
      'a zip in a zip',
      [named('out.zip', zipOf([named('in.zip', zipOf([named('map.kmz', zipOf([named('doc.kml', kml.bytes)]))]))]))],
      {},
      0,
      'zip-nested-too-deep',
      '',
    ],
  ])(
    'When %s is loaded, then its features, system and Arabic are those of the file',
    async (_, files, options, features, code, arabic) => {
      const { id } = await newStudy(client, 'Formats')
      if (features === 0) {
        const refused = await client.upload(id, files, options)
        expect([refused.status, refused.json.code]).toEqual([422, code])
        return
      }
      const layer = await loaded(client, id, files, options)
      expect([layer.features, layer.crs.code]).toEqual([features, code])
      const geo = await client.get(`/api/studies/${id}/layers/${layer.id}`, { accept: 'application/geo+json' })
      expect(geo.json.features).toHaveLength(features)
      expect(geo.text).toContain(arabic)
      const check = await client.get(`/api/studies/${id}/layers/${layer.id}/validity`)
      expect(check.json).toMatchObject({ features })
    },
  )

  const parts = (ring: readonly (readonly number[])[], prj: string) =>
    shapefile('made', { shp: polygonShp([[ring as [number, number][]]]), dbf: textTable(['a']), prj })

  test.each([
    [
      'degrees that exceed 180',
      [boxes('made.geojson', [[[249_000, 3_708_000, 249_900, 3_708_900], {}]])],
      'crs-metres-as-degrees',
    ],
    ['metres declared as degrees', parts(square(249_000, 3_708_000, 900), wgs84Prj), 'crs-metres-as-degrees'],
    ['degrees declared as metres', parts(square(36.3, 33.48, 0.01), utm37Prj), 'crs-degrees-as-metres'],
    ['latitude for longitude', parts(square(33, 120, 1), wgs84Prj), 'crs-axes-swapped'],
  ])(
    'When a file holds %s, then server and command line refuse it before anything is measured',
    async (_, files, code) => {
      const { id } = await newStudy(client, 'Belied')
      const requested = await client.upload(id, files, { role: 'plan' })
      expect([requested.status, requested.json.code]).toEqual([422, code])
      expect((await client.get(`/api/studies/${id}`)).json.layers).toEqual([])
      const folder = await mkdtemp(join(tmpdir(), 'basilia-made-'))
      for (const { name, bytes } of files) await writeFile(join(folder, name), bytes)
      const reported = await basilia(
        'inspect',
        join(folder, (files.find(({ name }) => name.endsWith('.shp')) ?? files[0]!).name),
      )
      await rm(folder, { recursive: true })
      expect(reported.code).toBe(1)
      expect(reported.err).toContain('made.')
      expect(reported.out).toBe('')
    },
  )
})
