import { describe, expect, test } from 'vitest'
import { correctedAreas } from '../../../core/uncertainty/corrected-areas.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 20, 20))], { id: 'plan', role: 'plan' })
const damage = made([zone({ d: 'damaged' }, box(0, 0, 5, 20)), zone({ d: 'intact' }, box(5, 0, 10, 20))], {
  id: 'damage',
  role: 'damage',
  classField: 'd',
  classes: [
    {
      class: 'damaged',
      values: ['damaged'],
      label: { en: 'Damaged', ar: 'متضرر' },
      color: '#bd0026',
      pattern: 'solid',
    },
    { class: 'intact', values: ['intact'], label: { en: 'Intact', ar: 'سليم' }, color: '#cccccc', pattern: 'solid' },
  ],
})

function corrected(classes: readonly string[], counts: readonly (readonly number[])[], layer = 'damage') {
  const { study, features } = studyOf([plan, damage])
  const measured = measureStudy(study, features)
  if (!measured.ok) throw new Error(measured.problem.code)
  return correctedAreas(study, measured.value, layer, 'matrix.csv', { classes, counts }, 'unknown')
}

describe('areas of a layer corrected by an error matrix', () => {
  test('take the mapped areas from the measurement, classes by name or label in either language', () => {
    const outcome = corrected(
      ['متضرر', 'INTACT', 'not covered'],
      [
        [40, 10, 0],
        [0, 50, 0],
        [5, 0, 45],
      ],
    )
    if (!outcome.ok) throw new Error(outcome.problem.code)
    const [damaged, intact] = outcome.value.classes
    expect(damaged!.mappedM2 / intact!.mappedM2).toBeCloseTo(0.5, 6)
    // 0.8 of a quarter and 0.1 of another quarter of the plan.
    expect(damaged!.areaM2 / damaged!.mappedM2).toBeCloseTo(0.9, 6)
    expect(outcome.value.notes.map(({ code }) => code)).toEqual(['error-matrix-sampling'])
  })

  test('say what the matrix leaves out, and refuse what it cannot mean', () => {
    const partial = corrected(
      ['damaged', 'intact'],
      [
        [40, 10],
        [0, 50],
      ],
    )
    expect(partial.ok && partial.value.notes.map(({ code }) => code)).toEqual([
      'error-matrix-sampling',
      'error-matrix-uncovered',
    ])
    const refusal = (outcome: ReturnType<typeof corrected>) => !outcome.ok && outcome.problem.code
    expect(
      refusal(
        corrected(
          ['damaged', 'ruined'],
          [
            [40, 10],
            [0, 50],
          ],
        ),
      ),
    ).toBe('error-matrix-class-unknown')
    expect(
      refusal(
        corrected(
          ['damaged', 'not covered'],
          [
            [40, 10],
            [0, 50],
          ],
        ),
      ),
    ).toBe('error-matrix-class-missing')
    expect(refusal(corrected(['damaged'], [[40]], 'nothing'))).toBe('error-matrix-layer')
  })
})
