import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { FeatureCollection, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { dateInName } from '../../../core/time/date-in-name.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { made, studyOf } from '../measure/fixture.ts'

const realdata = '../shared/realdata'
const series = `${realdata}/deepstate-control-series`

// The folder of real layers lies beside the project on the machines that have it; it may not be copied into it.
describe.skipIf(!existsSync(realdata))('a front line day by day (skipped where ../shared/realdata is missing)', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Polygon>
  const areas = existsSync(realdata) ? read(`${realdata}/unosat-ukraine-aois/unosat_aois.geojson`).features : []
  const snapshots = existsSync(realdata)
    ? readdirSync(series).map((file) => {
        const named = dateInName(file)
        if (named.kind !== 'day') throw new Error(file)
        return made(read(`${series}/${file}`).features, {
          id: named.date,
          name: 'control',
          role: 'control',
          date: named.date,
        })
      })
    : []
  const line = (aoi: string) => {
    const plan = made(
      areas.filter(({ properties }) => properties?.['aoi'] === aoi),
      { id: 'plan', role: 'plan' },
    )
    const { study, features } = studyOf([plan, ...snapshots])
    const outcome = timelineOf(study, features)
    if (!outcome.ok) throw new Error(outcome.problem.code)
    return outcome.value
  }
  const ha = (areaM2: number): number => Math.round(areaM2 / 1_000) / 10

  test.each([
    ['UKR3', 9066.9, 9066.9],
    ['UKR4', 1466.6, 1466.6],
    ['UKR1', 4767.9, 4800.3],
    ['UKR2', 0, 8618.3],
    ['UKR18', 5608.1, 5608.1],
  ])('%s: the hectares of SOURCES.md, and sums that reconcile on every day', (aoi, heldHa, planHa) => {
    const { dates, changes } = line(aoi)
    expect(dates.map(({ date }) => date)).toEqual(snapshots.map(({ layer }) => layer.date))
    expect(ha(dates[0]!.layers[0]!.classes[0]!.areaM2)).toBe(heldHa)
    // SOURCES.md measures along geodesics: UKR2 is 8,618.26 ha along them, 8,618.44 along straight edges, as geographiclib has it too.
    expect(Math.abs(dates[0]!.plan.areaM2 / 10_000 - planHa)).toBeLessThan(0.05 + 2e-5 * planHa)
    for (const {
      plan,
      layers: [layer],
      reconciliation,
    } of dates) {
      expect(layer!.classes[0]!.areaM2 + layer!.uncoveredM2).toBeCloseTo(plan.areaM2, 2)
      expect(Math.abs(reconciliation.residualM2)).toBeLessThan(1e-2)
    }
    for (const [
      i,
      {
        classes: [own],
      },
    ] of changes.entries()) {
      const [before, after] = [dates[i]!, dates[i + 1]!].map(({ layers }) => layers[0]!.classes[0]!.areaM2)
      expect(before! + own!.gainedM2 - own!.lostM2).toBeCloseTo(after!, 2)
    }
  })

  test('the whole country: the growth of SOURCES.md, gains and losses told apart', () => {
    const published = [
      10_936_086.88, 10_949_515.52, 10_983_995.58, 11_072_572.43, 11_187_211.75, 11_363_970.08, 11_499_326.45,
      11_620_300.92, 11_674_320.74,
    ]
    const all: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [30, 44],
          [41, 44],
          [41, 53],
          [30, 53],
          [30, 44],
        ],
      ],
    }
    const plan = made([{ type: 'Feature', properties: {}, geometry: all }], { id: 'plan', role: 'plan' })
    const { study, features } = studyOf([plan, ...snapshots])
    const outcome = timelineOf(study, features)
    if (!outcome.ok) throw new Error(outcome.problem.code)
    const heldHa = outcome.value.dates.map(({ layers }) => layers[0]!.classes[0]!.areaM2 / 10_000)
    heldHa.forEach((area, i) => expect(Math.abs(area / published[i]! - 1)).toBeLessThan(2e-5))
    for (const {
      classes: [own],
    } of outcome.value.changes)
      expect(own!.gainedM2).toBeGreaterThan(own!.lostM2)
  })
})
