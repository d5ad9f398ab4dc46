import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { isMeasured } from './layer.ts'
import type { Study } from './study.ts'

/** Asked for instead of a day: the one on which the plan was announced. */
export const announcementDay = 'announcement'

/** Who chose the day of a measurement: whoever asked, the study (`asOf`), or its latest control; `null` where there is no day. */
export const dayFromSchema = z.enum(['asked', 'study', 'control'])
export type DayFrom = z.infer<typeof dayFromSchema>

type DatedStudy = Pick<Study, 'id' | 'asOf' | 'plan' | 'layers'>

/**
 * The day to measure: the one asked for, else the study's own, `null` where it has none. Refuses the day of the
 * announcement where the study does not know it.
 */
export function requestedDay(study: DatedStudy, at: string | undefined): Outcome<string | null> {
  const { id, plan } = study
  if (at !== announcementDay) return done(at ?? ownDay(study))
  return plan.announced === undefined ? refused(problem('announcement-unknown', { study: id })) : done(plan.announced)
}

/** The day that a study speaks of where no other is asked for: its `asOf`, else that of its latest control. */
export const ownDay = ({ asOf, layers }: Pick<Study, 'asOf' | 'layers'>): string | null => asOf ?? latestControl(layers)

/** Who chose the day that `askedDay` gives. */
export function dayFrom(study: DatedStudy, at: string | undefined): DayFrom | null {
  if (at !== undefined) return 'asked'
  if (study.asOf !== null) return 'study'
  return latestControl(study.layers) === null ? null : 'control'
}

const latestControl = (layers: Study['layers']): string | null =>
  layers
    .flatMap(({ role, date, from, to }) => (role === 'control' ? (date ?? to ?? from ?? []) : []))
    .toSorted()
    .at(-1) ?? null

/** The day in the name of anything made of a study: the one measured, else the latest of its measured layers. */
export function documentDay({ layers }: Pick<Study, 'layers'>, at: string | null): string {
  const days = layers.flatMap((layer) => (isMeasured(layer) ? (layer.date ?? layer.to ?? layer.from ?? []) : []))
  return at ?? days.toSorted().at(-1) ?? 'undated'
}
