import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { inspectFiles } from '../../../server/import/inspection.ts'
import { lineShp, named, polygonShp, shapefile, square, textTable, wgs84Prj, zipOf } from './made-files.ts'
import { mutated } from './mutated.ts'
import { expectSentence } from './reading.ts'

const runs = Number(process.env['FUZZ_RUNS'] ?? 150)
const ring = square(36.28, 33.47, 0.01)
const shp = {
  shp: polygonShp([[ring, square(36.283, 33.473, 0.002)], null, [ring]]),
  dbf: textTable(['القدم', 'b', 'c']),
  prj: wgs84Prj,
  cpg: 'UTF-8',
}
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:4326' } },
  features: [
    {
      type: 'Feature',
      id: 1,
      properties: { a: 'ب', b: [1] },
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    },
  ],
})

const geojsonLine = '{"type":"Feature","properties":{"a":"ب"},"geometry":{"type":"Point","coordinates":[36.3,33.5]}}'

function workbook(): Promise<Uint8Array> {
  const data = [
    ['lat', 'lon', 'اسم'],
    [33.5, 36.3, 'القدم'],
    [33.6, 36.4, 'b'],
  ]
  return writeXlsx([{ data: data.map((row) => row.map((value) => ({ value }))), sheet: 'events' }]).toBuffer()
}

const cases: readonly (readonly [name: string, files: readonly NamedBytes[]])[] = [
  ['a shapefile', shapefile('a', shp)],
  ['a shapefile of lines', shapefile('a', { ...shp, shp: lineShp([[ring], [ring, ring], [ring]]) })],
  ['a zip', [named('a.zip', zipOf(shapefile('a', shp)))]],
  ['a GeoJSON', [named('a.geojson', geojson)]],
  [
    'a GeoJSON with its styles',
    [
      named('control.geojson', geojson.replace('"a":"ب"', '"side":"ب"')),
      ...['control.qml', 'control.sld'].map((name) => named(name, readFileSync(`tests/fixtures/import/${name}`))),
    ],
  ],
  ['a KML', [named('a.kml', readFileSync('tests/fixtures/import/neighbourhoods.kml'))]],
  ['a KMZ', [named('a.kmz', zipOf([named('doc.kml', readFileSync('tests/fixtures/import/neighbourhoods.kml'))]))]],
  [
    'a table',
    [named('a.csv', 'اسم;lat;lon;n\r\n#adm1;#geo+lat;#geo+lon;\r\n"القدم";33,4739;36,3006;NA\r\nb;33,5;36,4;7\r\n')],
  ],
  ['a workbook', [named('a.xlsx', await workbook())]],
  ['features line by line', [named('a.ndjson', `${geojsonLine}\n${geojsonLine}\n`)]],
]

test.each(cases)('%s with any bytes changed is read or refused in words, never thrown at', async (_, files) => {
  const anyFiles = fc
    .nat(files.length - 1)
    .chain((i) =>
      mutated(files[i]!.bytes).map((bytes) => files.map((file, k) => (k === i ? { ...file, bytes } : file))),
    )
  await fc.assert(
    fc.asyncProperty(anyFiles, async (changed) => {
      const seen = await inspectFiles(changed)
      if (!seen.ok) expectSentence(seen.problem)
      else JSON.stringify(seen.value)
    }),
    { seed: 11, numRuns: runs },
  )
})

const fileName = fc.constantFrom(
  'a.shp',
  'a.zip',
  'a.geojson',
  'a.json',
  'a.kml',
  'a.kmz',
  'a.csv',
  'a.tsv',
  'a.ndjson',
  'a.xlsx',
  'a.gdb.zip',
  'a',
)

test('random bytes under any name are refused in words', async () => {
  await fc.assert(
    fc.asyncProperty(fileName, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
      const seen = await inspectFiles([{ name, bytes }])
      if (!seen.ok) expectSentence(seen.problem)
    }),
    { seed: 12, numRuns: runs },
  )
})
