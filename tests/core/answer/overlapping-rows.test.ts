import { expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import { overlappingRows } from '../../../core/answer/overlapping-rows.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })

function remarkOf(width: number): string | null {
  const control = made([zone({ who: 'A' }, box(0, 0, 5, 10)), zone({ who: 'B' }, box(5 - width, 0, 5, 10))], {
    id: 'control',
    role: 'control',
    classField: 'who',
  })
  const { study, features } = studyOf([plan, control])
  const measured = measureStudy(study, features)
  if (!measured.ok) throw new Error(measured.problem.code)
  return overlappingRows(measured.value.layers[0]!, measured.value.plan.areaM2, 'en')
}

test('rows that overlap say what they come to; rows that partition the plan say nothing', () => {
  expect(remarkOf(0)).toBeNull()
  // A 50 %, B 50 %, both 20 %, not covered 20 %: 140 % in all.
  expect(remarkOf(2)).toContain('140\u00a0% of the plan')
})
