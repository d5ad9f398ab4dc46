/**
 * Where the pixels of a raster lie in its coordinate system, as GDAL writes it: x = a + column b + row c, y = d + column e +
 * row f, columns and rows counted from the outer corner of the top left pixel.
 */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const placeOfPixel = ([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] => [
  a + x * b + y * c,
  d + x * e + y * f,
]

/** Whether the pixels cover ground: not where they have no size or lie on a line. */
export const hasGround = (affine: Affine): boolean => {
  const [, b, c, , e, f] = affine
  return affine.every(Number.isFinite) && Math.abs(b * f - c * e) > 0
}

/** The same from the middle of the top left pixel, as world files and rasters of points say it. */
export const fromMiddle = ([a, b, c, d, e, f]: Affine): Affine => [a - (b + c) / 2, b, c, d - (e + f) / 2, e, f]
