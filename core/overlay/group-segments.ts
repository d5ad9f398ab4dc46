import type { Arrangement } from './arrangement.ts'
import { byLayer } from './combinations.ts'
import type { PackedLayers } from './pack-layers.ts'
import { labelMembers } from './labels.ts'
import { walk } from './walk.ts'

/** Segments of group g: x0, y0, x1, y1 of each of numbers `start[g]` to `start[g + 1]` - 1, the group on their left. */
export type GroupSegments = {
  readonly segments: Float64Array
  readonly start: Uint32Array
  /** Of each segment the layer that drew it. */
  readonly layer: Uint32Array
}

type Piece = {
  readonly ring: number
  readonly from: number
  readonly to: number
  readonly inner: number
  readonly outer: number
  readonly innerLeft: boolean
}

/** The boundaries of groups of combinations, cut at every crossing and touch. */
export function groupSegments(
  packed: PackedLayers,
  arrangement: Arrangement,
  groupsOf: (classes: readonly (readonly number[])[]) => readonly number[],
): GroupSegments {
  const pieces: Piece[] = []
  const labels = walk(packed, arrangement, 0, packed.rings.count, (ring, from, to, inner, outer, innerLeft) => {
    pieces.push({ ring, from, to, inner, outer, innerLeft })
  })
  const groups: (readonly number[])[] = []
  let count = 0
  for (let label = 0; label < labels.count; label++) {
    const members = labelMembers(labels, label)
    const ofPlan = members.length > 0 && members[0]! < packed.planClasses
    groups[label] = ofPlan ? groupsOf(byLayer(members, packed.firstClass)) : []
    for (const group of groups[label]!) count = Math.max(count, group + 1)
  }
  const none: readonly number[] = []
  const found = Array.from({ length: count }, (): number[] => [])
  const drawnBy = Array.from({ length: count }, (): number[] => [])
  const add = (group: number, piece: Piece, forward: boolean): void => {
    addSegments(found[group]!, arrangement, piece, forward)
    const layer = layerOf(packed, piece.ring)
    while (drawnBy[group]!.length < found[group]!.length / 4) drawnBy[group]!.push(layer)
  }
  for (const piece of pieces) {
    const inner = groups[piece.inner]!
    const outer = piece.outer < 0 ? none : groups[piece.outer]!
    for (const group of inner) if (!outer.includes(group)) add(group, piece, piece.innerLeft)
    for (const group of outer) if (!inner.includes(group)) add(group, piece, !piece.innerLeft)
  }
  const start = new Uint32Array(count + 1)
  for (const [group, values] of found.entries()) start[group + 1] = start[group]! + values.length / 4
  const segments = new Float64Array(4 * start[count]!)
  const layer = new Uint32Array(start[count]!)
  for (const [group, values] of found.entries()) segments.set(values, 4 * start[group]!)
  for (const [group, layers] of drawnBy.entries()) layer.set(layers, start[group])
  return { segments, start, layer }
}

function layerOf({ rings, polygonClass, firstClass }: PackedLayers, ring: number): number {
  const own = polygonClass[rings.polygon[ring]!]!
  return firstClass.findLastIndex((first, layer) => first <= own && own < (firstClass[layer + 1] ?? Infinity))
}

/** Adds a piece edge by edge, in its ring's direction or against it. */
function addSegments(
  into: number[],
  { rings, crossings }: Arrangement,
  { ring, from, to }: Piece,
  forward: boolean,
): void {
  const { coordinates, start } = rings
  const { points, edges } = crossings
  let x = from < 0 ? coordinates[2 * start[ring]!]! : points[from & ~1]!
  let y = from < 0 ? coordinates[2 * start[ring]! + 1]! : points[from | 1]!
  const firstPlace = from < 0 ? start[ring]! : edges[from]!
  const lastPlace = to < 0 ? start[ring + 1]! - 1 : edges[to]!
  const add = (nx: number, ny: number): void => {
    if (nx === x && ny === y) return
    if (forward) into.push(x, y, nx, ny)
    else into.push(nx, ny, x, y)
    x = nx
    y = ny
  }
  for (let place = firstPlace + 1; place <= lastPlace; place++)
    add(coordinates[2 * place]!, coordinates[2 * place + 1]!)
  if (to >= 0) add(points[to & ~1]!, points[to | 1]!)
}
