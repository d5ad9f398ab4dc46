import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { boundsWhere, doubtfulGround } from '../../../core/montecarlo/bounds.ts'
import type { State } from '../../../core/montecarlo/state-boundaries.ts'
import { ringsInMetres } from './metre-layers.ts'

const pythons = ['python3', '/usr/bin/python3']
const python = pythons.find((each) => spawnSync(each, ['-c', 'import shapely']).status === 0)

const script = `
import json, sys
from shapely.geometry import Polygon
from shapely.ops import unary_union
asked = json.load(sys.stdin)
plan, zone = Polygon(asked["plan"]), unary_union([Polygon(ring) for ring in asked["zone"]])
p, z = asked["planM"], asked["zoneM"]
least = plan.buffer(-p, 64).intersection(zone.buffer(-z, 64)).area
most = plan.buffer(p, 64).intersection(zone.buffer(z, 64)).area
print(json.dumps([least, most]))
`

/** A crooked ring round a middle, the same on every run. */
const crooked = (x: number, y: number, radius: number, corners: number, phase: number) =>
  Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    const reach = radius * (1 + 0.25 * Math.sin(3 * angle + phase) + 0.12 * Math.cos(7 * angle - phase))
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const
  })

describe.skipIf(python === undefined)(
  'bounds against buffers and clipping by GEOS (python3-shapely is not here)',
  () => {
    test.each([
      [10, 40],
      [60, 25],
      [150, 200],
    ])('plan good to %d m, two zones of one class to %d m', (planM, zoneM) => {
      const plan = crooked(0, 0, 1500, 40, 0.4)
      const zone = [crooked(900, 300, 1100, 60, 1.7), crooked(-800, -700, 700, 24, 0.2)]
      const requested = JSON.stringify({ plan, zone, planM, zoneM })
      const [least, most] = JSON.parse(
        spawnSync(python!, ['-c', script], { input: requested, encoding: 'utf8' }).stdout,
      ) as [number, number]
      const ground = doubtfulGround([
        { layer: ringsInMetres([plan]), bandM: planM },
        { layer: ringsInMetres(zone, [0, 0]), bandM: zoneM },
      ])!
      const { minM2, maxM2 } = boundsWhere(ground, new Map([[0, (state: State) => state.length > 0]]))
      // The test's plane departs from the ellipsoid by up to 3e-4 of an area.
      expect(Math.abs(minM2 / least - 1)).toBeLessThan(1e-3)
      expect(Math.abs(maxM2 / most - 1)).toBeLessThan(1e-3)
    })
  },
)
