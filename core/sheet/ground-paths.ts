import Flatbush from 'flatbush'
import { boxAround } from '../geometry/extent.ts'
import { byFeature } from './by-feature.ts'
import { pathData, type PaperPolygon } from './ground.ts'
import { element, group, type Svg } from './svg.ts'

/**
 * The polygons' ground as a group of paths, each polygon filled by the even-odd rule, as it is measured. Polygons whose
 * boxes meet stand in different paths, because within one the rule would leave out what two of them share.
 */
export const groundPaths = (polygons: readonly PaperPolygon[], id?: string): Svg =>
  group({ id, 'fill-rule': 'evenodd' }, ...pathsApart(polygons))

/** The same with paths of its own for each feature, which bear its id, so that whoever edits the picture finds it. */
export const featurePaths = (polygons: readonly PaperPolygon[], idOf: (feature: number) => string, id: string): Svg => {
  const paths = byFeature(polygons).flatMap(([feature, own]) => pathsApart(own, { 'data-feature': idOf(feature) }))
  return group({ id, 'fill-rule': 'evenodd' }, ...paths)
}

/** These paths. */
export const pathsApart = (
  polygons: readonly PaperPolygon[],
  attributes: Readonly<Record<string, string>> = {},
): Svg[] =>
  apart(polygons).map((own) =>
    element('path', {
      d: pathData(
        own.flatMap(({ rings }) => rings),
        true,
      ),
      ...attributes,
    }),
  )

/** The polygons in as few sets as come of taking them in turn, no box of a set meeting another. */
function apart(polygons: readonly PaperPolygon[]): PaperPolygon[][] {
  if (polygons.length === 0) return []
  const boxes = polygons.map(({ rings }) => boxAround(rings.flat()))
  const index = new Flatbush(polygons.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  const sets: PaperPolygon[][] = []
  const setOf = new Int32Array(polygons.length).fill(-1)
  polygons.forEach((polygon, own) => {
    const taken = new Set<number>()
    index.search(...boxes[own]!, (other) => {
      if (setOf[other]! >= 0) taken.add(setOf[other]!)
      return false
    })
    let set = 0
    while (taken.has(set)) set++
    setOf[own] = set
    ;(sets[set] ??= []).push(polygon)
  })
  return sets
}
