import { lineLengthM } from '../geometry/line-length.ts'
import { ringAreaM2 } from '../geometry/ring-area.ts'
import { linkRings } from '../geometry/link-rings.ts'
import { nestLinked, type ShellWithHoles } from '../geometry/nest-linked.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { arrange } from './arrangement.ts'
import { packLayers } from './pack-layers.ts'
import { groupSegments } from './group-segments.ts'
import type { OverlayLayer } from './overlay.ts'
import type { OverlayContext } from './pool.ts'

/** Polygons valid by OGC Simple Features: shell first and counter-clockwise, then its holes, clockwise. */
export type Ground = {
  /** The "features" of the shapes are the groups. */
  readonly shapes: Shapes
  /** Of each polygon. */
  readonly areasM2: Float64Array
}

export type OverlapGround = {
  readonly ground: Ground
  /** What is narrower than the width asked for, counted as its area over half its outline. */
  readonly slivers: Ground
}

/**
 * The ground of the plan as polygons: `groupsOf` says to which groups a combination of classes belongs (for each layer
 * the classes that cover it, ascending). Groups may overlap; within a group neighbouring combinations dissolve.
 * The boundaries are the labelled pieces of the walk, linked into rings.
 */
export function overlapGround(
  layers: readonly OverlayLayer[],
  groupsOf: (classes: readonly (readonly number[])[]) => readonly number[],
  { sliverWidthM = 0 }: { readonly sliverWidthM?: number } = {},
  work: OverlayContext = {},
): OverlapGround {
  work.signal?.throwIfAborted()
  const packed = packLayers(layers)
  const arrangement = arrange(packed.rings, true)
  work.signal?.throwIfAborted()
  const { segments, start } = groupSegments(packed, arrangement, groupsOf)
  const wide: GroundParts = []
  const narrow: GroundParts = []
  for (let group = 0; group + 1 < start.length; group++) {
    const count = start[group + 1]! - start[group]!
    if (count === 0) continue
    for (const rings of nestLinked(linkRings(segments.subarray(4 * start[group]!, 4 * start[group + 1]!), count))) {
      const areaM2 = rings.reduce((sum, ring) => sum + ringAreaM2(ring, 0, ring.length / 2), 0)
      const outlineM = rings.reduce((sum, ring) => sum + outlineOf(ring), 0)
      const into = areaM2 < (sliverWidthM * outlineM) / 2 ? narrow : wide
      into.push({ group, rings, areaM2 })
    }
  }
  return { ground: groundOf(wide), slivers: groundOf(narrow) }
}

type GroundParts = { readonly group: number; readonly rings: ShellWithHoles; readonly areaM2: number }[]

const outlineOf = (ring: Float64Array): number =>
  lineLengthM(ring, 0, ring.length / 2) +
  lineLengthM(Float64Array.of(ring.at(-2)!, ring.at(-1)!, ring[0]!, ring[1]!), 0, 2)

function groundOf(parts: GroundParts): Ground {
  const rings = parts.flatMap((part) => part.rings)
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  const partStart = new Uint32Array(rings.length + 1)
  for (const [i, ring] of rings.entries()) {
    coordinates.set(ring, 2 * partStart[i]!)
    partStart[i + 1] = partStart[i]! + ring.length / 2
  }
  return {
    shapes: {
      kind: 'polygon',
      coordinates,
      partStart,
      partPolygon: Uint32Array.from(parts.flatMap((part, polygon) => part.rings.map(() => polygon))),
      polygonFeature: Uint32Array.from(parts, ({ group }) => group),
    },
    areasM2: Float64Array.from(parts, ({ areaM2 }) => areaM2),
  }
}
