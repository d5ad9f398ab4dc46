import { nearestSites, distanceTo } from '../../core/tracing/nearest-sites.ts'
import type { LabelGrid } from '../../core/tracing/pixel-grid.ts'
import type { MadeMap } from './made-map.ts'

/** The class that has most of each pixel, 0 where none has half. */
export function trueLabels({ pixels: { width, height }, parts }: MadeMap): LabelGrid {
  const labels = new Uint8Array(width * height)
  for (let pixel = 0; pixel < labels.length; pixel++) {
    let none = 1
    for (const part of parts) none -= part[pixel]!
    let [best, most] = [0, none]
    for (const [i, part] of parts.entries()) if (part[pixel]! > most) [best, most] = [i + 1, part[pixel]!]
    labels[pixel] = best
  }
  return { width, height, labels }
}

/** Mean over classes of what found and true ground have in common over what either has. */
export function meanOverlap(found: LabelGrid, truth: LabelGrid, classes: number): number {
  const [both, either] = [new Float64Array(classes + 1), new Float64Array(classes + 1)]
  for (let pixel = 0; pixel < truth.labels.length; pixel++) {
    const [own, other] = [found.labels[pixel]!, truth.labels[pixel]!]
    either[own]!++
    if (own === other) both[own]!++
    else either[other]!++
  }
  return (
    Array.from({ length: classes }, (_, i) => both[i + 1]! / either[i + 1]!).reduce((sum, each) => sum + each, 0) /
    classes
  )
}

/** F1 of boundary pixels that have one of the other within `withinPx`. */
export function boundaryF1(found: LabelGrid, truth: LabelGrid, withinPx: number): number {
  const [own, other] = [boundaryOf(found), boundaryOf(truth)]
  const held = (of: Uint8Array, by: Uint8Array): number => {
    const near = nearestSites(found.width, found.height, (pixel) => by[pixel] === 1)
    let [hit, all] = [0, 0]
    for (let pixel = 0; pixel < of.length; pixel++) {
      if (of[pixel] === 0) continue
      all++
      if (near[pixel]! >= 0 && distanceTo(found.width, pixel, near[pixel]!) <= withinPx) hit++
    }
    return hit / all
  }
  const [precision, recall] = [held(own, other), held(other, own)]
  return (2 * precision * recall) / (precision + recall)
}

function boundaryOf({ width, height, labels }: LabelGrid): Uint8Array {
  const is = new Uint8Array(labels.length)
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const x = pixel % width
    if (
      (x + 1 < width && labels[pixel + 1] !== labels[pixel]) ||
      (pixel + width < width * height && labels[pixel + width] !== labels[pixel])
    )
      is[pixel] = 1
  }
  return is
}
