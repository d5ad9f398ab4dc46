import type { Feature, Geometry } from 'geojson'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { measurableOf, type Measurable } from '../../../core/measure/measurable.ts'
import { measureStudy, type MeasureOptions } from '../../../core/measure/measure.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

export type Measured = {
  readonly study: Study
  readonly features: Map<string, Features>
  readonly ground: Measurable
  readonly measurement: Measurement
}

export function measured(
  { study, features }: Pick<Measured, 'study' | 'features'>,
  options: MeasureOptions = {},
): Measured {
  const measurement = measureStudy(study, features, options)
  if (!measurement.ok) throw new Error(measurement.problem.code)
  const ground = measurableOf(study, features, measurement.value.at)
  if (!ground.ok) throw new Error(ground.problem.code)
  return { study, features, ground: ground.value, measurement: measurement.value }
}

/** Texts that a spreadsheet, a page or a database would take for something else. */
export const hostile = {
  formula: '=HYPERLINK("http://x","y")',
  markup: '</Option><script>alert(1)</script>&amp;',
  sql: "'; DROP TABLE overlap; --",
} as const

/**
 * A plan of two parcels; control that covers its west, with ground that two parties claim; shelling; points without a
 * radius; units with Arabic names. Names and values are as bad as users' files may have them.
 */
export const hostileStudy = (): Pick<Measured, 'study' | 'features'> =>
  studyOf(
    [
      made(
        [
          zone({ id: 'شمال', owner: hostile.formula }, box(0, 0, 10, 5)),
          zone({ id: 'جنوب', owner: null }, box(0, 5, 10, 5)),
        ],
        {
          id: 'plan',
          role: 'plan',
          idField: 'id',
          accuracyM: 20,
        },
      ),
      made(
        [
          zone(
            { held: hostile.formula, 'اسم المنطقة الطويل جدا': 'حي القدم', fid: 'x', geom: 1.5, Fid: 3 },
            box(-1, -1, 6, 12),
          ),
          zone(
            { held: hostile.markup, 'اسم المنطقة الطويل جدا': 'م'.repeat(200), fid: null, geom: null, Fid: null },
            box(2, 2, 4, 4),
          ),
          zone({ held: null, 'اسم المنطقة الطويل جدا': hostile.sql, fid: '', geom: -1e9, Fid: -7 }, box(8, 8, 1, 1)),
        ],
        {
          id: 'control',
          role: 'control',
          name: 'areaM2',
          title: { en: 'Control', ar: 'السيطرة' },
          classField: 'held',
          accuracyM: 50,
          date: '2018-04-21',
        },
      ),
      made([zone({ day: '2018-04-21', isSure: 1 }, box(4, 4, 20, 20))], {
        id: 'shelling',
        role: 'shelling',
        title: { en: 'Shelling', ar: 'القصف' },
        accuracyM: 50,
      }),
      made(
        [
          {
            type: 'Feature',
            properties: { grade: 'مدمر' },
            geometry: { type: 'Point', coordinates: [36.283, 33.473] },
          },
        ],
        {
          id: 'damage',
          role: 'damage',
          geometryType: 'point',
          classField: 'grade',
        },
      ),
      made([zone({ name: 'القدم' }, box(0, 0, 5, 10)), zone({ name: '=1+1' }, box(5, 0, 4, 10))], {
        id: 'units',
        role: 'units',
        idField: 'name',
      }),
    ],
    { id: 'hostile', title: { en: `Made ${hostile.markup}`, ar: 'مصنوعة' }, asOf: '2018-04-21' },
  )

/** The members of a polygon or multipolygon. */
export const polygonsOf = ({ geometry }: Feature<Geometry | null>): number[][][][] =>
  geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : []

export const valuesOf = (layer: ExportLayer, field: string): unknown[] =>
  layer.features.map(({ properties }) => properties?.[field])
