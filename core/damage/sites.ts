import Flatbush from 'flatbush'
import { containment } from '../geometry/contains.ts'
import { extentOf } from '../geometry/extent.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'

/** A site of an assessment: the number of its feature and its place. */
export type Site = { readonly feature: number; readonly lon: number; readonly lat: number }

/** The sites of a list of points, one for each point. */
export function sitesOf({ shapes }: Features): Site[] {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  return Array.from(partPolygon, (polygon, part) => {
    const at = 2 * partStart[part]!
    return { feature: polygonFeature[polygon]!, lon: coordinates[at]!, lat: coordinates[at + 1]! }
  })
}

/** Finds the sites inside shapes, in the order of the list, without trying each site of a large list. */
export function siteLocator(sites: readonly Site[]): (shapes: Shapes) => Site[] {
  if (sites.length === 0) return () => []
  const index = new Flatbush(sites.length)
  for (const { lon, lat } of sites) index.add(lon, lat, lon, lat)
  index.finish()
  return (shapes) => {
    const extent = extentOf(shapes)
    if (extent === null) return []
    const isInside = containment(shapes)
    return index
      .search(...extent)
      .sort((a, b) => a - b)
      .map((place) => sites[place]!)
      .filter(({ lon, lat }) => isInside(lon, lat))
  }
}
