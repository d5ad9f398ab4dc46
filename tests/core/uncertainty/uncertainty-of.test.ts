import type { Feature, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { uncertaintyOf } from '../../../core/uncertainty/uncertainty-of.ts'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { unattributedGround } from '../../../core/uncertainty/unattributed-ground.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 20, 20))], { id: 'plan', role: 'plan', accuracyM: 5, base: 'sheet' })
const control = made([zone({ side: 'A' }, box(-5, -5, 16, 30)), zone({ side: 'B' }, box(11, -5, 20, 30))], {
  id: 'control',
  role: 'control',
  classField: 'side',
  accuracyM: 60,
})
const point = (x: number, y: number): Feature<Point> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.47 + y / 1000] },
})
const strikes = made([point(4, 4), point(15, 12)], {
  id: 'strikes',
  role: 'shelling',
  geometryType: 'point',
  bufferM: 200,
  accuracyM: 100,
  source: 'strike-list',
})
const graded = made(
  [
    zone({ d: 'Destroyed' }, box(1, 1, 4, 4)),
    zone({ d: 'Severely damaged' }, box(3, 3, 4, 4)),
    zone({ d: 'Moderately damaged' }, box(10, 10, 2, 2)),
  ],
  { id: 'damage', role: 'damage', classField: 'd', accuracyM: 10 },
)

const sure = (layers: Parameters<typeof studyOf>[0], options = {}): Uncertainty => {
  const { study, features } = studyOf(layers)
  const outcome = uncertaintyOf(study, features, options)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const figure = ({ figures }: Uncertainty, layer: string, name: string) =>
  figures.find(({ subject }) => subject.kind === 'class' && subject.layer === layer && subject.class === name)!

describe('how sure a study is', () => {
  const all = sure([plan, control, strikes, graded], { draws: 400, seed: 3 })

  test('estimate, draws and bounds stand round the measured area, the draws within the bounds', () => {
    const { study, features } = studyOf([plan, control, strikes, graded])
    const measured = measureStudy(study, features)
    if (!measured.ok) throw new Error(measured.problem.code)
    for (const { class: name, areaM2 } of measured.value.layers[0]!.classes) {
      const { areaM2: own, estimate, draws, bounds } = figure(all, 'control', String(name))
      expect(own).toBe(areaM2)
      expect(bounds!.minM2).toBeLessThan(draws!.lowM2)
      expect(bounds!.maxM2).toBeGreaterThan(draws!.highM2)
      expect(Math.abs(estimate!.sdM2 / draws!.sdM2 - 1)).toBeLessThan(4 / Math.sqrt(800) + 0.03)
      expect(Math.abs(draws!.meanM2 - areaM2)).toBeLessThan((4 * draws!.sdM2) / Math.sqrt(400) + 2_000)
    }
  })

  test('what a layer cannot attribute is the band round its front, drawn as it is counted', () => {
    const { study, features } = studyOf([plan, control, strikes, graded])
    const grounds = unattributedGround(study, features)
    if (!grounds.ok) throw new Error(grounds.problem.code)
    const drawn = grounds.value.find(({ name }) => name === 'control')!
    const front = all.layers.find(({ name }) => name === 'control')!
    // 20 thousandths of a degree of latitude, 2 · 1.96 · 60 m wide.
    expect(drawn.areaM2 / (0.02 * 110_925 * 2 * 1.96 * 60)).toBeCloseTo(1, 2)
    expect(front.unattributedM2! / drawn.areaM2).toBeCloseTo(1, 9)
    expect(front.bandM).toBeCloseTo(117.6)
  })

  test('the front’s own error makes the variance of the sides, and each source is told by its layers', () => {
    const place = all.figures.indexOf(figure(all, 'control', 'A'))
    const share = (name: string) =>
      all.contributions.find(({ layers }) => layers.includes(name))!.figures[place]!.share!
    expect(share('control')).toBeGreaterThan(0.9)
    expect(share('plan')).toBeLessThan(0.1)
    expect(share('strikes')).toBeLessThan(1e-12)
  })

  test('intervals grow with the accuracies, zones with their radius, damage with the grades that count', () => {
    const place = all.figures.indexOf(figure(all, 'control', 'A'))
    const widths = all.sensitivity.sigma.map(({ figures }) => figures[place]!.highM2 - figures[place]!.lowM2)
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    const [radius] = all.sensitivity.radius
    expect(radius).toMatchObject({ layer: 'strikes', by: 'radius', chosenM: 200 })
    const chosen = radius!.points.find(({ lengthM }) => lengthM === 200)!
    expect(chosen.areaM2 / (2 * Math.PI * 200 ** 2)).toBeCloseTo(1, 3)
    const [threshold] = all.sensitivity.threshold
    expect(threshold!.points.map(({ grade }) => grade)).toEqual(['destroyed', 'severe', 'moderate'])
    const cells = threshold!.points.map(({ areaM2 }) => areaM2! / (93.0 * 110.925))
    // 16 cells, then 28 more less the four that both cover, then 4.
    expect(cells[1]! / cells[0]!).toBeCloseTo(28 / 16, 3)
    expect(cells[2]! / cells[0]!).toBeCloseTo(32 / 16, 3)
  })

  test('zones that overlap too often have no curve, and it is said', () => {
    const crowd = made(
      Array.from({ length: 800 }, (_, i) => point(10 + i / 1e6, 10)),
      { id: 'crowd', role: 'damage', geometryType: 'point' },
    )
    const { sensitivity, notes } = sure([plan, crowd, strikes], { draws: 0 })
    expect(sensitivity.radius.map(({ layer }) => layer)).toEqual(['strikes'])
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'curve-too-crowded', values: { layer: 'crowd', radiusM: 25 } }),
    )
  })

  test('an order that the draws leave open is said, one that they settle is not', () => {
    const even = made([zone({ side: 'A' }, box(-5, -5, 15.2, 30)), zone({ side: 'B' }, box(10.2, -5, 20, 30))], {
      id: 'control',
      role: 'control',
      classField: 'side',
      accuracyM: 60,
    })
    const open = sure([plan, even], { draws: 300 }).openOrders
    const { study, features } = studyOf([plan, even])
    const measured = measureStudy(study, features, { draws: 300 })
    expect(measured.ok && measured.value.notes.filter(({ code }) => code === 'order-not-established')).toMatchObject([
      { values: { layer: 'control', larger: 'A', smaller: 'B' } },
    ])
    expect(open).toMatchObject([{ layer: 'control', larger: 'A', smaller: 'B' }])
    expect(open[0]!.probability).toBeGreaterThan(0.5)
    expect(all.openOrders.filter(({ layer }) => layer === 'control')).toEqual([])
  })

  test('a layer without an accuracy gets no interval, and the others keep theirs', () => {
    const { accuracyM: _, ...silent } = control.layer
    const some = sure([plan, { ...control, layer: silent }, graded], { draws: 100 })
    expect(figure(some, 'control', 'A')).not.toHaveProperty('estimate')
    expect(figure(some, 'control', 'A')).not.toHaveProperty('draws')
    expect(figure(some, 'control', 'A')).not.toHaveProperty('bounds')
    expect(figure(some, 'damage', 'Destroyed').draws).toBeDefined()
    expect(some.notes.map(({ code }) => code)).toContain('accuracy-missing')
  })
})
