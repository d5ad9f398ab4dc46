import type { Random } from '../random.ts'

/** True ground of a made map: which class holds a place, 0 where none does, and how far its nearest border is, in pixels. */
export type MadeGround = {
  readonly classAt: (x: number, y: number) => number
  /** Distance to the nearest line between classes or to where the map ends, in pixels, exact where it is small. */
  readonly borderAt: (x: number, y: number) => number
}

type Seed = { readonly x: number; readonly y: number; readonly label: number }

/**
 * Winding regions: the nearest of some seeds in a warped plane, within a winding outline, with islands. Neighbouring seeds of one class
 * are one region.
 */
export function madeGround(
  width: number,
  height: number,
  classes: number,
  chance: Random,
  windingPx: number,
): MadeGround {
  const waves = Array.from({ length: 6 }, () => ({
    x: (2 * Math.PI * (1 + 4 * chance())) / width,
    y: (2 * Math.PI * (1 + 4 * chance())) / width,
    phase: 2 * Math.PI * chance(),
    size: (windingPx * (0.4 + chance())) / 2,
    isX: chance() < 0.5,
  }))
  const count = classes * 3 + Math.floor(3 * chance())
  const seeds = Array.from({ length: count }, (_, k): Seed => ({
    x: width * (0.12 + 0.76 * chance()),
    y: height * (0.12 + 0.76 * chance()),
    label: (k % classes) + 1,
  }))
  const islands = Array.from({ length: 3 }, () => ({
    x: width * (0.25 + 0.5 * chance()),
    y: height * (0.25 + 0.5 * chance()),
    radius: Math.min(width, height) * (0.02 + 0.03 * chance()),
    label: Math.floor((classes + 1) * chance()),
  }))
  const [rx, ry] = [width * (0.38 + 0.06 * chance()), height * (0.38 + 0.06 * chance())]
  const warped = (x: number, y: number): readonly [number, number] => {
    let [u, v] = [x, y]
    for (const wave of waves) {
      const move = wave.size * Math.sin(wave.x * x + wave.y * y + wave.phase)
      if (wave.isX) u += move
      else v += move
    }
    return [u, v]
  }
  const outline = (u: number, v: number): number => {
    const [dx, dy] = [(u - width / 2) / rx, (v - height / 2) / ry]
    return (1 - Math.hypot(dx, dy)) * Math.min(rx, ry)
  }
  const look = (x: number, y: number): { label: number; border: number } => {
    const [u, v] = warped(x, y)
    const outside = outline(u, v)
    for (const island of islands) {
      const depth = island.radius - Math.hypot(u - island.x, v - island.y)
      if (depth > 0) return { label: outside > 0 ? island.label : 0, border: Math.min(depth, Math.abs(outside)) }
    }
    if (outside <= 0) return { label: 0, border: -outside }
    let best = seeds[0]!
    let least = Infinity
    for (const seed of seeds) {
      const square = (u - seed.x) ** 2 + (v - seed.y) ** 2
      if (square < least) [best, least] = [seed, square]
    }
    let border = outside
    for (const seed of seeds) {
      if (seed.label === best.label) continue
      const between = Math.hypot(seed.x - best.x, seed.y - best.y)
      const square = (u - seed.x) ** 2 + (v - seed.y) ** 2
      border = Math.min(border, (square - least) / (2 * between))
    }
    for (const island of islands) {
      if (island.label !== best.label) border = Math.min(border, Math.hypot(u - island.x, v - island.y) - island.radius)
    }
    return { label: best.label, border }
  }
  return { classAt: (x, y) => look(x, y).label, borderAt: (x, y) => look(x, y).border }
}
