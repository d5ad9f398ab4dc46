import Flatbush from 'flatbush'
import type { TileGround } from './tile-ground.ts'
import { worldX, worldY } from './world.ts'

/** Numbers, ascending from 0, of the features whose boxes hold a place; whether their ground does is still to be asked. */
export function featuresNear({ tree, polygonFeature }: TileGround, lon: number, lat: number): number[] {
  if (tree.byteLength === 0) return []
  const [x, y] = [worldX(lon), worldY(lat)]
  const polygons = Flatbush.from(tree).search(x - 1, y - 1, x + 1, y + 1)
  return [...new Set(polygons.map((polygon) => polygonFeature[polygon]!))].sort((a, b) => a - b)
}
