import { describe, expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const { study, features } = studyOf([
  made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 20 }),
  made([zone({ c: 'a' }, box(0, 0, 4, 10)), zone({ c: 'b' }, box(4, 0, 3, 10))], {
    id: 'control',
    role: 'control',
    classField: 'c',
    accuracyM: 40,
  }),
])
const measured = (samples: boolean) => {
  const outcome = measureStudy(study, features, { draws: 120, seed: 5, samples })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

describe('the areas in each draw', () => {
  test('stand beside the intervals of plan, classes and groups, and change none of them', () => {
    const { plan, layers } = measured(true)
    const [control] = layers
    for (const own of [plan, ...control!.classes, control!.groups[0]!.all]) {
      expect(own.sample!.drawnM2).toHaveLength(120)
      expect(own.sample!.drawnM2.reduce((sum, areaM2) => sum + areaM2, 0) / 120).toBeCloseTo(own.drawn!.meanM2, 3)
    }
    const { sample: _sample, ...withoutSample } = plan
    expect(withoutSample).toEqual(measured(false).plan)
  })

  test('are left out where nobody asked', () => {
    expect(JSON.stringify(measured(false))).not.toContain('sample')
  })
})
