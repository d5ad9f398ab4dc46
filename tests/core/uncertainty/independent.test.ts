import { describe, expect, test } from 'vitest'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { bruteForce, type BruteLayer, type Place } from './brute-force.ts'
import { ringsInMetres } from './metre-layers.ts'
import { expectAlike } from './sampling.ts'

const outline: Place[] = [
  [0, 0],
  [1400, -100],
  [2400, 300],
  [2300, 1500],
  [1500, 1400],
  [1300, 2200],
  [100, 2000],
]
/** Three sides that share their fronts and reach over the plan, and a fourth that the third overlaps. */
const sides: readonly (readonly [string, Place[]])[] = [
  [
    'A',
    [
      [-900, -900],
      [900, -900],
      [1000, 300],
      [700, 1100],
      [-900, 1300],
    ],
  ],
  [
    'B',
    [
      [900, -900],
      [3300, -900],
      [3300, 900],
      [1900, 800],
      [1000, 300],
    ],
  ],
  [
    'C',
    [
      [700, 1100],
      [1000, 300],
      [1900, 800],
      [3300, 900],
      [3300, 3000],
      [-900, 3000],
      [-900, 1300],
    ],
  ],
  [
    'D',
    [
      [1200, 700],
      [1900, 900],
      [1700, 1700],
      [1100, 1500],
    ],
  ],
]
const shelled: readonly Place[][] = [
  [
    [300, 300],
    [900, 200],
    [1000, 900],
    [400, 1000],
  ],
  [
    [1600, 200],
    [2900, 100],
    [2800, 900],
    [1800, 700],
  ],
]

const overlayLayerOf = ({ polygons, sigmaM, source }: BruteLayer) => {
  const names = [...new Set(polygons.map((own) => own.class))]
  const layer = ringsInMetres(
    polygons.map(({ rings }) => rings[0]!),
    polygons.map((own) => names.indexOf(own.class)),
  )
  return { layer, accuracyM: sigmaM, source }
}

/** Areas in the plane of metres against areas on the ellipsoid, of ground 3 km wide. */
const slackM2 = 60

describe('our draws and a simulation that shares nothing with them', () => {
  const plan: BruteLayer = {
    name: 'plan',
    source: 'atlas',
    sigmaM: 35,
    polygons: [{ class: 'plan', rings: [outline] }],
  }
  const control: BruteLayer = {
    name: 'control',
    source: 'atlas',
    sigmaM: 35,
    polygons: sides.map(([name, ring]) => ({ class: name, rings: [ring] })),
  }
  const shelling: BruteLayer = {
    name: 'shelling',
    source: 'press',
    sigmaM: 80,
    polygons: shelled.map((ring) => ({ class: 'shelled', rings: [ring] })),
  }
  const ours = simulate(
    [plan, control, shelling].map(overlayLayerOf),
    { classCounts: [4, 1], ground: [] },
    { draws: 2000, seed: 1 },
  ).rows
  const theirs = bruteForce(plan, [control, shelling], 120, 20_180_326)

  test.each([
    ['plan', 0],
    ['control/A', 1],
    ['control/B', 2],
    ['control/C', 3],
    ['control/D', 4],
    ['control/several', 5],
    ['shelling/shelled', 7],
  ] as const)('agree on %s', (quantity, row) => expectAlike(ours[row]!, theirs.get(quantity)!, slackM2))

  test('disagree where a wrong accuracy is drawn: the comparison can fail', () => {
    const wrong = simulate(
      [plan, { ...control, sigmaM: 50 }, shelling].map(overlayLayerOf),
      { classCounts: [4, 1], ground: [] },
      { draws: 1000, seed: 1 },
    ).rows
    expect(() => expectAlike(wrong[1]!, theirs.get('control/A')!, slackM2)).toThrow()
  })
})
