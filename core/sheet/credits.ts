import { formatDate, formatLayerDate, formatNumber } from '../study/format.ts'
import type { Layer } from '../study/layer.ts'
import type { Measurement } from '../study/measurement.ts'
import { textIn, type Source } from '../study/text.ts'
import { say, type Language } from '../words/say.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

const small = { sizePt: 6.5, fill: inks.ink }
const longestSource = 400

const heading = (column: Column, text: string): Block[] =>
  paragraph(column, text, { sizePt: 6.5, weight: 600 }, { keepsWithNext: true })

/** Where every layer on the sheet comes from: one line for each source, with its date and licence. */
export function sources(layers: readonly Layer[], column: Column): Block[] {
  const { language } = column
  const layersBySource = new Map<string, string[]>()
  for (const layer of layers) {
    const key = sourceText(layer.source, language)
    const title = textIn(language, layer.title)
    const dated = formatLayerDate(layer, language)
    const hasDate = layer.date !== undefined || layer.from !== undefined || layer.to !== undefined
    const name = hasDate && !title.includes(dated) ? `${title} (${dated})` : title
    layersBySource.set(key, [...(layersBySource.get(key) ?? []), name])
  }
  const lines = [...layersBySource].flatMap(([source, names]) =>
    paragraph(
      column,
      [
        { text: `${clipped(names.join(language === 'ar' ? '، ' : ', '), column)}: `, weight: 600 },
        { text: clipped(source, column), weight: 400 },
      ],
      small,
      { beforeMm: 0.5, linesTogether: false },
    ),
  )
  return [
    ...heading(column, say(language, 'sheet.sources')),
    ...(lines.length > 0 ? lines : paragraph(column, say(language, 'sheet.no-sources'), small)),
  ]
}

const clipped = (text: string, column: Column): string => shortened(printable(text, column.font), longestSource)

function sourceText(source: Source | undefined, language: Language): string {
  if (!source) return say(language, 'sheet.source-unknown')
  const { title, publisher, date, licence, url } = source
  const parts = [title, publisher, date === undefined ? undefined : formatDate(date, language), url]
  const said = parts.filter((part) => part !== undefined && part !== '').join(language === 'ar' ? '، ' : ', ')
  return licence === undefined ? `${said}.` : `${said}. ${say(language, 'sheet.licence', { licence })}.`
}

/** How the figures were made, how sure the lines are, and what the map does not claim. */
export function method(layers: readonly Layer[], { method }: Measurement, column: Column): Block[] {
  const { language } = column
  const accuracies = layers.flatMap(({ title, accuracyM }) =>
    accuracyM === undefined
      ? []
      : [say(language, 'sheet.accuracy', { layer: printable(textIn(language, title), column.font).slice(0, 80), metres: formatNumber(accuracyM) })],
  )
  const sentences = [
    say(language, 'sheet.method-area', { engine: method.engine }),
    method.interval
      ? say(language, 'sheet.method-interval', { draws: formatNumber(method.interval.draws), seed: method.interval.seed })
      : say(language, 'sheet.method-no-interval'),
    ...(layers.some(({ schematic }) => schematic) ? [say(language, 'sheet.method-schematic')] : []),
    ...(accuracies.length > 0
      ? [say(language, 'sheet.method-accuracy', { list: accuracies.slice(0, 8).join(language === 'ar' ? '، ' : ', ') })]
      : []),
  ]
  return [
    ...heading(column, say(language, 'sheet.method')),
    ...paragraph(column, sentences.join(' '), small, { linesTogether: false }),
    ...paragraph(column, say(language, 'sheet.disclaimer'), { ...small, fill: inks.second }, { beforeMm: 1, linesTogether: false }),
  ]
}
