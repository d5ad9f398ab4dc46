import type { FigureUncertainty } from '../uncertainty/uncertainty.ts'
import { classLabel } from '../format/class-label.ts'
import { formatNumber, formatShare } from '../format/format.ts'
import { intervalScope } from '../answer/interval-sentences.ts'
import type { Layer } from '../model/layer.ts'
import { isReported } from '../model/outline.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { areaFigure, endsFigure, leastShownM2, spreadFigures, unitFor } from './area-figures.ts'
import { dotted, heading, paragraph, type Block, type Row, type Table } from './blocks.ts'
import { nameIn } from './class-titles.ts'
import { mainLayer } from '../answer/main-layer.ts'
import { sensitivityFigures } from './sensitivity-figure.ts'
import type { FullInput } from './report-input.ts'

const mostContributed = 4

/** Of what kind the intervals are, what is in them and what is not, how far the areas may be off, and whose error it is. */
export function uncertaintySection(input: FullInput): Block[] {
  const { uncertainty, language } = input
  if (isReported(input.measurement)) return []
  const { method, figures } = uncertainty
  const isHeld = input.measurement.layers.some(({ role }) => role === 'control')
  const known = figures.some(({ estimate, bounds }) => estimate ?? bounds)
  return [
    heading(translate(language, 'report.uncertainty')),
    paragraph(kindText(input)),
    ...(known
      ? [
          paragraph(translate(language, 'report.uncertainty.ways', { sigmas: formatNumber(method.bandSigmas, 2) })),
          figureTable(input),
          ...layerTable(input),
          ...contributionTable(input),
          ...sensitivityFigures(input),
        ]
      : []),
    ...orderBlocks(input),
    paragraph(translate(language, isHeld ? 'report.uncertainty.without' : 'report.uncertainty.without-holders')),
  ]
}

function kindText({ study, uncertainty: { layers }, measurement, language }: FullInput): string {
  const { interval } = measurement.method
  if (interval) {
    const drawn = translate(language, 'report.uncertainty.draws', {
      draws: formatNumber(interval.draws),
      seed: interval.seed,
    })
    return `${drawn} ${intervalScope(study.layers, measurement, language)}`
  }
  const lacking = layers.some(({ sigmaM }) => sigmaM === null)
  return translate(language, lacking ? 'report.uncertainty.lacking' : 'report.uncertainty.no-draws')
}

/** Each area with what each way of asking says of it. */
function figureTable({ study, uncertainty, measurement, language }: FullInput): Table {
  const { figures, planM2 } = uncertainty
  const unit = unitFor(planM2)
  const shown = figures.filter(
    ({ subject, areaM2, draws }) =>
      subject.kind !== 'combination' && (areaM2 > 0 || (draws?.highM2 ?? 0) > leastShownM2),
  )
  const isDrawn = shown.some(({ draws }) => draws)
  const nothing = translate(language, 'report.nothing')
  const column = (key: 'area-of' | 'as-measured' | 'estimate' | 'mean' | 'sd' | 'drawn' | 'bounds'): string =>
    translate(language, `report.column.${key}`, { unit: translate(language, `report.column.${unit}`) })
  return {
    kind: 'table',
    caption: translate(language, 'report.uncertainty.caption', { unit: translate(language, `report.column.${unit}`) }),
    columns: [
      { head: column('area-of'), width: 5 },
      { head: column('as-measured'), isFigure: true, width: 1.7 },
      { head: column('estimate'), isFigure: true, width: 2.5 },
      ...(isDrawn
        ? [
            { head: column('mean'), isFigure: true, width: 1.4 },
            { head: column('sd'), isFigure: true, width: 1.5 },
            { head: column('drawn'), isFigure: true, width: 2.5 },
          ]
        : []),
      { head: column('bounds'), isFigure: true, width: 2.5 },
    ],
    rows: shown.map(({ subject, areaM2, estimate, draws, bounds }): Row => ({
      cells: [
        subjectText(subject, study.layers, measurement.layers, language),
        areaFigure(areaM2, {}, unit, language),
        estimate ? areaFigure(areaM2, { low: estimate.lowM2, high: estimate.highM2 }, unit, language) : nothing,
        ...(isDrawn
          ? draws
            ? [
                ...spreadFigures(draws.meanM2, draws.sdM2, unit),
                areaFigure(areaM2, { low: draws.lowM2, high: draws.highM2 }, unit, language),
              ]
            : [nothing, nothing, nothing]
          : []),
        bounds ? endsFigure(bounds.minM2, bounds.maxM2, unit, language) : nothing,
      ],
    })),
    remarks: [],
  }
}

function subjectText(
  subject: FigureUncertainty['subject'],
  layers: readonly Layer[],
  measured: FullInput['measurement']['layers'],
  language: Language,
): string {
  if (subject.kind === 'plan' || subject.kind === 'combination') return translate(language, 'report.row.plan')
  const layer = layers.find(({ id }) => id === measured.find(({ name }) => name === subject.layer)?.layer)
  const of =
    subject.kind === 'class'
      ? nameIn(language, classLabel(layer, subject.class))
      : translate(language, `class.${subject.kind}`)
  return translate(language, 'report.uncertainty.of', {
    layer: layer ? nameIn(language, layer.title) : subject.layer,
    of,
  })
}

/** How each layer errs, and how much of the plan lies so near a boundary of it that it cannot be attributed. */
function layerTable({ study, uncertainty: { layers, planM2 }, language }: FullInput): Table[] {
  const unit = unitFor(planM2)
  const nothing = translate(language, 'report.nothing')
  const metres = (value: number | null): string => (value === null ? nothing : formatNumber(value))
  const column = (key: 'sigma' | 'lambda' | 'band' | 'unattributed'): string =>
    translate(language, `report.column.${key}`, { unit: translate(language, `report.column.${unit}`) })
  return [
    {
      kind: 'table',
      caption: translate(language, 'report.uncertainty.layers'),
      columns: [
        { head: translate(language, 'report.column.layer'), width: 5 },
        ...(['sigma', 'lambda', 'band'] as const).map((key) => ({ head: column(key), isFigure: true, width: 1.7 })),
        { head: column('unattributed'), isFigure: true, width: 2.6 },
        { head: translate(language, 'report.column.plan-share'), isFigure: true, width: 2 },
      ],
      rows: layers.map(({ layer, sigmaM, lambdaM, bandM, unattributedM2, unattributedShare }): Row => ({
        cells: [
          titleOf(study.layers, layer, language),
          metres(sigmaM),
          metres(lambdaM),
          metres(bandM),
          unattributedM2 === undefined ? nothing : areaFigure(unattributedM2, {}, unit, language),
          unattributedShare === undefined ? nothing : formatShare(unattributedShare, language, 0),
        ],
      })),
      remarks: [translate(language, 'report.uncertainty.layers-remark')],
    },
  ]
}

const titleOf = (layers: readonly Layer[], id: string, language: Language): string => {
  const layer = layers.find((own) => own.id === id)
  return layer ? nameIn(language, layer.title) : id
}

/** Whose error makes how much of the variance of the plan and of the main layer's largest classes. */
function contributionTable(input: FullInput): Table[] {
  const {
    study,
    uncertainty: { contributions, figures, layers },
    measurement,
    language,
  } = input
  if (contributions.length < 2) return []
  const main = mainLayer(study, measurement)
  const own = figures.flatMap(({ subject, areaM2 }, place) =>
    subject.kind === 'plan' || (subject.kind === 'class' && subject.layer === main?.name && areaM2 > leastShownM2)
      ? [{ subject, areaM2, place }]
      : [],
  )
  const shown = own.toSorted((a, b) => b.areaM2 - a.areaM2).slice(0, mostContributed)
  const layer = study.layers.find(({ id }) => id === main?.layer)
  return [
    {
      kind: 'table',
      caption: translate(language, 'report.uncertainty.contributions'),
      columns: [
        { head: translate(language, 'report.column.errs'), width: 5 },
        ...shown.map(({ subject }) => ({
          head:
            subject.kind === 'class'
              ? nameIn(language, classLabel(layer, subject.class))
              : translate(language, 'report.row.plan'),
          isFigure: true,
          width: 2,
        })),
      ],
      rows: contributions.map((contribution): Row => ({
        cells: [
          contribution.layers
            .map((name) => titleOf(study.layers, layers.find((each) => each.name === name)?.layer ?? name, language))
            .join(comma(language)),
          ...shown.map(({ place }) => {
            const share = contribution.figures[place]?.share ?? null
            return share === null ? translate(language, 'report.nothing') : formatShare(share, language, 0)
          }),
        ],
      })),
      remarks: [translate(language, 'report.uncertainty.contributions-remark')],
    },
  ]
}

/** Classes of which the draws cannot say which has more ground. */
function orderBlocks({ study, uncertainty: { openOrders }, measurement, language }: FullInput): Block[] {
  if (openOrders.length === 0) return []
  const labelOf = (name: string, own: Parameters<typeof classLabel>[1]): string => {
    const id = measurement.layers.find((each) => each.name === name)?.layer
    return nameIn(
      language,
      classLabel(
        study.layers.find((each) => each.id === id),
        own,
      ),
    )
  }
  return [
    dotted(
      openOrders.map(({ layer, larger, smaller, probability }) => ({
        text: translate(language, 'report.uncertainty.order', {
          larger: labelOf(layer, larger),
          smaller: labelOf(layer, smaller),
          share: formatShare(probability, language, 0),
        }),
      })),
    ),
  ]
}
