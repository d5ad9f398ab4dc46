import { expect, test } from 'vitest'
import { planDay } from '../../../core/compare/held-ground.ts'
import { answerSentence } from '../../../core/answer/answer.ts'
import { affectedTogether } from '../../../core/measure/class-groups.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })

/** Destroyed and moderate ground share 20 % of the plan; ground without visible damage is no damage. */
function measuredDamage(role: 'damage' | 'shelling' = 'damage') {
  const zones = [
    zone({ grade: 'Destroyed' }, box(0, 0, 4, 10)),
    zone({ grade: 'Moderately damaged' }, box(2, 0, 4, 10)),
    zone({ grade: 'No visible damage' }, box(6, 0, 3, 10)),
  ]
  const { study, features } = studyOf([plan, made(zones, { id: 'damage', role, classField: 'grade' })])
  const measured = measureStudy(study, features, { draws: 40, seed: 1 })
  if (!measured.ok) throw new Error(measured.problem.code)
  return { study, measurement: measured.value }
}

const shareOf = (areaM2: number, planM2: number): number => Math.round((1000 * areaM2) / planM2) / 10

test('affected ground of a damage layer is its grades destroyed, severe and moderate, each ground once', () => {
  const { study, measurement } = measuredDamage()
  const [damage] = measurement.layers
  const planM2 = measurement.plan.areaM2
  const group = damage!.groups.find(({ party }) => party === 'affected')!
  expect(shareOf(group.all.areaM2, planM2)).toBeCloseTo(60, 0)
  expect(shareOf(affectedTogether(damage!)!.areaM2, planM2)).toBeCloseTo(60, 0)
  expect(shareOf(planDay(study, measurement).damaged!.wideM2, planM2)).toBeCloseTo(60, 0)
})

test('a study of damage alone answers with all that is affected, not with one grade', () => {
  const { study, measurement } = measuredDamage()
  expect(answerSentence(study, measurement, 'en')).toMatch(
    /60(\.\d)?\s% ?.*ground of damage \(destroyed, severely or moderately damaged\)/,
  )
  expect(answerSentence(study, measurement, 'ar')).toContain('أرض متأثرة')
})

test('only layers of damage have it', () => {
  expect(measuredDamage('shelling').measurement.layers[0]!.groups.map(({ party }) => party)).toEqual([null])
})
