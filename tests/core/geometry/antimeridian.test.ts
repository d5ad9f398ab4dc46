import { expect, test } from 'vitest'
import { refuseAntimeridian } from '../../../core/geometry/antimeridian.ts'
import { describeProblem } from '../../../core/result/problem.ts'
import { shapesOf } from '../shapes-of.ts'

test('a polygon that jumps over 180 degrees is refused with its feature and the jump', () => {
  const shapes = shapesOf([
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    ],
    [
      [
        [179, -17],
        [-179, -17],
        [-179, -16],
        [179, -16],
      ],
    ],
  ])
  const found = refuseAntimeridian(shapes, 'Fiji')
  expect(found.ok).toBe(false)
  if (found.ok) return
  expect(found.problem.values).toEqual({ layer: 'Fiji', feature: 2, from: 179, to: -179 })
  expect(describeProblem('en', found.problem)).toContain('Fiji, feature 2')
})

test('a ring round a pole is refused', () => {
  expect(
    refuseAntimeridian(
      shapesOf([
        [
          [
            [-120, 80],
            [0, 80],
            [120, 80],
          ],
        ],
      ]),
      'Arctic',
    ).ok,
  ).toBe(false)
})

test('rings cut at 180 degrees, boxes of the whole globe, and lines pass', () => {
  const cut = shapesOf([
    [
      [
        [179, -17],
        [180, -17],
        [180, -16],
        [179, -16],
      ],
    ],
    [
      [
        [-180, -90],
        [180, -90],
        [180, 90],
        [-180, 90],
      ],
    ],
  ])
  expect(refuseAntimeridian(cut, 'cut').ok).toBe(true)
  expect(
    refuseAntimeridian(
      {
        ...shapesOf([
          [
            [
              [179, 0],
              [-179, 0],
              [-179, 1],
            ],
          ],
        ]),
        kind: 'line',
      },
      'routes',
    ).ok,
  ).toBe(true)
})
