import type { Polygon } from 'geojson'
import { cellRing, countByCell, gridNear, type CellCount } from '../measure/grid.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import { overlay } from '../overlay/overlay.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import type { ClusterRule, ClusterSum } from './damage-answer.ts'
import type { DamageImage } from './damage-image.ts'
import { gradeOf, isAffected } from '../classify/grades.ts'
import { sitesOf } from './sites.ts'

export const usualClusterRule: ClusterRule = { cellM: 250, least: 10 }

/** The rule beside half and double its cell, and half and double its threshold. */
export const neighbouringClusterRules = ({ cellM, least }: ClusterRule): ClusterRule[] => [
  { cellM: cellM / 2, least },
  { cellM, least: Math.max(1, Math.round(least / 2)) },
  { cellM, least },
  { cellM, least: least * 2 },
  { cellM: cellM * 2, least },
]

/**
 * Where affected sites lie densely at one image: the cells of a grid that hold enough of them, each with its number of
 * `affected` sites. The number of clusters and their area depend on the rule, which stands beside them.
 */
export function damageClusters(sites: Features, image: DamageImage, rule: ClusterRule): Features {
  const { cells, latitude } = denseCells(sites, image, rule)
  const grid = gridNear(latitude, rule.cellM)
  const geometries = cells.map(({ column, row }): Polygon => ({
    type: 'Polygon',
    coordinates: [cellRing(grid, column, row)],
  }))
  return {
    shapes: shapesFromGeoJson(geometries, 'polygon'),
    attributes: cells.map(({ count }) => ({ affected: count })),
  }
}

/** How many clusters there are at an image and how much ground they take, inside `plan` where one is given. */
export function clusterSum(sites: Features, image: DamageImage, rule: ClusterRule, plan: Shapes | null): ClusterSum {
  const { cells } = denseCells(sites, image, rule)
  const { shapes } = damageClusters(sites, image, rule)
  const dense = asOne(shapes)
  const areaM2 =
    plan === null
      ? overlay([dense]).planM2
      : sumOf(
          overlay([asOne(plan), dense])
            .combinations.filter(({ classes }) => classes[1]!.length > 0)
            .map((own) => own.areaM2),
        )
  return {
    rule,
    clusters: joined(cells),
    cells: cells.length,
    areaM2,
    affected: sumOf(cells.map(({ count }) => count)),
  }
}

/** The grid is that of the whole list, so that it stays where only some of the sites count. */
function denseCells(sites: Features, { field, mapping }: DamageImage, { cellM, least }: ClusterRule) {
  const placed = sitesOf(sites)
  const latitude = sumOf(placed.map(({ lat }) => lat)) / Math.max(1, placed.length)
  const affected = placed.filter(({ feature }) => {
    const grade = gradeOf(sites.attributes[feature]![field], mapping)
    return grade !== null && isAffected(grade)
  })
  const positions = affected.map(({ lon, lat }) => [lon, lat] as const)
  return { latitude, cells: countByCell(gridNear(latitude, cellM), positions).filter(({ count }) => count >= least) }
}

/** How many groups the cells form, neighbours by a side being of one group. */
function joined(cells: readonly CellCount[]): number {
  const open = new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, cell]))
  let groups = 0
  for (const first of cells) {
    if (!open.delete(`${first.column} ${first.row}`)) continue
    groups++
    const queue = [first]
    for (const { column, row } of queue) {
      for (const key of [
        `${column + 1} ${row}`,
        `${column - 1} ${row}`,
        `${column} ${row + 1}`,
        `${column} ${row - 1}`,
      ]) {
        const next = open.get(key)
        if (next === undefined) continue
        open.delete(key)
        queue.push(next)
      }
    }
  }
  return groups
}

const asOne = (shapes: Shapes) => ({
  shapes,
  polygonClass: new Int32Array(shapes.polygonFeature.length),
  classCount: 1,
})
