import type { Note } from '../note.ts'
import { formatDate, formatNumber } from '../study/format.ts'
import { intervalSentences } from '../study/interval-sentences.ts'
import type { Layer } from '../study/layer.ts'
import type { Measurement } from '../study/measurement.ts'
import { isTold } from '../study/outline.ts'
import { sourceOf, type Source } from '../study/sources.ts'
import { textIn } from '../study/text.ts'
import { say, type Language } from '../words/say.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

const small = { sizePt: 6.5, fill: inks.ink }

const heading = (column: Column, text: string): Block[] =>
  paragraph(column, text, { sizePt: 6.5, weight: 600 }, { keepsWithNext: true })

/**
 * Where every layer on the sheet comes from: a line for each source with its date, then the licences, then the sources of
 * figures that are only told (`told`, by id). A long address
 * is cut to its site; the study file has it whole.
 */
export function sources(
  layers: readonly Layer[],
  known: readonly Source[],
  told: readonly string[],
  column: Column,
  baseMap?: { readonly png: string | null; readonly name: string },
): Block[] {
  const { language } = column
  const comma = language === 'ar' ? '، ' : ', '
  const bySource = gather(layers, ({ source }) => sourceText(sourceOf(known, source), comma, language))
  const byLicence = gather(layers, ({ source }) => sourceOf(known, source)?.licence ?? '')
  byLicence.delete('')
  const line = (names: readonly string[], text: string): Block[] =>
    paragraph(
      column,
      [
        ...(names.length > 0 ? [{ text: `${whole(names.join(comma), column)}: `, weight: 600 as const }] : []),
        { text: whole(text, column), weight: 400 as const },
      ],
      small,
      { beforeMm: 0.5 },
    )
  const titles = (own: readonly Layer[]): string[] => [...new Set(own.map(({ title }) => textIn(language, title)))]
  const isOneLicence = byLicence.size === 1 && [...byLicence.values()][0]!.length === layers.length
  return [
    ...heading(column, say(language, 'sheet.sources')),
    ...[...bySource].flatMap(([text, own]) => line(titles(own), text)),
    ...[...byLicence].flatMap(([licence, own]) =>
      line(isOneLicence ? [] : titles(own), `${say(language, 'sheet.licence', { licence })}.`),
    ),
    ...(baseMap ? line([], say(language, baseMap.png === null ? 'sheet.base-map-missing' : 'sheet.base-map', { name: baseMap.name })) : []),
    ...[...new Set(told.map((id) => sourceText(sourceOf(known, id), comma, language)))].flatMap((text, i) => line(i === 0 ? [say(language, 'claimed.sources')] : [], text)),
    ...(layers.length + told.length > 0 ? [] : paragraph(column, say(language, 'sheet.no-sources'), small)),
  ]
}

/** What a source is called, with its publisher where the title does not name it. */
export function titleAndPublisher({ title, publisher }: Source, language: Language): string[] {
  const name = textIn(language, title)
  const by = publisher && textIn(language, publisher)
  return by === undefined || name.includes(by) ? [name] : [name, by]
}

function gather(layers: readonly Layer[], keyOf: (layer: Layer) => string): Map<string, Layer[]> {
  const gathered = new Map<string, Layer[]>()
  for (const layer of layers) gathered.set(keyOf(layer), [...(gathered.get(keyOf(layer)) ?? []), layer])
  return gathered
}

const whole = (text: string, column: Column): string => printable(text, column.font)

function sourceText(source: Source | undefined, comma: string, language: Language): string {
  if (!source) return `${say(language, 'sheet.source-unknown')}.`
  const { date, url } = source
  const parts = [...titleAndPublisher(source, language), date === undefined ? '' : formatDate(date, language), shortAddress(url ?? '')]
  return `${parts.filter((part) => part !== '').join(comma)}.`
}

/** The layer by its title, where the sheet has it. */
const titled = ({ layer }: Note['values'], layers: readonly Layer[], language: Language): Note['values'] => {
  const own = layers.find(({ name }) => name === layer)
  return own ? { layer: textIn(language, own.title) } : {}
}

const longestAddress = 36

const shortAddress = (url: string): string => {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length <= longestAddress ? bare : bare.replace(/\/.*$/, '')
}

/** How the figures were made, how sure the lines are, and what the map does not claim. */
export function method(layers: readonly Layer[], measurement: Measurement, undrawn: readonly Note[], column: Column): Block[] {
  const { language } = column
  const accuracies = layers.flatMap(({ role, accuracyM }) =>
    accuracyM === undefined || role === 'context'
      ? []
      : [say(language, 'sheet.accuracy', { layer: say(language, `role.${role}`).toLocaleLowerCase('en'), metres: formatNumber(accuracyM) })],
  )
  const sentences = isTold(measurement) ? [say(language, 'told.not-measured'), say(language, 'claimed.about')] : [
    say(language, 'sheet.method-area', { engine: measurement.method.engine }),
    intervalSentences(layers, measurement, language),
    ...(layers.some(({ schematic }) => schematic) ? [say(language, 'sheet.method-schematic')] : []),
    ...(accuracies.length > 0
      ? [say(language, 'sheet.method-accuracy', { list: [...new Set(accuracies)].join(language === 'ar' ? '، ' : ', ') })]
      : []),
  ]
  return [
    ...heading(column, say(language, 'sheet.method')),
    ...paragraph(column, sentences.join(' '), small),
    ...undrawn.flatMap(({ code, values }) => paragraph(column, whole(say(language, `note.${code}`, { ...values, ...titled(values, layers, language) }), column), small)),
    ...paragraph(column, say(language, 'sheet.disclaimer'), { ...small, fill: inks.second }, { beforeMm: 1 }),
  ]
}
