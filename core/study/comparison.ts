import type { Note } from '../note.ts'
import type { LayerMeasurement, Measurement } from './measurement.ts'
import type { Study } from './study.ts'

/** One study in a comparison: its measurement beside what is known about it. */
export type ComparedStudy = Pick<Study, 'id' | 'title' | 'asOf' | 'events' | 'published' | 'gaps'> & {
  readonly at: string | null
  readonly plan: Measurement['plan']
  readonly layers: readonly LayerMeasurement[]
}

/** Several studies in the same measures. */
export type Comparison = { readonly studies: readonly ComparedStudy[]; readonly notes: readonly Note[] }

/** Sets measured studies side by side; each note names the study that it is about. */
export function compareStudies(measured: readonly { study: Study; measurement: Measurement }[]): Comparison {
  return {
    studies: measured.map(({ study, measurement }) => ({
      id: study.id,
      title: study.title,
      asOf: study.asOf,
      at: measurement.at,
      plan: measurement.plan,
      layers: measurement.layers,
      events: study.events,
      published: study.published,
      gaps: study.gaps,
    })),
    notes: measured.flatMap(({ study, measurement }) =>
      measurement.notes.map((note) => ({ ...note, values: { ...note.values, study: study.id } })),
    ),
  }
}
