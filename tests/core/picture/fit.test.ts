import { array, assert, double, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitErrors, fitPicture, lengthOf } from '../../../core/picture/fit.ts'
import { placePicture } from '../../../core/picture/place-picture.ts'
import { groundPlane, offsetM } from '../../../core/picture/plane.ts'
import { transforms, type TransformKind } from '../../../core/model/picture-record.ts'

const rows = [
  [112.5, 98.25, 36.2101, 33.5903],
  [905, 143.5, 36.3472, 33.5851],
  [858.75, 702, 36.3398, 33.5042],
  [140.25, 655.5, 36.2149, 33.5098],
  [498, 395.75, 36.2768, 33.5487],
  [690.5, 250, 36.31, 33.5698],
  [300.25, 520, 36.2424, 33.53],
  [520, 690, 36.281, 33.5052],
  [420, 120, 36.2635, 33.5875],
] as const
const points = rows.map(([x, y, lon, lat]) => ({ x, y, lon, lat }))
const usual = { points, clickPx: 2, linePx: 1, sourceM: 0, source: 'test' }

/**
 * Where NumPy 2 lays the pixel (600, 300) by these points in Web Mercator: `lstsq` for the linear ones, the bordered matrix of
 * kernels solved for the spline, Gauss-Newton on the residuals themselves for the projective one.
 */
const byNumpy: Readonly<Record<TransformKind, readonly [lon: number, lat: number]>> = {
  helmert: [36.29446014501855, 33.562023497817954],
  affine: [36.294533675910465, 33.56209753955767],
  projective: [36.29449108554312, 33.56222829505201],
  polynomial2: [36.294380260774595, 33.56251388718854],
  tps: [36.29440686880307, 33.562562998372634],
}

test.each(transforms)('a fit by %s is that of an independent least squares', (transform) => {
  const place = fitPicture(points, transform, 'mercator').placeOf([600, 300])
  // The projective fit minimises the algebraic error, which at this tilt is the other to a part of a pixel (15 m).
  const allowedM = transform === 'projective' ? 3 : 1e-4
  expect(lengthOf(offsetM(place, byNumpy[transform]))).toBeLessThan(allowedM)
})

describe('points without error', () => {
  const exactly = (transform: TransformKind, count: number) =>
    property(
      array(double({ min: -0.02, max: 0.02, noNaN: true }), { minLength: 6, maxLength: 6 }),
      double({ min: 3, max: 40, noNaN: true }),
      double({ min: 0, max: 6.28, noNaN: true }),
      (bends, pixelM, turn) => {
        const plane = groundPlane('local', [36.3, 33.5])
        const truth = ([x, y]: readonly [number, number]): readonly [number, number] => {
          const [u, v] = [(x - 500) / 500, (400 - y) / 500]
          const [a, b, c, d, e, f] = bends as [number, number, number, number, number, number]
          const w = transform === 'projective' ? 1 + 3 * a * u + 3 * b * v : 1
          const isBent = transform === 'polynomial2'
          const p = ((transform === 'helmert' ? u : u * (1 + d)) + (isBent ? a * u * u + b * u * v + c * v * v : 0)) / w
          const q = (v + (isBent ? d * u * u + e * u * v + f * v * v : 0)) / w
          return plane.toPlace([
            500 * pixelM * (p * Math.cos(turn) - q * Math.sin(turn)),
            500 * pixelM * (p * Math.sin(turn) + q * Math.cos(turn)),
          ])
        }
        const pixels = [
          [20, 30], [970, 60], [940, 770], [60, 730], [510, 380], [700, 200], [250, 560], [480, 90], [820, 450],
        ].slice(0, count) as [number, number][] // prettier-ignore
        const exact = pixels.map((pixel) => {
          const [lon, lat] = truth(pixel)
          return { x: pixel[0], y: pixel[1], lon, lat }
        })
        // A transverse Mercator about the mean of the points differs from the one the truth was drawn in by far less.
        const fit = fitPicture(exact, transform, 'local')
        expect(fitErrors(fit).rmseM).toBeLessThan(0.1)
        expect(lengthOf(offsetM(fit.placeOf([333, 444]), truth([333, 444])))).toBeLessThan(0.2)
      },
    )

  test.each([
    ['helmert', 2],
    ['helmert', 5],
    ['affine', 3],
    ['affine', 9],
    ['projective', 4],
    ['projective', 7],
    ['polynomial2', 6],
    ['polynomial2', 9],
  ] as const)('give the true map back: %s by %i', (transform, count) => {
    assert(exactly(transform, count), { seed: 19, numRuns: 40 })
  })
})

test('lengths are metres on the ground, whichever the plane', () => {
  const [mercator, local] = (['mercator', 'local'] as const).map((plane) =>
    fitErrors(fitPicture(points, 'affine', plane)),
  )
  // At 33.5 degrees a Web Mercator metre is 0.83 of one: errors in its metres would differ by a fifth.
  expect(mercator!.rmseM / local!.rmseM).toBeGreaterThan(0.97)
  expect(mercator!.rmseM / local!.rmseM).toBeLessThan(1.03)
  expect(mercator!.pixelM / local!.pixelM).toBeCloseTo(1, 2)
})

test('leaving one out is what fitting the others says of it', () => {
  const { leaveOneOut } = fitErrors(fitPicture(points, 'affine', 'local'))
  const without = fitPicture(points.toSpliced(4, 1), 'affine', 'local')
  const own = points[4]!
  expect(leaveOneOut[4]).toEqual(offsetM([own.lon, own.lat], without.placeOf([own.x, own.y])))
})

test('without a plane the one with the smaller leave-one-out error is taken and named', () => {
  const placed = placePicture({ ...usual, transform: 'affine' })
  if (!placed.ok) throw new Error(placed.problem.code)
  const errors = (['mercator', 'local'] as const).map((plane) => {
    const own = placePicture({ ...usual, transform: 'affine', plane })
    return own.ok ? own.value.answer.leaveOneOutM! : NaN
  })
  expect(placed.value.answer.plane).toBe(errors[0]! <= errors[1]! ? 'mercator' : 'local')
  expect(placed.value.answer.leaveOneOutM).toBe(Math.min(...errors))
})
