import { done, type Outcome } from '../core/outcome.ts'
import type { Work } from '../core/progress.ts'
import { compareStudies, type Comparison } from '../core/study/comparison.ts'
import type { Measurement } from '../core/study/measurement.ts'
import type { Study } from '../core/study/study.ts'
import type { MeasureRequest } from './engine/measure-study.ts'

type Measure = (study: Study, request: MeasureRequest, work: Work) => Promise<Outcome<Measurement>>

/** Measures studies one after another and sets them side by side. */
export async function compareMeasured(
  studies: readonly Study[],
  request: MeasureRequest,
  measure: Measure,
  work: Work = {},
): Promise<Outcome<Comparison>> {
  const measured: { study: Study; measurement: Measurement }[] = []
  for (const study of studies) {
    const measurement = await measure(study, request, work)
    if (!measurement.ok) return measurement
    measured.push({ study, measurement: measurement.value })
  }
  return done(compareStudies(measured))
}
