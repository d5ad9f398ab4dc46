import type { Note } from '../result/note.ts'
import { intervalSentences } from '../answer/interval-sentences.ts'
import { formatNumber } from '../format/format.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import { textIn } from '../model/text.ts'
import { paragraph, type Column } from './column.ts'
import { creditHeading, creditTitles, creditType, type Credited } from './credits.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

/** The layer by its title, where the sheet has it. */
const titled = ({ layer }: Note['values'], layers: readonly Layer[], language: Language): Note['values'] => {
  const own = layers.find(({ name }) => name === layer)
  return own ? { layer: textIn(language, own.title) } : {}
}

/** How the figures were made, how sure the lines are, and what the map does not claim; in brief the last comes first. */
export function method(
  credited: readonly Credited[],
  undrawn: readonly Note[],
  column: Column,
  isBrief = false,
): Block[] {
  const { language } = column
  const layers = credited.flatMap((own) => own.layers)
  const alike = new Map<string, Credited[]>()
  for (const own of credited) {
    const text = methodOfStudy(own, language)
    alike.set(text, [...(alike.get(text) ?? []), own])
  }
  const unclaimed = paragraph(
    column,
    notClaimed(credited, language),
    { ...creditType, fill: inks.second },
    isBrief ? {} : { beforeMm: 1 },
  )
  return [
    ...creditHeading(column, translate(language, 'sheet.method')),
    ...(isBrief ? unclaimed : []),
    ...[...alike].flatMap(([text, own]) => [
      ...(alike.size === 1 ? [] : creditTitles(own, column)),
      ...paragraph(column, text, creditType),
    ]),
    ...[...withheldOf(credited), ...undrawn].flatMap(({ code, values }) =>
      paragraph(
        column,
        printable(translate(language, `note.${code}`, { ...values, ...titled(values, layers, language) }), column.font),
        creditType,
      ),
    ),
    ...(isBrief ? [] : unclaimed),
  ]
}

/** What nobody checked, what unmarked ground means where there is any, and what boundaries and names do not say. */
function notClaimed(credited: readonly Credited[], language: Language): string {
  const measured = credited.flatMap(({ measurements }) => measurements).filter((own) => !isReported(own))
  const hasUnmarked = measured.some(({ layers }) => layers.some(({ layer, uncoveredM2 }) => layer && uncoveredM2 > 0))
  return [
    translate(language, 'sheet.unchecked'),
    ...(hasUnmarked ? [translate(language, 'sheet.unmarked')] : []),
    translate(language, 'sheet.disclaimer'),
  ].join(' ')
}

/** That layers which the figures speak of are not on the map, each told once. */
const withheldOf = (credited: readonly Credited[]): Note[] => [
  ...new Map(
    credited
      .flatMap(({ measurements }) => measurements.flatMap(({ notes }) => notes))
      .filter(({ code }) => code === 'layer-withheld')
      .map((own) => [own.message, own]),
  ).values(),
]

function methodOfStudy({ layers, measurements }: Credited, language: Language): string {
  const measured = measurements.filter((own) => !isReported(own))
  const [first] = measured
  if (!first) return [translate(language, 'told.not-measured'), translate(language, 'claimed.about')].join(' ')
  const accuracies = layers.flatMap(({ role, accuracyM }) =>
    accuracyM === undefined || role === 'context'
      ? []
      : [
          translate(language, 'sheet.accuracy', {
            layer: translate(language, `role.${role}`).toLocaleLowerCase('en'),
            metres: formatNumber(accuracyM),
          }),
        ],
  )
  return [
    translate(language, 'sheet.method-area', { engine: first.method.engine }),
    intervalSentences(layers, drawnTogether(measured), language),
    ...(layers.some(({ schematic }) => schematic) ? [translate(language, 'sheet.method-schematic')] : []),
    ...byHand(layers, language),
    ...(accuracies.length > 0
      ? [
          translate(language, 'sheet.method-accuracy', {
            list: [...new Set(accuracies)].join(comma(language)),
          }),
        ]
      : []),
  ].join(' ')
}

/** Which layers were drawn in this program; those of one series once. */
function byHand(layers: Credited['layers'], language: Language): string[] {
  const titles = new Set(
    layers.filter(({ method }) => method === 'by-hand').map(({ title }) => textIn(language, title)),
  )
  if (titles.size === 0) return []
  return [translate(language, 'sheet.method-by-hand', { list: [...titles].join(comma(language)) })]
}

/** How the intervals of several days were made, with the layers and notes of them all. */
function drawnTogether(measured: readonly Measurement[]): Pick<Measurement, 'method' | 'notes'> {
  const { method } = measured.find((own) => own.method.interval) ?? measured[0]!
  const layers = measured.flatMap((own) => own.method.interval?.layers ?? [])
  return {
    method: method.interval ? { ...method, interval: { ...method.interval, layers } } : method,
    notes: measured.flatMap(({ notes }) => notes),
  }
}
