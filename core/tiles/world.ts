/** The side of the Web Mercator world in the whole numbers that tiles are cut in: a unit is less than a centimetre. */
export const worldSide = 2 ** 32

const mostLat = 85.051_128_779_806_59
const clamped = (value: number): number => Math.min(worldSide - 1, Math.max(0, Math.round(value)))

/** West to east, from longitude in degrees. */
export const worldX = (lon: number): number => clamped((lon / 360 + 0.5) * worldSide)

/** North to south, from latitude in degrees; what lies beyond the square world is brought to its edge. */
export function worldY(lat: number): number {
  const sine = Math.sin((Math.min(mostLat, Math.max(-mostLat, lat)) * Math.PI) / 180)
  return clamped((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSide)
}

/** A square of the world: `zoom` 0 is all of it, each further zoom halves the side. */
export type TilePlace = { readonly zoom: number; readonly x: number; readonly y: number }

/** Pixels on the side of a tile, as the page draws it. */
export const tilePixels = 512
/** The deepest tiles; nearer, the page enlarges them. */
export const deepestZoom = 19
