const none = -1

/**
 * For each pixel the nearest one that is a site, as its number; -1 where there is none. Sweeps that carry vectors
 * (Danielsson 1980): Euclidean but for a rare fraction of a pixel. Ties go to the site that a sweep from the top left meets first.
 */
export function nearestSites(width: number, height: number, isSite: (pixel: number) => boolean): Int32Array {
  const nearest = new Int32Array(width * height).fill(none)
  for (let pixel = 0; pixel < nearest.length; pixel++) if (isSite(pixel)) nearest[pixel] = pixel
  const look = (x: number, y: number, own: number, other: number): void => {
    const site = nearest[other]!
    if (site === none) return
    const known = nearest[own]!
    if (known === own) return
    if (known === none || squared(width, x, y, site) < squared(width, x, y, known)) nearest[own] = site
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      const own = row + x
      if (y > 0) {
        look(x, y, own, own - width)
        if (x > 0) look(x, y, own, own - width - 1)
        if (x + 1 < width) look(x, y, own, own - width + 1)
      }
      if (x > 0) look(x, y, own, own - 1)
    }
    for (let x = width - 2; x >= 0; x--) look(x, y, row + x, row + x + 1)
  }
  for (let y = height - 1; y >= 0; y--) {
    const row = y * width
    for (let x = width - 1; x >= 0; x--) {
      const own = row + x
      if (y + 1 < height) {
        look(x, y, own, own + width)
        if (x > 0) look(x, y, own, own + width - 1)
        if (x + 1 < width) look(x, y, own, own + width + 1)
      }
      if (x + 1 < width) look(x, y, own, own + 1)
    }
    for (let x = 1; x < width; x++) look(x, y, row + x, row + x - 1)
  }
  return nearest
}

function squared(width: number, x: number, y: number, site: number): number {
  const siteY = Math.floor(site / width)
  const [dx, dy] = [site - siteY * width - x, siteY - y]
  return dx * dx + dy * dy
}

/** The distance between the middles of two pixels. */
export function distanceTo(width: number, pixel: number, site: number): number {
  const y = Math.floor(pixel / width)
  return Math.sqrt(squared(width, pixel - y * width, y, site))
}
