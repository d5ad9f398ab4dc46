import { formatDate, formatNumber } from '../format/format.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import type { LayerMeasurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import { translate } from '../i18n/translate.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import { classTitle, shownTitle, nameIn } from './class-titles.ts'
import { layerTable } from './layer-table.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** A table for each layer that is measured or counted; none of a plan without an outline. */
export function groundSection(input: ReportInput, sources: SourceList): Block[] {
  const { study, measurement, language } = input
  if (isReported(measurement)) return []
  const { at } = measurement
  const text =
    at === null
      ? translate(language, 'report.ground')
      : translate(language, 'report.ground.on', { date: formatDate(at, language) })
  const layerOf = ({ layer }: LayerMeasurement): Layer | undefined => study.layers.find(({ id }) => id === layer)
  const first = measurement.layers.find((measured) => layerOf(measured))
  return [
    heading(text),
    ...(study.layers.some(isMeasured) ? [] : [paragraph(translate(language, 'report.no-layers'))]),
    ...measurement.layers.map((measured) => {
      const layer = layerOf(measured)
      if (layer) return layerTable(input, measured, layer, sources, measured === first)
      const last = study.layers.find(({ name }) => name === measured.name)
      return paragraph(
        translate(language, 'report.layer.none', { layer: last ? nameIn(language, last.title) : measured.name }),
      )
    }),
    ...pointTable(input),
  ]
}

/** Points without a radius: counted in each class. */
function pointTable({ study, measurement, language }: ReportInput): Block[] {
  const { points = [], at } = measurement
  if (points.length === 0) return []
  const column = (key: 'layer' | 'class' | 'count' | 'per-ha'): string => translate(language, `report.column.${key}`)
  return [
    {
      kind: 'table',
      caption: translate(language, 'report.points'),
      columns: [
        { head: column('layer'), width: 4 },
        { head: column('class'), width: 4 },
        { head: column('count'), isFigure: true, width: 2 },
        { head: column('per-ha'), isFigure: true, width: 2 },
      ],
      rows: points.map((own) => {
        const layer = study.layers.findLast(({ name, role }) => name === own.layer && role !== 'plan')
        const cells = layer
          ? [shownTitle(layer, at, language), classTitle(layer, own.class, language)]
          : [own.layer, own.class ?? '']
        return { cells: [...cells, formatNumber(own.count), formatNumber(own.perHa, 2)] }
      }),
      remarks: [],
    },
  ]
}
