import { formatDate } from '../format/format.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import { namedIn } from '../answer/named-sources.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { comma, translate, semicolon, type Language } from '../i18n/translate.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

export const creditType = { sizePt: 6.5, fill: inks.ink }

export const creditHeading = (column: Column, text: string): Block[] =>
  paragraph(column, text, { sizePt: 6.5, weight: 600 }, { keepsWithNext: true })

/** What one study has on a sheet: its layers, once for all its days, and its measurement for each of them. */
export type Credited = {
  readonly study: Pick<Study, 'title' | 'sources'>
  readonly layers: readonly Layer[]
  readonly measurements: readonly Measurement[]
  /** Ids of the sources of its figures that are only told. */
  readonly reported: readonly string[]
}

/**
 * Where every layer on the sheet comes from, and in brief who names its ground, study by study: each source once with its
 * date, those of the same layers together, then the licences, then the sources of figures that are only told. A long
 * address is cut to its site; the study file has it whole. In brief each study's sources follow each other, without the layers.
 */
export function sources(
  credited: readonly Credited[],
  column: Column,
  baseMap?: { readonly png: string | null; readonly name: string },
  isBrief = false,
): Block[] {
  const { language } = column
  const text = (picture: { readonly png: string | null; readonly name: string }): string =>
    translate(language, picture.png === null ? 'sheet.base-map-missing' : 'sheet.base-map', { name: picture.name })
  return [
    ...creditHeading(column, translate(language, 'sheet.sources')),
    ...(isBrief
      ? briefSources(credited, column)
      : credited.flatMap((own) => [...ofStudy(credited, own, column), ...sourcesOfStudy(own, column)])),
    ...(baseMap ? paragraph(column, whole(text(baseMap), column), creditType, { beforeMm: 0.5 }) : []),
  ]
}

/** The title of a study over what is said of it, where a sheet has several. */
const ofStudy = (credited: readonly Credited[], own: Credited, column: Column): Block[] =>
  credited.length === 1 ? [] : creditTitles([own], column)

export const creditTitles = (credited: readonly Credited[], column: Column): Block[] =>
  paragraph(
    column,
    whole(credited.map(({ study }) => textIn(column.language, study.title)).join(comma(column.language)), column),
    { ...creditType, weight: 600, fill: inks.second },
    { beforeMm: 0.8, keepsWithNext: true },
  )

function sourcesOfStudy({ study, layers, measurements, reported }: Credited, column: Column): Block[] {
  const { language } = column
  const known = study.sources
  const textOf = (id: string | undefined): string => sourceText(sourceOf(known, id), language)
  const briefOf = (id: string): string => briefText(sourceOf(known, id), language)
  const naming = (layer: Layer): string[] =>
    [...new Set(measurements.flatMap((measurement) => namedIn(measurement, layer.id)))].filter(
      (id) => !layers.some(({ source }) => source === id),
    )
  const bySource = mergeByKey(layers, (layer) => [
    ...(layer.source === undefined && naming(layer).length > 0 ? [] : [textOf(layer.source)]),
    ...naming(layer).map((id) => `${briefOf(id)}.`),
  ])
  const byLicence = mergeByKey(layers, ({ source }) => [sourceOf(known, source)?.licence ?? ''])
  byLicence.delete('')
  // Beside what is measured the figures themselves say more: who and when is enough.
  const others = [...new Set(reported)].filter((id) => !bySource.has(textOf(id)) && !bySource.has(`${briefOf(id)}.`))
  const reportedTexts = measurements.every(isReported)
    ? [...new Set(others.map(textOf))]
    : others.length === 0
      ? []
      : [`${[...new Set(others.map(briefOf))].join(semicolon(language))}.`]
  const line = (names: readonly string[], text: string): Block[] =>
    paragraph(
      column,
      [
        ...(names.length > 0
          ? [{ text: `${whole(names.join(comma(language)), column)}: `, weight: 600 as const }]
          : []),
        { text: whole(text, column), weight: 400 as const },
      ],
      creditType,
      { beforeMm: 0.5 },
    )
  const titles = (own: readonly Layer[]): string[] => [...new Set(own.map(({ title }) => textIn(language, title)))]
  const isOneLicence = byLicence.size === 1 && [...byLicence.values()][0]!.length === layers.length
  return [
    ...[...together(bySource, (own) => titles(own).join('\n'))].flatMap((texts) =>
      line(titles(bySource.get(texts[0]!)!), texts.join(' ')),
    ),
    ...[...byLicence].flatMap(([licence, own]) =>
      line(isOneLicence ? [] : titles(own), `${translate(language, 'sheet.licence', { licence })}.`),
    ),
    ...reportedTexts.flatMap((text, i) => line(i === 0 ? [translate(language, 'claimed.sources')] : [], text)),
    ...(layers.length + reported.length > 0
      ? []
      : paragraph(column, translate(language, 'sheet.no-sources'), creditType)),
  ]
}

/** Who speaks, study by study, each with its day and once, then the licences; that the report says which layer is whose. */
function briefSources(credited: readonly Credited[], column: Column): Block[] {
  const { language } = column
  const known = credited.map(({ study, layers, measurements, reported }) => {
    const named = layers.flatMap((layer) => [
      ...(layer.source === undefined ? [] : [layer.source]),
      ...measurements.flatMap((measurement) => namedIn(measurement, layer.id)),
    ])
    const ids = [...new Set([...named, ...reported])]
    const licences = layers.flatMap(({ source }) => sourceOf(study.sources, source)?.licence ?? [])
    const texts = ids.map((id) => briefText(sourceOf(study.sources, id), language))
    return { title: textIn(language, study.title), texts: [...new Set(texts)], licences }
  })
  const licences = [...new Set(known.flatMap((own) => own.licences))]
  const line = (name: string | null, text: string): Block[] =>
    paragraph(
      column,
      [
        ...(name === null ? [] : [{ text: `${whole(name, column)}: `, weight: 600 as const }]),
        { text: whole(text, column), weight: 400 as const },
      ],
      creditType,
      { beforeMm: 0.5 },
    )
  return [
    ...licences.flatMap((licence) => line(null, `${translate(language, 'sheet.licence', { licence })}.`)),
    ...known.flatMap(({ title, texts }) =>
      line(
        credited.length === 1 ? null : title,
        texts.length === 0 ? translate(language, 'sheet.no-sources') : `${texts.join(semicolon(language))}.`,
      ),
    ),
    ...line(null, translate(language, 'sheet.sources-brief')),
  ]
}

/** What a source is called, with its publisher where the title does not name it. */
export function titleAndPublisher({ title, publisher }: Source, language: Language): string[] {
  const name = textIn(language, title)
  const by = publisher && textIn(language, publisher)
  return by === undefined || name.includes(by) ? [name] : [name, by]
}

function mergeByKey(layers: readonly Layer[], keysOf: (layer: Layer) => readonly string[]): Map<string, Layer[]> {
  const packed = new Map<string, Layer[]>()
  for (const layer of layers)
    for (const key of new Set(keysOf(layer))) packed.set(key, [...(packed.get(key) ?? []), layer])
  return packed
}

/** The keys whose layers are alike, in their order. */
function together(
  packed: ReadonlyMap<string, readonly Layer[]>,
  kindOf: (layers: readonly Layer[]) => string,
): string[][] {
  const kinds = new Map<string, string[]>()
  for (const [key, layers] of packed) kinds.set(kindOf(layers), [...(kinds.get(kindOf(layers)) ?? []), key])
  return [...kinds.values()]
}

const whole = (text: string, column: Column): string => printable(text, column.font)

/** Publisher, or else title, and day. */
function briefText(source: Source | undefined, language: Language): string {
  if (!source) return translate(language, 'sheet.source-unknown')
  const { publisher, title, date } = source
  return [textIn(language, publisher ?? title), ...(date === undefined ? [] : [formatDate(date, language)])].join(
    comma(language),
  )
}

function sourceText(source: Source | undefined, language: Language): string {
  if (!source) return `${translate(language, 'sheet.source-unknown')}.`
  const { date, url } = source
  const parts = [
    ...titleAndPublisher(source, language),
    date === undefined ? '' : formatDate(date, language),
    shortAddress(url ?? ''),
  ]
  return `${parts.filter((part) => part !== '').join(comma(language))}.`
}

const longestAddress = 36

const shortAddress = (url: string): string => {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length <= longestAddress ? bare : bare.replace(/\/.*$/, '')
}
