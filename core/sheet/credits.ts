import type { Note } from '../result/note.ts'
import { formatDate, formatNumber } from '../format/format.ts'
import { intervalSentences } from '../answer/interval-sentences.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { isTold } from '../model/outline.ts'
import { namedIn } from '../answer/named-sources.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import { textIn } from '../model/text.ts'
import { say, type Language } from '../i18n/say.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

const small = { sizePt: 6.5, fill: inks.ink }

const heading = (column: Column, text: string): Block[] =>
  paragraph(column, text, { sizePt: 6.5, weight: 600 }, { keepsWithNext: true })

/**
 * Where every layer on the sheet comes from, and in brief who names its ground: each source once with its date, those of the
 * same layers together, then the licences, then the sources of figures that are only told (`told`, by id). A long address
 * is cut to its site; the study file has it whole.
 */
export function sources(
  layers: readonly Layer[],
  known: readonly Source[],
  told: readonly string[],
  measurement: Measurement,
  column: Column,
  baseMap?: { readonly png: string | null; readonly name: string },
): Block[] {
  const { language } = column
  const comma = language === 'ar' ? '، ' : ', '
  const textOf = (id: string | undefined): string => sourceText(sourceOf(known, id), comma, language)
  const briefOf = (id: string): string => briefText(sourceOf(known, id), comma, language)
  const naming = (layer: Layer): string[] =>
    namedIn(measurement, layer.id).filter((id) => !layers.some(({ source }) => source === id))
  const bySource = gather(layers, (layer) => [
    ...(layer.source === undefined && naming(layer).length > 0 ? [] : [textOf(layer.source)]),
    ...naming(layer).map((id) => `${briefOf(id)}.`),
  ])
  const byLicence = gather(layers, ({ source }) => [sourceOf(known, source)?.licence ?? ''])
  byLicence.delete('')
  // Beside what is measured the figures themselves say more: who and when is enough.
  const others = [...new Set(told)].filter((id) => !bySource.has(textOf(id)) && !bySource.has(`${briefOf(id)}.`))
  const toldTexts = isTold(measurement)
    ? [...new Set(others.map(textOf))]
    : others.length === 0
      ? []
      : [`${[...new Set(others.map(briefOf))].join(language === 'ar' ? '؛ ' : '; ')}.`]
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
    ...[...together(bySource, (own) => titles(own).join('\n'))].flatMap((texts) =>
      line(titles(bySource.get(texts[0]!)!), texts.join(' ')),
    ),
    ...[...byLicence].flatMap(([licence, own]) =>
      line(isOneLicence ? [] : titles(own), `${say(language, 'sheet.licence', { licence })}.`),
    ),
    ...(baseMap
      ? line(
          [],
          say(language, baseMap.png === null ? 'sheet.base-map-missing' : 'sheet.base-map', { name: baseMap.name }),
        )
      : []),
    ...toldTexts.flatMap((text, i) => line(i === 0 ? [say(language, 'claimed.sources')] : [], text)),
    ...(layers.length + told.length > 0 ? [] : paragraph(column, say(language, 'sheet.no-sources'), small)),
  ]
}

/** What a source is called, with its publisher where the title does not name it. */
export function titleAndPublisher({ title, publisher }: Source, language: Language): string[] {
  const name = textIn(language, title)
  const by = publisher && textIn(language, publisher)
  return by === undefined || name.includes(by) ? [name] : [name, by]
}

function gather(layers: readonly Layer[], keysOf: (layer: Layer) => readonly string[]): Map<string, Layer[]> {
  const gathered = new Map<string, Layer[]>()
  for (const layer of layers)
    for (const key of new Set(keysOf(layer))) gathered.set(key, [...(gathered.get(key) ?? []), layer])
  return gathered
}

/** The keys whose layers are alike, in their order. */
function together(
  gathered: ReadonlyMap<string, readonly Layer[]>,
  kindOf: (layers: readonly Layer[]) => string,
): string[][] {
  const kinds = new Map<string, string[]>()
  for (const [key, layers] of gathered) kinds.set(kindOf(layers), [...(kinds.get(kindOf(layers)) ?? []), key])
  return [...kinds.values()]
}

const whole = (text: string, column: Column): string => printable(text, column.font)

/** Publisher, or else title, and day. */
function briefText(source: Source | undefined, comma: string, language: Language): string {
  if (!source) return say(language, 'sheet.source-unknown')
  const { publisher, title, date } = source
  return [textIn(language, publisher ?? title), ...(date === undefined ? [] : [formatDate(date, language)])].join(comma)
}

function sourceText(source: Source | undefined, comma: string, language: Language): string {
  if (!source) return `${say(language, 'sheet.source-unknown')}.`
  const { date, url } = source
  const parts = [
    ...titleAndPublisher(source, language),
    date === undefined ? '' : formatDate(date, language),
    shortAddress(url ?? ''),
  ]
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
export function method(
  layers: readonly Layer[],
  measurement: Measurement,
  undrawn: readonly Note[],
  column: Column,
): Block[] {
  const { language } = column
  const accuracies = layers.flatMap(({ role, accuracyM }) =>
    accuracyM === undefined || role === 'context'
      ? []
      : [
          say(language, 'sheet.accuracy', {
            layer: say(language, `role.${role}`).toLocaleLowerCase('en'),
            metres: formatNumber(accuracyM),
          }),
        ],
  )
  const sentences = isTold(measurement)
    ? [say(language, 'told.not-measured'), say(language, 'claimed.about')]
    : [
        say(language, 'sheet.method-area', { engine: measurement.method.engine }),
        intervalSentences(layers, measurement, language),
        ...(layers.some(({ schematic }) => schematic) ? [say(language, 'sheet.method-schematic')] : []),
        ...(accuracies.length > 0
          ? [
              say(language, 'sheet.method-accuracy', {
                list: [...new Set(accuracies)].join(language === 'ar' ? '، ' : ', '),
              }),
            ]
          : []),
      ]
  return [
    ...heading(column, say(language, 'sheet.method')),
    ...paragraph(column, sentences.join(' '), small),
    ...undrawn.flatMap(({ code, values }) =>
      paragraph(
        column,
        whole(say(language, `note.${code}`, { ...values, ...titled(values, layers, language) }), column),
        small,
      ),
    ),
    ...paragraph(column, say(language, 'sheet.disclaimer'), { ...small, fill: inks.second }, { beforeMm: 1 }),
  ]
}
