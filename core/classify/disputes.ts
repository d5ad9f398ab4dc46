import type { Features } from '../geometry/shapes.ts'
import { overlay } from '../overlay/overlay.ts'
import { asOneClass } from '../overlay/union.ts'
import type { Layer } from '../model/layer.ts'
import { sliverShare } from '../model/sliver-share.ts'

/** Features of one party that name the same sources. */
export type Saying = { readonly party: string; readonly features: readonly number[] }

/**
 * Of each saying the places of those that name another party on its ground, without slivers. Only of a layer of control,
 * for one party holds ground; features that hold on days of their own are not set against each other.
 */
export function disputes(
  { role, dateFields }: Pick<Layer, 'role' | 'dateFields'>,
  { shapes }: Features,
  parsedFlags: readonly Saying[],
): number[][] {
  const parties = new Set(parsedFlags.map(({ party }) => party))
  if (role !== 'control' || dateFields !== undefined || shapes.kind !== 'polygon' || parties.size < 2)
    return parsedFlags.map(() => [])
  const sayingOf = new Map(parsedFlags.flatMap(({ features }, i) => features.map((feature) => [feature, i] as const)))
  const polygonClass = Int32Array.from(shapes.polygonFeature, (feature) => sayingOf.get(feature) ?? -1)
  const { combinations } = overlay([asOneClass(shapes), { shapes, polygonClass, classCount: parsedFlags.length }])
  const sharedM2 = (...members: readonly number[]): number =>
    combinations.reduce(
      (sum, { classes, areaM2 }) => (members.every((own) => classes[1]!.includes(own)) ? sum + areaM2 : sum),
      0,
    )
  return parsedFlags.map(({ party }, i) =>
    parsedFlags.flatMap((other, k) => (other.party !== party && sharedM2(i, k) > sliverShare * sharedM2(i) ? [k] : [])),
  )
}
