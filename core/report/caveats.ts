import { formatHectares, formatNumber, formatShare } from '../format/format.ts'
import { formatAreaOf, formatShareOf } from '../format/interval-text.ts'
import { tellsOfNoInterval } from '../measure/layer-error.ts'
import { mainLayer } from '../answer/main-layer.ts'
import { isMeasured } from '../model/layer.ts'
import { isReported } from '../model/outline.ts'
import { layersAt } from '../model/snapshot.ts'
import { sliverShare } from '../model/sliver-share.ts'
import { translate } from '../i18n/translate.ts'
import type { ReportInput } from './report-input.ts'

type Caveat = { readonly about: string; readonly text: string }

/** What a reader of the answer must know before anything else: what its figures cover, what unmarked ground means, what was not checked. */
export function caveats(input: Pick<ReportInput, 'study' | 'measurement' | 'language'>): Caveat[] {
  return [figures(input), ...unmarked(input), notChecked(input)]
}

function figures({ measurement, language }: Pick<ReportInput, 'measurement' | 'language'>): Caveat {
  const about = translate(language, 'caveat.figures')
  const key = isReported(measurement)
    ? 'caveat.figures.reported'
    : measurement.notes.some(tellsOfNoInterval)
      ? 'caveat.figures.lacking'
      : measurement.method.interval
        ? 'caveat.figures.intervals'
        : 'caveat.figures.none'
  return { about, text: translate(language, key) }
}

/** Of the layer that the answer turns on; where it speaks of all ground there is nothing to say. */
function unmarked({ study, measurement, language }: Pick<ReportInput, 'study' | 'measurement' | 'language'>): Caveat[] {
  const main = mainLayer(study, measurement)
  const { plan } = measurement
  if (!main || main.uncoveredM2 <= sliverShare * plan.areaM2) return []
  const interval = main.uncovered ?? {}
  const share = main.uncoveredM2 / plan.areaM2
  const hasInterval = interval.low !== undefined
  const about = main.role === 'control' || main.role === 'shelling' || main.role === 'damage' ? main.role : 'other'
  return [
    {
      about: translate(language, 'caveat.unmarked'),
      text: translate(language, main.ended ? 'caveat.unmarked.ended' : `caveat.unmarked.${about}`, {
        area: hasInterval
          ? formatAreaOf(main.uncoveredM2, interval, language)
          : formatHectares(main.uncoveredM2, language),
        share: hasInterval ? formatShareOf(share, interval, language) : formatShare(share, language),
      }),
    },
  ]
}

/** A study has no field for a visit to the ground, so none is recorded. */
function notChecked({ study, measurement, language }: Pick<ReportInput, 'study' | 'measurement' | 'language'>): Caveat {
  const about = translate(language, 'caveat.field')
  const used = layersAt(study, measurement.at).filter((layer) => layer.schematic && isMeasured(layer))
  const plan = study.layers.filter(({ id, schematic }) => id === study.plan.layer && schematic)
  const accuracies = [...plan, ...used].flatMap(({ accuracyM }) => accuracyM ?? [])
  if (plan.length + used.length === 0) return { about, text: translate(language, 'caveat.field.surveyed') }
  return {
    about,
    text:
      accuracies.length === 0
        ? translate(language, 'caveat.field.schematic')
        : translate(language, 'caveat.field.schematic-to', { metres: formatNumber(Math.max(...accuracies)) }),
  }
}
