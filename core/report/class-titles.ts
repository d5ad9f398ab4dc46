import { classLabel } from '../format/class-label.ts'
import { formatDate, formatLayerDate } from '../format/format.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { sideText } from '../format/said-by.ts'
import type { Source } from '../model/sources.ts'
import { layerWhen } from '../format/when.ts'
import { lastReported } from '../model/validity.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import type { Run } from './blocks.ts'
import { titleAndPublisher } from '../sheet/credits.ts'
import { shortened } from '../sheet/clean-text.ts'

/** A name that stands inside a sentence or over a column of figures. */
const longestName = 120

export const nameIn = (language: Language, text: { en: string; ar?: string | undefined }): string =>
  shortened(text[language] ?? text.en, longestName)

/** What a class is called. */
export const classTitle = (layer: Layer, name: ClassName, language: Language): string =>
  nameIn(language, classLabel(layer, name))

/** A layer's title, with its date where the title does not tell the year. */
export function layerTitle(layer: Layer, language: Language): string {
  const title = nameIn(language, layer.title)
  const dates = [layer.date, layer.from, layer.to].filter((date) => date !== undefined)
  if (dates.every((date) => title.includes(date.slice(0, 4)))) return title
  return `${title} (${formatLayerDate(layer, language)})`
}

/** A layer's title beside what is said of `at`: where it is shown for a later day than its own, that comes with it. */
export function shownTitle(layer: Layer, at: string | null, language: Language): string {
  if (lastReported(layer, at) === null) return layerTitle(layer, language)
  return `${nameIn(language, layer.title)} (${layerWhen(layer, at, language)})`
}

/** Title, publisher, date, address and licence of a source, as a list of sources prints them. */
export function sourceRuns(source: Source, language: Language): Run[] {
  const { date, url, licence, side, accessed } = source
  const parts = [
    ...titleAndPublisher(source, language).map((text) => ({ text })),
    ...(side === undefined
      ? []
      : [{ text: translate(language, 'report.sources.side', { side: sideText(side, language) }) }]),
    ...(date === undefined ? [] : [{ text: formatDate(date, language) }]),
    ...(url === undefined || url === '' ? [] : [{ text: url, isCode: true }]),
    ...(accessed === undefined
      ? []
      : [
          {
            text: translate(language, isDay(accessed) ? 'report.sources.accessed' : 'report.sources.accessed-in', {
              date: formatDate(accessed, language),
            }),
          },
        ]),
  ]
  return [
    ...parts.flatMap((part, i) => (i === 0 ? [part] : [{ text: comma(language) }, part])),
    { text: licence === undefined ? '.' : `. ${translate(language, 'sheet.licence', { licence })}.` },
  ]
}

/** A month or a year has no “on”. */
const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/.test(date)
