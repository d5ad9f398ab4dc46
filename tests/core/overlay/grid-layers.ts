import * as fc from 'fast-check'
import type { PlainLayer } from './slab-integration.ts'

/** Rings that cross themselves and share vertices, edges and lines as often as chance allows on a few grid points. */
export const ringOn = (size: number, step: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 0, max: size })), {
      minLength: 3,
      maxLength: 7,
    })
    .map((points) => points.map(([x, y]): [number, number] => [36 + step * x, 33 + step * y]))

export const layersOn = (size: number, step: number): fc.Arbitrary<PlainLayer[]> =>
  fc.array(
    fc
      .array(fc.tuple(fc.array(ringOn(size, step), { minLength: 1, maxLength: 2 }), fc.integer({ min: 0, max: 2 })), {
        minLength: 1,
        maxLength: 3,
      })
      .map((polygons) => ({ polygons: polygons.map(([rings]) => rings), classes: polygons.map(([, of]) => of) })),
    { minLength: 1, maxLength: 3 },
  )
