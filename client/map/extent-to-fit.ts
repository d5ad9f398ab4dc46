import type { Extent } from '../../core/geometry/shapes.ts'
import { placeExtent } from '../../core/model/outline.ts'
import type { PageState } from '../state/page-state.ts'
import { previewsOf } from '../state/previews.ts'
import { commonCandidates } from '../state/waiting-files.ts'
import { planLayer } from '../state/shown-series.ts'

type Wanted = { readonly key: string; readonly extent: Extent }

const nearDegrees = 3
/** Enough to see a town beside what is asked about. */
const leastAskedDegrees = 0.4

/** What the map should show now: a question's candidates, a new layer that lies elsewhere, else the plan. */
export function extentToFit(state: PageState): Wanted | null {
  const { study, question, layerPanel } = state
  const previews = previewsOf(state).map(({ extent }) => extent)
  const seen = previews.length > 0 ? union(previews) : null
  if (!study) return seen && { key: `preview ${seen.join()}`, extent: seen }
  const plan = planLayer(state)?.extent ?? placeExtent(study)
  if (question) {
    const chosen = question.files.filter(({ isChosen }) => isChosen).map(({ uploadId }) => uploadId)
    const extents = commonCandidates(question).map(({ extent }) => extent)
    const about = plan ?? extents[0]
    if (!about) return null
    const near = extents.filter((extent) => distance(extent, about) < nearDegrees)
    return {
      key: `crs ${chosen.join()}`,
      extent: withSurroundings(union(near.length > 0 ? near : extents.slice(0, 1))),
    }
  }
  const layer = study.layers.find(({ id }) => id === layerPanel?.id)
  if (layer?.extent && !(plan && doMeet(layer.extent, plan))) {
    return { key: `layer ${study.id} ${layer.id} ${layer.extent.join()}`, extent: layer.extent }
  }
  if (seen && !(plan && doMeet(seen, plan))) return { key: `preview ${seen.join()}`, extent: seen }
  if (plan) return { key: `plan ${study.id} ${plan.join()}`, extent: plan }
  const extents = study.layers.map((other) => other.extent).filter((extent) => extent !== null)
  return extents.length > 0 ? { key: `study ${study.id} ${extents.length}`, extent: union(extents) } : null
}

/** A place is recognised by what lies around it. */
function withSurroundings([west, south, east, north]: Extent): Extent {
  const [x, y] = [leastAskedDegrees - (east - west), leastAskedDegrees - (north - south)].map((lack) =>
    Math.max(0, lack),
  )
  return [west - x! / 2, south - y! / 2, east + x! / 2, north + y! / 2]
}

export const doMeet = (a: Extent, b: Extent): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

export const middleOf = ([west, south, east, north]: Extent): [lon: number, lat: number] => [
  (west + east) / 2,
  (south + north) / 2,
]

/** In degrees, which is enough to tell near from far. */
function distance(a: Extent, b: Extent): number {
  const [[aLon, aLat], [bLon, bLat]] = [middleOf(a), middleOf(b)]
  return Math.hypot(aLon - bLon, aLat - bLat)
}

const union = (extents: readonly Extent[]): Extent => {
  const edge = (place: 0 | 1 | 2 | 3): number[] => extents.map((extent) => extent[place])
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))]
}
