import { eccentricity2, radiansPerDegree, semiMajorM } from '../core/geometry/ellipsoid.ts'
import type { OverlayLayer } from '../core/overlay/overlay.ts'
import { middleLat, type Workload, type WorkloadName } from './workloads.ts'

/** Another program that can measure the areas per class. */
export type Peer = {
  readonly name: string
  /** Every so many features of the plan are given to it, and its time is scaled up. */
  readonly every: Readonly<Record<WorkloadName, number>>
  /** Reads the work into the program's own shapes, which is not timed. */
  readonly load: (work: Workload) => LoadedPeer
  readonly close: () => void
}

export type LoadedPeer = {
  /** Milliseconds of one run. */
  readonly runMs: () => number
  /** Areas per class of the last run, to be held against ours. */
  readonly classesM2: () => readonly number[]
  readonly close: () => void
}

/**
 * For peers that know the plane only: square metres of a square degree at the middle of the workloads (Snyder 1987, 4-18
 * and 4-20); 2e-4 too much or too little at their northern and southern ends.
 */
export const m2PerDegree2 = (() => {
  const radians = middleLat * radiansPerDegree
  const w2 = 1 - eccentricity2 * Math.sin(radians) ** 2
  return ((semiMajorM * radiansPerDegree) ** 2 * (1 - eccentricity2) * Math.cos(radians)) / w2 ** 2
})()

/** The work with every `step`-th feature of the plan. */
export function sampled(work: Workload, step: number): Workload {
  return step === 1 ? work : { ...work, plan: everyNth(work.plan, step) }
}

function everyNth({ shapes, polygonClass, classCount }: OverlayLayer, step: number): OverlayLayer {
  const parts = [...shapes.partPolygon.keys()].filter((part) => shapes.partPolygon[part]! % step === 0)
  const rings = parts.map((part) =>
    shapes.coordinates.subarray(2 * shapes.partStart[part]!, 2 * shapes.partStart[part + 1]!),
  )
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  const partStart = new Uint32Array(rings.length + 1)
  for (const [part, ring] of rings.entries()) {
    coordinates.set(ring, 2 * partStart[part]!)
    partStart[part + 1] = partStart[part]! + ring.length / 2
  }
  const kept = polygonClass.filter((_, polygon) => polygon % step === 0)
  const partPolygon = Uint32Array.from(parts, (part) => shapes.partPolygon[part]! / step)
  return {
    shapes: { kind: 'polygon', coordinates, partStart, partPolygon, polygonFeature: Uint32Array.from(kept.keys()) },
    polygonClass: kept,
    classCount,
  }
}
