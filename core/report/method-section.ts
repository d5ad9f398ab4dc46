import { formatNumber } from '../format/format.ts'
import { accuracyText } from '../format/accuracy-text.ts'
import { sigmaOf, tellsOfNoInterval } from '../measure/layer-error.ts'
import type { Layer } from '../model/layer.ts'
import type { PictureRecord } from '../model/picture-record.ts'
import { layersAt } from '../model/snapshot.ts'
import { correlationLengthM } from '../montecarlo/displacement.ts'
import { sourceOf } from '../model/sources.ts'
import { isReported } from '../model/outline.ts'
import { translate, semicolon, type Language } from '../i18n/translate.ts'
import { heading, paragraph, type Block, type Table } from './blocks.ts'
import { layerTitle, nameIn } from './class-titles.ts'
import { readingTable } from './reading-table.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** How the figures were made, in sentences from the record alone, and the record of each layer. */
export function methodSection(input: ReportInput, sources: SourceList): Block[] {
  const { study, measurement, language } = input
  if (isReported(measurement))
    return [heading(translate(language, 'report.method.full')), paragraph(translate(language, 'told.not-measured'))]
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  const measured = measurement.layers.flatMap(({ layer }) => study.layers.find(({ id }) => id === layer) ?? [])
  const counted = new Set(measurement.points?.map(({ layer }) => layer))
  const others = layersAt(study, measurement.at).filter(
    ({ role, name }) => role === 'units' || role === 'context' || (role !== 'plan' && counted.has(name)),
  )
  const layers = [...new Set([...(plan ? [plan] : []), ...measured, ...others])]
  return [
    heading(translate(language, 'report.method.full')),
    paragraph(areaSentences(input, measured)),
    paragraph(
      [
        ...placeSentences(input, [...(plan ? [plan] : []), ...measured]),
        translate(language, 'report.method.fill'),
      ].join(' '),
    ),
    paragraph(intervalSentences(input, [...(plan ? [plan] : []), ...measured])),
    ...(measured.some(({ role }) => role === 'damage') ? [paragraph(translate(language, 'report.method.damage'))] : []),
    recordTable(input, layers, sources),
    readingTable(input, layers),
  ]
}

function areaSentences({ study, measurement, language }: ReportInput, measured: readonly Layer[]): string {
  const { ellipsoid, engine } = measurement.method
  const series = new Map<string, number>()
  for (const { name } of study.layers) series.set(name, (series.get(name) ?? 0) + 1)
  return [
    translate(language, 'report.method.area', { ellipsoid, engine }),
    ...(measured.length > 0
      ? [translate(language, 'report.method.overlay', { count: measured.length })]
      : [translate(language, 'report.method.plan-only')]),
    ...(measured.length > 0
      ? [
          translate(language, 'report.method.residual', {
            residual: residualText(measurement.reconciliation.residualM2),
          }),
        ]
      : []),
    ...([...series.values()].some((count) => count > 1) ? [translate(language, 'report.method.snapshot')] : []),
  ].join(' ')
}

/** To the next power of ten, for it is a bound: 0.001. */
function residualText(residualM2: number): string {
  const size = Math.abs(residualM2)
  const power = size === 0 ? -6 : Math.max(-6, Math.ceil(Math.log10(size)))
  return power >= 0 ? String(10 ** power) : (10 ** power).toFixed(-power)
}

/** How each layer came to WGS 84, and which points and lines were made zones. */
function placeSentences({ language }: ReportInput, layers: readonly Layer[]): string[] {
  const foreign = layers.filter(({ crs }) => crs.code !== 'EPSG:4326')
  return [
    ...(foreign.length === 0 ? [translate(language, 'report.method.unmoved')] : []),
    ...foreign.map((layer) => {
      const { code, name, operation, accuracyM, shiftM } = layer.crs
      const about = { layer: `“${layerTitle(layer, language)}”`, name, code }
      return operation === null
        ? translate(language, 'report.method.converted', about)
        : accuracyM === null
          ? translate(language, 'report.method.moved-unknown', { ...about, operation, shift: formatNumber(shiftM) })
          : translate(language, 'report.method.moved', {
              ...about,
              operation,
              accuracy: formatNumber(accuracyM),
              shift: formatNumber(shiftM),
            })
    }),
    ...layers.flatMap((layer) =>
      layer.bufferM === undefined || layer.geometryType === 'polygon'
        ? []
        : [
            translate(language, 'report.method.buffer', {
              layer: layerTitle(layer, language),
              radius: formatNumber(layer.bufferM),
            }),
          ],
    ),
  ]
}

function intervalSentences({ measurement, language }: ReportInput, layers: readonly Layer[]): string {
  const { interval } = measurement.method
  if (measurement.notes.some(tellsOfNoInterval)) return translate(language, 'report.method.interval-missing')
  if (!interval) return translate(language, 'report.method.no-interval')
  const list = layers.map((layer) => {
    const sigmaM = sigmaOf(layer) ?? 0
    if (layer.picture) return placedText(layer, layer.picture, sigmaM, language)
    const figures = {
      layer: nameIn(language, layer.title),
      sigma: formatNumber(sigmaM, sigmaM < 10 ? 1 : 0),
      lambda: formatNumber(correlationLengthM(sigmaM)),
    }
    return layer.accuracy
      ? translate(language, 'report.method.sigma-quoted', {
          ...figures,
          quoted: accuracyText(layer.accuracy, language),
        })
      : translate(language, 'report.method.sigma', figures)
  })
  return translate(language, 'report.method.interval', {
    draws: formatNumber(interval.draws),
    seed: interval.seed,
    list: list.join(semicolon(language)),
  })
}

/** What the draws do with a layer that was traced on a picture: its placing moves all of it, and its lines err beside that. */
function placedText(layer: Layer, { points, placing }: PictureRecord, sigmaM: number, language: Language): string {
  const metres = (value: number): string => formatNumber(value, value < 10 ? 1 : 0)
  const { freedom, localM, lengthM } = placing
  return translate(language, 'report.method.sigma-placed', {
    layer: nameIn(language, layer.title),
    count: points.length,
    placing: metres(placing.sigmaM),
    tail: freedom === null ? '' : translate(language, 'report.method.placed-tail', { freedom }),
    local:
      localM === 0
        ? ''
        : translate(language, 'report.method.placed-local', { local: metres(localM), length: formatNumber(lengthM) }),
    own: metres(Math.sqrt(Math.max(0, sigmaM ** 2 - placing.sigmaM ** 2))),
    lambda: formatNumber(correlationLengthM(sigmaM)),
  })
}

/** Coordinates, accuracy, fill rule, making, size and checksum of each layer. */
function recordTable({ study, language }: ReportInput, layers: readonly Layer[], sources: SourceList): Table {
  const column = (key: 'layer' | 'crs' | 'sigma' | 'fill' | 'made' | 'features' | 'sha256' | 'source'): string =>
    translate(language, `report.column.${key}`)
  const nothing = translate(language, 'report.nothing')
  return {
    kind: 'table',
    caption: translate(language, 'report.method.record'),
    columns: [
      { head: column('layer'), width: 4.4 },
      { head: column('crs'), width: 2.4 },
      { head: column('sigma'), isFigure: true, width: 1 },
      { head: column('fill'), width: 1.8 },
      { head: column('made'), width: 2.2 },
      { head: column('features'), isFigure: true, width: 1.5 },
      { head: column('sha256'), width: 2.7 },
      { head: column('source'), isFigure: true, width: 1.4 },
    ],
    rows: layers.map((layer) => {
      const { crs, accuracyM, evenOdd, method, schematic, features, sha256 } = layer
      const source = sourceOf(study.sources, layer.source)
      const made = translate(language, `page.method.${method}`)
      return {
        cells: [
          layerTitle(layer, language),
          crs.operation === null
            ? crs.code
            : translate(language, 'report.crs.moved', { code: crs.code, operation: crs.operation }),
          accuracyM === undefined ? nothing : formatNumber(accuracyM),
          layer.geometryType === 'polygon' ? translate(language, `report.fill.${evenOdd}`) : nothing,
          schematic ? translate(language, 'report.schematic-made', { made }) : made,
          formatNumber(features),
          sha256.slice(0, 12),
          source
            ? translate(language, 'report.cited', { number: sources.cite(source, layerTitle(layer, language)) })
            : nothing,
        ],
      }
    }),
    remarks: [],
  }
}
