import type { TileGround } from './tile-ground.ts'
import { tilePixels, worldSide, type TilePlace } from './world.ts'
import { geometryPen, type TileFeature } from './write-mvt.ts'

/** Units on the side of a tile in which labels stand. */
export const labelsExtent = 4096
const mostLabels = 100
/** Ground that is narrower has no room for a name. */
const leastPixels = 24
const worldMetres = 2 * Math.PI * 6_378_137

/** What a label says, in both languages. */
export type LabelText = { readonly label: string; readonly labelAr?: string | undefined }

type Room = { readonly x: number; readonly y: number; readonly width: number }

/**
 * Names of features of which some of the given polygons (ascending) lie in a tile: each where its ground is widest, in the tile that
 * holds this place, with its room in metres of Web Mercator. Only where a name may find room, and the widest of them.
 */
export function labelsIn(
  ground: TileGround,
  { zoom, x, y }: TilePlace,
  polygons: readonly number[],
  textOf: (feature: number) => LabelText | null,
): TileFeature[] {
  const side = 2 ** (32 - zoom)
  const least = (leastPixels / tilePixels) * side
  const found: { readonly feature: number; readonly room: Room }[] = []
  let before = -1
  for (const polygon of polygons) {
    const feature = ground.polygonFeature[polygon]!
    if (feature === before) continue
    before = feature
    const room = widest(ground, feature, polygon)
    const isHere = room !== null && Math.floor(room.x / side) === x && Math.floor(room.y / side) === y
    if (isHere && room.width >= least) found.push({ feature, room })
  }
  return found
    .toSorted((a, b) => b.room.width - a.room.width || a.feature - b.feature)
    .flatMap(({ feature, room }) => {
      const text = textOf(feature)
      if (!text) return []
      const { label, labelAr } = text
      const pen = geometryPen()
      pen.points([room.x - x * side, room.y - y * side].map((own) => Math.round((own / side) * labelsExtent)))
      const attributes = {
        label,
        ...(labelAr === undefined ? {} : { labelAr }),
        room: Math.round((room.width / worldSide) * worldMetres),
      }
      return [{ number: feature + 1, attributes, geometry: pen.geometry }]
    })
    .slice(0, mostLabels)
}

/** Where a feature is widest along the middles of its polygons. */
function widest(ground: TileGround, feature: number, any: number): Room | null {
  const { polygonFeature } = ground
  let first = any
  while (first > 0 && polygonFeature[first - 1] === feature) first--
  let best: Room | null = null
  for (let polygon = first; polygonFeature[polygon] === feature; polygon++) {
    const room = widestAcross(ground, polygon)
    if (room && (!best || room.width > best.width)) best = room
  }
  return best
}

/** The widest stretch of a polygon on the line through its middle, by the even-odd rule. */
function widestAcross({ xy, partStart, polygonStart }: TileGround, polygon: number): Room | null {
  const [from, to] = [polygonStart[polygon]!, polygonStart[polygon + 1]!]
  let [top, bottom] = [Infinity, -Infinity]
  for (let i = partStart[from]!; i < partStart[to]!; i++) {
    top = Math.min(top, xy[2 * i + 1]!)
    bottom = Math.max(bottom, xy[2 * i + 1]!)
  }
  const y = (top + bottom) / 2
  const crossings: number[] = []
  for (let part = from; part < to; part++) {
    const [start, end] = [partStart[part]!, partStart[part + 1]!]
    for (let i = start; i < end; i++) {
      const next = i + 1 < end ? i + 1 : start
      const [y1, y2] = [xy[2 * i + 1]!, xy[2 * next + 1]!]
      if (y1 > y === y2 > y) continue
      crossings.push(xy[2 * i]! + ((y - y1) / (y2 - y1)) * (xy[2 * next]! - xy[2 * i]!))
    }
  }
  crossings.sort((a, b) => a - b)
  let best: Room | null = null
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!
    if (!best || width > best.width) best = { x: (crossings[i]! + crossings[i + 1]!) / 2, y, width }
  }
  return best
}
