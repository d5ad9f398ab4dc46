import type { ThresholdCurve } from './uncertainty.ts'
import { gradeReadings, rankOf } from '../classify/grades.ts'
import { note, type Note } from '../result/note.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { Measurement } from '../model/measurement.ts'

/**
 * One curve for each layer of damage whose classes are grades in words. Classes that are codes stand under a note: they
 * run both ways, and nobody can say which is worse without the product's own key.
 */
export function thresholdCurves(
  measured: readonly MeasuredLayer[],
  { combinations, points = [], plan }: Measurement,
): { readonly curves: readonly ThresholdCurve[]; readonly notes: readonly Note[] } {
  const curves: ThresholdCurve[] = []
  const notes: Note[] = []
  for (const { layer, names, features } of measured.filter((each) => each.layer.role === 'damage')) {
    const texts = names.flatMap((name) => name ?? [])
    const readings = gradeReadings(texts)
    if (readings.length > 1) notes.push(note('threshold-codes', { layer: layer.name }, { layer: layer.name }))
    if (texts.length < 2 || readings.length !== 1) continue
    const graded = [...readings[0]!].filter(([, grade]) => grade !== 'none' && grade !== 'not-assessed')
    const grades = [...new Set(graded.map(([, grade]) => grade))].sort((a, b) => rankOf(a)! - rankOf(b)!)
    if (grades.length < 2) continue
    curves.push({
      layer: layer.name,
      points: grades.map((grade) => {
        const within = new Set(graded.filter(([, own]) => rankOf(own)! <= rankOf(grade)!).map(([name]) => name))
        const isWithin = (name: string | null): boolean => name !== null && within.has(name)
        if (features.shapes.kind === 'point') {
          const own = points.filter((each) => each.layer === layer.name && isWithin(each.class))
          return { grade, count: own.reduce((sum, { count }) => sum + count, 0) }
        }
        const areaM2 = combinations.reduce(
          (sum, own) => ((own.classes[layer.name] ?? []).some(isWithin) ? sum + own.areaM2 : sum),
          0,
        )
        return { grade, areaM2, share: areaM2 / plan.areaM2 }
      }),
    })
  }
  return { curves, notes }
}
