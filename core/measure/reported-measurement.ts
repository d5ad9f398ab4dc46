import { note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { version } from '../result/version.ts'
import type { DayFrom } from '../model/requested-day.ts'
import { claimedFigures } from './claimed-figures.ts'
import { reportedNotes } from './reported-notes.ts'
import { withheldNotes } from './withheld-notes.ts'
import { areaAsGivenValue } from '../format/area-as-given.ts'
import { isMeasured } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { planFigure } from '../model/outline.ts'
import type { Study } from '../model/study.ts'

/**
 * The measurement of a plan without an outline: its published area and what sources claim, and no ground.
 * Refuses a plan whose area nobody published.
 */
export function reportedMeasurement(study: Study, at: string | null, atFrom: DayFrom | null): Outcome<Measurement> {
  const figure = planFigure(study)
  if (!figure) return refused(problem('plan-area-unknown', { study: study.id }))
  const { name } = study.plan
  return done({
    schema: 'basilia-measurement/1',
    at,
    atFrom,
    plan: { name: name.en, features: 0, areaM2: figure.value, areaFrom: figure.id },
    layers: [],
    combinations: [],
    claimed: claimedFigures(study),
    reconciliation: { residualM2: 0 },
    method: { ellipsoid: 'WGS 84', edges: 'straight in longitude/latitude', engine: `basilia ${version}` },
    notes: [
      note('plan-without-outline', {
        plan: name.en,
        areaHa: areaAsGivenValue(figure.value),
        published: figure.id,
      }),
      ...[...new Set(study.layers.filter(isMeasured).map((layer) => layer.name))].map((layer) =>
        note('layer-without-outline', { layer }, { layer }),
      ),
      ...withheldNotes(study.layers),
      ...reportedNotes(study, { areaM2: figure.value }),
    ],
  })
}
