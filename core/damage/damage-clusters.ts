import type { Polygon } from 'geojson'
import { cellRing, countByCell, gridNear } from '../events/grid.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Assessment } from './assessments.ts'
import { gradeOf, isAffected, type GradeMapping } from './grades.ts'

/** Square cells of `cellM` metres that hold at least `least` affected sites. */
export type ClusterRule = { readonly cellM: number; readonly least: number }

/**
 * Where affected sites lie densely at one image: the cells of a grid that hold enough of them, each with its number of
 * `affected` sites. The number of clusters and their area depend on the rule, which stands beside them.
 */
export function damageClusters({ shapes, attributes }: Features, { field }: Assessment, mapping: GradeMapping, { cellM, least }: ClusterRule): Features {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  const positions = Array.from(partPolygon, (polygon, part): [number, number, boolean] => {
    const grade = gradeOf(attributes[polygonFeature[polygon]!]![field], mapping)
    return [coordinates[2 * partStart[part]!]!, coordinates[2 * partStart[part]! + 1]!, grade !== null && isAffected(grade)]
  })
  const middle = positions.reduce((total, [, lat]) => total + lat, 0) / Math.max(1, positions.length)
  const grid = gridNear(middle, cellM)
  const affected = positions.filter(([, , isHit]) => isHit).map(([lon, lat]) => [lon, lat] as const)
  const dense = countByCell(grid, affected).filter(({ count }) => count >= least)
  const geometries = dense.map(({ column, row }): Polygon => ({ type: 'Polygon', coordinates: [cellRing(grid, column, row)] }))
  return { shapes: shapesFromGeoJson(geometries, 'polygon'), attributes: dense.map(({ count }) => ({ affected: count })) }
}
