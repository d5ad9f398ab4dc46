import { answerRuns } from '../study/answer.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { planAreas } from './plan-areas.ts'
import { segmentsOf, shareBar } from './share-bar.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { printable } from './text.ts'

/** The one-sentence answer, the plan as a bar of 100 %, and the plan's area as measured and as published. */
export function answerBlock(study: Study, layers: readonly SheetLayer[], measurement: Measurement, column: Column): Block[] {
  const spans = answerRuns(study, measurement, column.language).map(({ text, strong }) => ({
    text: shortened(printable(text, column.font), 300),
    weight: strong ? (600 as const) : (400 as const),
  }))
  const asked = study.headline?.layer ?? measurement.layers.find(({ layer }) => layer !== null)?.name
  const barred = layers.find(({ layer }) => layer.name === asked && measurement.layers.some((own) => own.layer === layer.id))
  return [
    ...paragraph(column, spans, { sizePt: column.isTight ? 10 : 11 }),
    ...(barred ? [shareBar(column, segmentsOf(barred, measurement))] : []),
    ...planAreas(study, measurement, column),
  ]
}
