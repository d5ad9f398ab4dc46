import { describe, expect, test } from 'vitest'
import { compareStudies, type MeasuredStudy } from '../../../core/compare/comparison.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Figure } from '../../../core/report/blocks.ts'
import { changeFigures } from '../../../core/report/change-figure.ts'
import { ticksOver } from '../../../core/report/chart-ticks.ts'
import { shareFigures } from '../../../core/report/share-figure.ts'
import type { Change, ReadingChange } from '../../../core/timeline/timeline-answer.ts'
import { unvocalised } from '../../../core/sheet/clean-text.ts'
import { evenFont, exampleFeatures, exampleStudy } from '../sheet/example-study.ts'
import { reportFor } from './report-input.ts'

const widthMm = 170

/** The horizontal places of the circles of a figure, and the left and right ends of its bars. */
const circlesOf = ({ svg }: Figure): number[] => [...svg.matchAll(/ cx="([^"]*)"/g)].map(([, x]) => Number(x))
const barsOf = ({ svg }: Figure): { from: number; to: number }[] =>
  [...svg.matchAll(/<rect x="([^"]*)" y="[^"]*" width="([^"]*)"/g)].map(([, x, width]) => ({
    from: Number(x),
    to: Number(x) + Number(width),
  }))

test('an axis has its ends at round values about what it shows', () => {
  expect(ticksOver(0, 93)).toEqual({ from: 0, to: 100, at: [0, 25, 50, 75, 100] })
  const { from, to, at } = ticksOver(0.13, 0.26)
  expect(from).toBeLessThanOrEqual(0.13)
  expect(to).toBeGreaterThanOrEqual(0.26)
  expect(at.length).toBeLessThan(8)
})

const reading = (lostHa: number, gainedHa: number): ReadingChange => ({
  gainedM2: gainedHa * 1e4,
  lostM2: lostHa * 1e4,
  unchangedM2: 1e4,
  netM2: (gainedHa - lostHa) * 1e4,
  sliversM2: { gained: 0, lost: 0 },
})

/** Of parties as `name: [lost, gained]`, in hectares. */
const changeOf = (from: string, to: string, parties: Readonly<Record<string, readonly [number, number]>>): Change => ({
  layer: 'control',
  from,
  to,
  fromLayer: 'a',
  toLayer: 'b',
  matrix: [],
  partyMatrix: [],
  classes: [],
  parties: Object.entries(parties).map(([party, [lost, gained]]) => ({
    party,
    class: party,
    fromClasses: [party],
    toClasses: [party],
    agreed: reading(lost, gained),
    all: reading(lost, gained),
  })),
  byParty: { agreed: { changedM2: 0, sliversM2: 0 }, all: { changedM2: 0, sliversM2: 0 } },
  changedM2: 1e4 * Object.values(parties).reduce((sum, [lost]) => sum + lost, 0),
  sliversM2: 0,
  sliverWidthM: null,
  reconciliation: { residualM2: 0 },
})

const named = () => ({ party: (name: string) => name, class: (name: string | null) => name ?? '' })
const drawn = (changes: readonly Change[], language: 'en' | 'ar' = 'en'): Figure[] =>
  changeFigures({ language, font: evenFont }, changes, named, false)

describe('what changed between two days, as a figure', () => {
  const change = changeOf('2018-01-01', '2018-02-01', { A: [40, 0], B: [0, 40], C: [0, 0] })

  test('has a bar for what each party lost and gained, from a common line, and tells them in words', () => {
    const [figure] = drawn([change])
    const bars = barsOf(figure!).filter(({ from, to }) => to > from && to - from < widthMm)
    const [lost, gained] = bars
    expect(bars).toHaveLength(2)
    expect(lost!.to).toBe(gained!.from)
    expect(lost!.to - lost!.from).toBeCloseTo(gained!.to - gained!.from, 2)
    expect(figure!.alt).toContain('A lost 40.0 ha and gained 0 ha; B lost 0 ha and gained 40.0 ha')
    expect(figure!.svg).not.toContain('>C<')
  })

  test('is mirrored in Arabic', () => {
    const [english, arabic] = (['en', 'ar'] as const).map((language) =>
      barsOf(drawn([change], language)[0]!).filter(({ from, to }) => to > from && to - from < widthMm),
    )
    expect(arabic!.map(({ from, to }) => [widthMm - to, widthMm - from].map((x) => formatNumber(x, 1)))).toEqual(
      english!.map(({ from, to }) => [from, to].map((x) => formatNumber(x, 1))),
    )
  })

  test('leaves out days between which nothing changed, and is none where nothing ever did', () => {
    const nothing = changeOf('2018-02-01', '2018-03-01', { A: [0, 0] })
    expect(drawn([nothing])).toEqual([])
    expect(drawn([change, nothing])).toEqual(drawn([change]))
  })

  test('keeps to a page: the changes of less ground are counted', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      changeOf(`2018-01-${String(1 + (i % 28)).padStart(2, '0')}`, '2018-02-01', { A: [i + 1, 0], B: [0, i + 1] }),
    )
    const [figure] = drawn(many)
    expect(figure!.heightMm).toBeLessThan(210)
    expect(figure!.caption).toContain('28 changes of less ground stand in the table alone.')
  })
})

describe('plans beside each other, as a figure', () => {
  const measured = [exampleStudy(), exampleStudy({ id: 'other', title: { en: 'Other', ar: 'آخر' } })].map(
    (study): MeasuredStudy => {
      const measurement = measureStudy(study, exampleFeatures(), { draws: 20, seed: 1, samples: true })
      if (!measurement.ok) throw new Error(measurement.problem.code)
      return { study, onDay: measurement.value, onAnnouncement: null, against: [] }
    },
  )
  const figures = (language: 'en' | 'ar') => shareFigures(compareStudies(measured), { language, font: evenFont })

  test('tells in words what it shows, and says what its marks are', () => {
    const [figure] = figures('en')
    const { held } = compareStudies(measured).studies[0]!.onDay
    expect(held).not.toBeNull()
    expect(figure!.alt).toContain('Other:')
    expect(figure!.caption).toContain('Dot: what all sources say; ring: what any of them says.')
    expect(circlesOf(figure!).length).toBeGreaterThanOrEqual(4)
  })

  test('is mirrored in Arabic', () => {
    const [english, arabic] = [figures('en')[0]!, figures('ar')[0]!]
    expect(circlesOf(arabic).map((x) => formatNumber(widthMm - x, 1))).toEqual(
      circlesOf(english).map((x) => formatNumber(x, 1)),
    )
  })
})

test.each([
  ['en', 'as stated'],
  ['ar', 'كما ذكرت'],
] as const)(
  'how shares move with the accuracies is drawn where there are draws, and nowhere else (%s)',
  (language, stated) => {
    const told = (draws: number) =>
      reportFor({ language, measuring: { draws, seed: 1 } }).blocks.filter(
        (block) => block.kind === 'figure' && unvocalised(block.alt).includes(stated),
      )
    expect(told(0)).toHaveLength(0)
    expect(told(20)).toHaveLength(1)
  },
)
