import { overlay, type Overlay, type OverlayLayer } from '../../../core/overlay/overlay.ts'
import { shapesOf, type Ring } from '../shapes-of.ts'
import type { PlainLayer } from './slab-integration.ts'

/** Polygons of one class, or of the classes given. */
export const layerOf = (
  polygons: readonly (readonly Ring[])[],
  classes: readonly number[] = polygons.map(() => 0),
): OverlayLayer => ({
  shapes: shapesOf(polygons),
  polygonClass: Int32Array.from(classes),
  classCount: Math.max(0, ...classes) + 1,
})

export const fromPlain = ({ polygons, classes }: PlainLayer): OverlayLayer => layerOf(polygons, classes)

/** Ground of the plan that class `wanted` of the second layer covers, in square metres. */
export function sharedM2(plan: readonly (readonly Ring[])[], layer: readonly (readonly Ring[])[], wanted = 0): number {
  const { combinations } = overlay([layerOf(plan), layerOf(layer)])
  return combinations.filter(({ classes }) => classes[1]!.includes(wanted)).reduce((sum, { areaM2 }) => sum + areaM2, 0)
}

/** Areas by sets of classes, keyed as those of the slab integration. */
export const keyed = ({ combinations }: Overlay): Map<string, number> =>
  new Map(
    combinations.map(({ classes, areaM2 }) => [
      classes
        .flatMap((of, l) => of.map((c) => `${l}.${c}`))
        .sort()
        .join('+'),
      areaM2,
    ]),
  )

export const totalM2 = ({ combinations }: Overlay): number => combinations.reduce((sum, { areaM2 }) => sum + areaM2, 0)
