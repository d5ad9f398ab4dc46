import { distanceTo, nearestSites } from './nearest-sites.ts'
import type { LabelGrid } from './pixel-grid.ts'

/** Classes of pixels that lie in some square of three by three pixels of that class; others are 0: mixed edges, letters, noise. */
export function withoutHairs({ width, height, labels }: LabelGrid, isClass: (label: number) => boolean): Uint8Array {
  const isMiddle = new Uint8Array(labels.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = labels[y * width + x]!
      if (!isClass(own)) continue
      let isAll = true
      for (let v = Math.max(0, y - 1); isAll && v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); isAll && u <= Math.min(width - 1, x + 1); u++)
          isAll = labels[v * width + u] === own
      if (isAll) isMiddle[y * width + x] = 1
    }
  }
  const kept = labels.slice()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const own = labels[y * width + x]!
      if (!isClass(own) || isMiddle[y * width + x] === 1) continue
      let isHeld = false
      for (let v = Math.max(0, y - 1); !isHeld && v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); !isHeld && u <= Math.min(width - 1, x + 1); u++)
          isHeld = isMiddle[v * width + u] === 1 && labels[v * width + u] === own
      if (!isHeld) kept[y * width + x] = 0
    }
  }
  return kept
}

/** Of the pixels that are `isIn` those that lie in a disc so wide of them; the picture's edge narrows nothing. */
export function wideParts(
  width: number,
  height: number,
  isIn: (pixel: number) => boolean,
  widthPx: number,
): (pixel: number) => boolean {
  const radius = widthPx / 2
  const out = nearestSites(width, height, (pixel) => !isIn(pixel))
  const isCore = (pixel: number): boolean => {
    const site = out[pixel]!
    return site !== pixel && (site < 0 || distanceTo(width, pixel, site) > radius)
  }
  const core = nearestSites(width, height, isCore)
  return (pixel) => {
    const site = core[pixel]!
    return site >= 0 && isIn(pixel) && distanceTo(width, pixel, site) <= radius
  }
}
