const none = -1

/**
 * For each pixel the nearest one that is a site, as its number; -1 where there is none. Sweeps that carry vectors (Danielsson 1980):
 * Euclidean but for a rare fraction of a pixel. Ties go to the site that a sweep from the top left meets first.
 */
export function nearestSites(width: number, height: number, isSite: (pixel: number) => boolean): Int32Array {
  const nearest = new Int32Array(width * height).fill(none)
  const squares = new Float64Array(width * height).fill(Infinity)
  for (let pixel = 0; pixel < nearest.length; pixel++) {
    if (!isSite(pixel)) continue
    nearest[pixel] = pixel
    squares[pixel] = 0
  }
  const look = (x: number, y: number, own: number, other: number): void => {
    const site = nearest[other]!
    if (site === none || squares[other]! >= squares[own]! + 2 * Math.sqrt(squares[own]!) + 2) return
    const siteY = (site / width) | 0
    const [dx, dy] = [site - siteY * width - x, siteY - y]
    const square = dx * dx + dy * dy
    if (square >= squares[own]!) return
    nearest[own] = site
    squares[own] = square
  }
  const last = width - 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      const own = row + x
      if (squares[own] === 0) continue
      if (y > 0) {
        look(x, y, own, own - width)
        if (x > 0) look(x, y, own, own - width - 1)
        if (x < last) look(x, y, own, own - width + 1)
      }
      if (x > 0) look(x, y, own, own - 1)
    }
    for (let x = last - 1; x >= 0; x--) if (squares[row + x] !== 0) look(x, y, row + x, row + x + 1)
  }
  for (let y = height - 1; y >= 0; y--) {
    const row = y * width
    for (let x = last; x >= 0; x--) {
      const own = row + x
      if (squares[own] === 0) continue
      if (y + 1 < height) {
        look(x, y, own, own + width)
        if (x > 0) look(x, y, own, own + width - 1)
        if (x < last) look(x, y, own, own + width + 1)
      }
      if (x < last) look(x, y, own, own + 1)
    }
    for (let x = 1; x < width; x++) if (squares[row + x] !== 0) look(x, y, row + x, row + x - 1)
  }
  return nearest
}

/** The distance between the middles of two pixels. */
export function distanceTo(width: number, pixel: number, site: number): number {
  const [y, siteY] = [Math.floor(pixel / width), Math.floor(site / width)]
  return Math.hypot(site - siteY * width - (pixel - y * width), siteY - y)
}
