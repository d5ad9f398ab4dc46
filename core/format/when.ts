import { durationText } from '../time/duration.ts'
import { validityOf, lastReported } from '../model/validity.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { isDay } from '../time/days.ts'
import { formatDate, formatLayerDate } from './format.ts'
import type { Layer } from '../model/layer.ts'

/** That something was last reported on one day and is shown for a later one (YYYY-MM-DD), and how long that is. */
export const lastReportedText = (date: string, at: string, language: Language): string =>
  translate(language, 'when.last-reported', {
    date: formatDate(date, language),
    long: durationText(date, at, language),
    at: formatDate(at, language),
  })

/** The day or days that a layer speaks of; where it is shown for a later day, that it was last reported then. */
export function layerWhen(layer: Layer, at: string | null, language: Language): string {
  const last = lastReported(layer, at)
  if (last === null || at === null) return formatLayerDate(layer, language)
  if (layer.from === undefined || layer.from === last) return lastReportedText(last, at, language)
  const values = {
    days: formatLayerDate(layer, language),
    long: durationText(last, at, language),
    at: formatDate(at, language),
  }
  return translate(language, 'when.days-last-reported', values)
}

/** When the ground of a layer was held, as a sentence about `at` says it: on that day, or as last reported before it. */
export function heldWhen(layer: Layer, at: string, announced: string | undefined, language: Language): string {
  const last = lastReported(layer, at)
  if (last !== null) return lastReportedText(last, at, language)
  const date = dayText(at, announced, language)
  return translate(language, validityOf(layer, at) === 'undated' ? 'when.not-stated' : 'when.on', { date })
}

/** On a day, or in a month or a year. */
export const onDate = (date: string, language: Language): string =>
  translate(language, isDay(date) ? 'when.on' : 'when.in', { date: formatDate(date, language) })

/** A day; that of the plan's announcement is named as such. */
export const dayText = (day: string, announced: string | undefined, language: Language): string =>
  day === announced
    ? translate(language, 'date.announced', { date: formatDate(day, language) })
    : formatDate(day, language)
