import type { Features } from '../geometry/shapes.ts'
import { overlay } from '../overlay/overlay.ts'
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
  sayings: readonly Saying[],
): number[][] {
  const parties = new Set(sayings.map(({ party }) => party))
  if (role !== 'control' || dateFields !== undefined || shapes.kind !== 'polygon' || parties.size < 2)
    return sayings.map(() => [])
  const sayingOf = new Map(sayings.flatMap(({ features }, i) => features.map((feature) => [feature, i] as const)))
  const polygonClass = Int32Array.from(shapes.polygonFeature, (feature) => sayingOf.get(feature) ?? -1)
  const whole = { shapes, polygonClass: new Int32Array(polygonClass.length), classCount: 1 }
  const { combinations } = overlay([whole, { shapes, polygonClass, classCount: sayings.length }])
  const sharedM2 = (...members: readonly number[]): number =>
    combinations.reduce(
      (sum, { classes, areaM2 }) => (members.every((own) => classes[1]!.includes(own)) ? sum + areaM2 : sum),
      0,
    )
  return sayings.map(({ party }, i) =>
    sayings.flatMap((other, k) => (other.party !== party && sharedM2(i, k) > sliverShare * sharedM2(i) ? [k] : [])),
  )
}
