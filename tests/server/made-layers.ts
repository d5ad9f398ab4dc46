import type { NamedBytes } from '../../server/import/record/imported.ts'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj, zipOf } from './import/made-files.ts'

type Box = readonly [west: number, south: number, east: number, north: number]

/** Rectangles as GeoJSON, each with its attributes. */
export function boxes(name: string, rows: readonly (readonly [Box, Record<string, unknown>])[]): NamedBytes {
  const features = rows.map(([[west, south, east, north], properties]) => ({
    type: 'Feature',
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  }))
  return named(name, JSON.stringify({ type: 'FeatureCollection', features }))
}

/** A plan of one hundredth of a degree, and control that covers its west half with A, its east half with B. */
export const planFile = boxes('plan.geojson', [[[36.3, 33.48, 36.31, 33.49], { name: 'the plan' }]])
export const controlFile = boxes('control.geojson', [
  [[36.29, 33.47, 36.305, 33.5], { side: 'A' }],
  [[36.305, 33.47, 36.32, 33.5], { side: 'B' }],
])

/** A zipped shapefile of one square, its text in windows-1256 without saying so. */
export const arabicShapefile = (prj: string | null = wgs84Prj): NamedBytes => {
  const damascus = Uint8Array.from([0xcf, 0xe3, 0xd4, 0xde, 0x20, 0xc7, 0xe1, 0xde, 0xcf, 0xed, 0xe3, 0xc9])
  const parts = {
    shp: polygonShp([[square(36.3, 33.48, 0.01)]]),
    dbf: textTable([damascus]),
    ...(prj === null ? {} : { prj }),
  }
  return { name: 'قديم.zip', bytes: zipOf(shapefile('districts', parts)) }
}

/** The same square in metres of UTM zone 37N, without a `.prj`. */
export const unplacedShapefile = (): NamedBytes => ({
  name: 'unplaced.zip',
  bytes: zipOf(shapefile('unplaced', { shp: polygonShp([[square(249_000, 3_708_000, 900)]]), dbf: textTable(['a']) })),
})
