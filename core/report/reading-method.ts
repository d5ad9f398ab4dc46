import { formatNumber } from '../format/format.ts'
import { isReported } from '../model/outline.ts'
import { translate } from '../i18n/translate.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import type { ReportInput } from './report-input.ts'

/** How the figures were made, for who reads and does not repeat them; the annex has the record. */
export function readingMethod({ study, measurement, language }: ReportInput): Block[] {
  if (isReported(measurement)) return []
  const { interval, ellipsoid } = measurement.method
  const measured = measurement.layers.flatMap(({ layer }) => study.layers.find(({ id }) => id === layer) ?? [])
  const zones = measured.filter(({ bufferM, geometryType }) => bufferM !== undefined && geometryType !== 'polygon')
  return [
    heading(translate(language, 'report.method')),
    paragraph(
      [
        measured.length === 0
          ? translate(language, 'method.plan-only', { ellipsoid })
          : translate(language, 'method.laid-over', { count: measured.length, ellipsoid }),
        ...(measured.length === 0 ? [] : [translate(language, 'method.counted-once')]),
        ...zones.map(({ bufferM }) => translate(language, 'method.zones', { radius: formatNumber(bufferM ?? 0) })),
        ...(interval
          ? [
              translate(language, 'method.moved', { draws: formatNumber(interval.draws) }),
              translate(language, 'method.middle'),
            ]
          : []),
        translate(language, 'method.annex'),
      ].join(' '),
    ),
  ]
}
