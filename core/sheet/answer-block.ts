import { answerRuns } from '../answer/answer.ts'
import { confidenceExplained } from '../answer/confidence-explained.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { planAreas, unitArea } from './plan-areas.ts'
import { segmentsOf, shareBar } from './share-bar.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { printable } from './text.ts'

/** The one-sentence answer, the plan as a bar of 100 %, and the plan's area as measured and as published. */
export function answerBlock(
  study: Study,
  layers: readonly SheetLayer[],
  measurement: Measurement,
  column: Column,
  of: 'plan' | 'unit' = 'plan',
): Block[] {
  const spans = answerRuns(study, measurement, column.language).map(({ text, strong }) => ({
    text: shortened(printable(text, column.font), 300),
    weight: strong ? (600 as const) : (400 as const),
  }))
  const barred = barredLayer(study, layers, measurement)
  return [
    ...paragraph(column, spans, { sizePt: column.isTight ? 10 : 11 }),
    ...(barred ? [shareBar(column, segmentsOf(barred, measurement))] : []),
    ...explained(study, measurement, column),
    ...(of === 'unit' ? unitArea(measurement, column) : planAreas(study, measurement, column)),
  ]
}

/** What the words mean that say how many sources say so. */
function explained(study: Study, measurement: Measurement, column: Column): Block[] {
  const text = confidenceExplained(study, measurement, 'sentence', column.language)
  return text === null
    ? []
    : paragraph(
        column,
        printable(text, column.font),
        { sizePt: 6.5, fill: inks.second },
        { beforeMm: column.isTight ? 1.2 : 1.8 },
      )
}

/** The layer that the bar of 100 % shows: that of the study's headline, or the first that is measured. */
export function barredLayer(
  study: Study,
  layers: readonly SheetLayer[],
  measurement: Measurement,
): SheetLayer | undefined {
  const requested = study.headline?.layer ?? measurement.layers.find(({ layer }) => layer !== null)?.name
  return layers.find(
    ({ layer }) => layer.name === requested && measurement.layers.some((own) => own.layer === layer.id),
  )
}
