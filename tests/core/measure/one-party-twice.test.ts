import { expect, test } from 'vitest'
import { overlappingRows } from '../../../core/answer/overlapping-rows.ts'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { segmentsOf } from '../../../core/sheet/share-bar.ts'
import { sheetLayers } from '../../../core/sheet/sheet-layers.ts'
import { unitSheets } from '../../../core/sheet/unit-sheets.ts'
import { uncertaintyOf } from '../../../core/uncertainty/uncertainty-of.ts'
import { exampleInput } from '../sheet/example-study.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 20 })
const units = made([zone({ id: 'all' }, box(0, 0, 10, 10))], { id: 'units', role: 'units', idField: 'id' })

/** ISIS from 0 to 6 and, by another class, from 4 to 8; a rival from `from` to 10. `party` is whose the two classes are. */
function studyOfClasses(party: string | undefined, from: number) {
  const own = (name: string, of: string | undefined) => ({
    class: name,
    values: [name],
    label: { en: name },
    color: '#282727',
    pattern: 'solid' as const,
    ...(of === undefined ? {} : { party: of }),
  })
  const control = made(
    [
      zone({ who: 'A' }, box(0, 0, 6, 10)),
      zone({ who: 'B' }, box(4, 0, 4, 10)),
      zone({ who: 'C' }, box(from, 0, 10 - from, 10)),
    ],
    {
      id: 'control',
      role: 'control',
      date: '2018-04-21',
      accuracyM: 20,
      classField: 'who',
      classes: [own('A', party), own('B', party), own('C', undefined)],
    },
  )
  return studyOf([plan, control, units], { asOf: '2018-04-21' })
}

function measured({ study, features }: ReturnType<typeof studyOfClasses>, draws = 0) {
  const outcome = measureStudy(study, features, { draws, seed: 3 })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const tenths = (areaM2: number, planM2: number): number => Math.round((10 * areaM2) / planM2)

/** What each part of the product takes for ground of several, in tenths of the plan. */
function severalIn(own: ReturnType<typeof studyOfClasses>): Record<string, number> {
  const { study, features } = own
  const measurement = measured(own, 100)
  const planM2 = measurement.plan.areaM2
  const [control] = measurement.layers
  const crossed = crossTable(study, measurement, ['control'])
  const sure = uncertaintyOf(study, features, { draws: 100, seed: 3 })
  if (!crossed.ok || !sure.ok) throw new Error('refused')
  const several = sure.value.figures.find(({ subject }) => subject.kind === 'several')!
  const sheet = { ...exampleInput(), study, features, measurement }
  const layer = sheetLayers(study, features, '2018-04-21', 'en').find((each) => each.layer.id === 'control')!
  const classStyles = layer.classes.map(({ style }) => style)
  const bar = segmentsOf(layer, measurement)
  const unit = unitSheets(sheet)[0]!.measurement.layers[0]!
  expect(bar.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
  return {
    measurement: tenths(control!.multipleM2, planM2),
    draws: tenths(control!.multiple!.drawn!.meanM2, planM2),
    uncertainty: tenths(several.areaM2, planM2),
    'its draws': tenths(several.draws!.meanM2, planM2),
    'cross-table': tenths(
      crossed.value.axes[0]!.categories.reduce((sum, { kind, areaM2 }) => (kind === 'several' ? sum + areaM2 : sum), 0),
      planM2,
    ),
    'a unit': tenths(unit.multipleM2, planM2),
    bar: Math.round(10 * bar.reduce((sum, { share, style }) => (classStyles.includes(style) ? sum - share : sum), 1)),
  }
}

test('ground under two classes of one party is no ground of several, in any part of the product', () => {
  expect(new Set(Object.values(severalIn(studyOfClasses('ISIS', 8))))).toEqual(new Set([0]))
})

test('ground that a class without a party claims too is, and that of classes without any party', () => {
  expect(new Set(Object.values(severalIn(studyOfClasses('ISIS', 7))))).toEqual(new Set([1]))
  const apart = severalIn(studyOfClasses(undefined, 8))
  expect(new Set(Object.values(apart))).toEqual(new Set([2]))
})

test('rows that overlap within one party are said to, in words of their own', () => {
  const own = measured(studyOfClasses('ISIS', 8))
  expect(overlappingRows(own.layers[0]!, own.plan.areaM2, 'en')?.replaceAll('\u00a0', ' ')).toBe(
    'Ground under several classes of one party stands in the row of each: the rows are not to be added up (they come to 120 % of the plan).',
  )
  const both = measured(studyOfClasses('ISIS', 7))
  expect(overlappingRows(both.layers[0]!, both.plan.areaM2, 'en')).toMatch(/several classes.*140/)
})
