import { existsSync, readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { chosenEvents } from '../../../core/measure/chosen-events.ts'
import { recogniseEvents } from '../../../core/measure/event-columns.ts'
import { eventZones } from '../../../core/measure/event-zones.ts'
import { placedEvents } from '../../../core/measure/placed-events.ts'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'

const path = '../shared/realdata/events-airwars-syria/airwars_damascus_box.geojson'

// The folder of real layers lies beside the project on the machines that have it; it may not be copied into it.
describe.skipIf(!existsSync(path))('Airwars around Damascus (skipped where ../shared/realdata is missing)', () => {
  const features = existsSync(path)
    ? featuresFromGeoJson(JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection, 'point')
    : null
  const april = { from: '2018-04-01', to: '2018-04-30' }

  test('is recognised, with its 468 incidents', () => {
    const columns = recogniseEvents(Object.keys(features!.attributes[0]!))
    expect(columns).toMatchObject({ kind: 'Airwars', from: 'date', to: 'date_end' })
    const placed = placedEvents(features!, columns)
    expect(placed.ok && placed.value.events.length).toBe(468)
  })

  test('all strikes on Yarmouk share one coordinate, so none of April 2018 counts as a site', () => {
    const placed = placedEvents(features!, recogniseEvents(Object.keys(features!.attributes[0]!)))
    if (!placed.ok) throw new Error(placed.problem.code)
    const yarmouk = placed.value.events.filter(
      ({ position }) => position?.[0] === 36.300631 && position[1] === 33.473938,
    )
    const inApril = yarmouk.filter(({ days }) => days && days.from >= april.from && days.to <= april.to)
    expect(yarmouk.length).toBeGreaterThanOrEqual(7)
    expect(new Set(inApril.map(({ days }) => days?.from))).toEqual(
      new Set(['2018-04-20', '2018-04-21', '2018-04-22', '2018-04-23', '2018-04-24']),
    )
    const chosen = chosenEvents(inApril, { window: april })
    expect(chosen).toEqual({ ok: true, value: { events: [], leftOut: [{ reason: 'shared-position', count: 5 }] } })
  })

  test('of April 2018 one strike has a place of its own; the rest and their reasons add up to the list', () => {
    const zones = eventZones(features!, { by: 'radius', radiusM: 250 }, { window: april })
    if (!zones.ok) throw new Error(zones.problem.code)
    const { events, leftOut } = zones.value
    expect(events.length + leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(468)
    expect(leftOut.find(({ reason }) => reason === 'shared-position')?.count).toBe(8)
    expect(events.map(({ position }) => position)).toEqual([[36.404789, 33.573836]])
  })
})
