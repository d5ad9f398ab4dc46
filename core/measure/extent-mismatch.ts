import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent, Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { problem, type Problem } from '../result/problem.ts'
import type { Layer } from '../model/layer.ts'

type Placed = { readonly layer: Layer; readonly features: Features }

/** A plan that lies so far from everything it is to be measured against is a plan of another place. */
const anotherPlaceKm = 100
/** Nearer layers are neighbours that happen not to reach the plan; their zeros need no warning. */
const neighbouringKm = 10

/** Why a plan cannot be measured against layers that all lie in another part of the world; `null` where some lies near. */
export function extentMismatch(plan: Placed, layers: readonly Placed[]): Problem | null {
  const apart = layers.flatMap((own) => distanceKm(plan, own) ?? [])
  const nearest = Math.min(...apart)
  if (apart.length === 0 || nearest <= anotherPlaceKm) return null
  return problem('plan-elsewhere', {
    plan: plan.layer.name,
    layers: layers.map(({ layer }) => layer.name).join(', '),
    km: Math.round(nearest),
  })
}

/** Layers that lie far from the plan: their zeros are true and perhaps not meant. */
export const extentMismatchNotes = (plan: Placed, layers: readonly Placed[]): Note[] =>
  layers.flatMap((own) => {
    const km = distanceKm(plan, own)
    if (km === null || km < neighbouringKm) return []
    const { name } = own.layer
    return [note('layer-elsewhere', { layer: name, plan: plan.layer.name, km: Math.round(km) }, { layer: name })]
  })

/** Kilometres between the rectangles round two layers, 0 where they meet; `null` where one of them has no geometry. */
function distanceKm(a: Placed, b: Placed): number | null {
  const [one, two] = [extentOf(a.features.shapes), extentOf(b.features.shapes)]
  return one && two ? gapKm(one, two) : null
}

function gapKm([west, south, east, north]: Extent, [otherWest, otherSouth, otherEast, otherNorth]: Extent): number {
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const dLon = Math.max(0, otherWest - east, west - otherEast)
  const dLat = Math.max(0, otherSouth - north, south - otherNorth)
  return (Math.hypot(dLon * eastM, dLat * northM) * Math.PI) / 180 / 1000
}
