import { translate, type Language } from '../i18n/translate.ts'
import type { ClaimedFigure } from '../model/claimed-figure.ts'
import type { Claimed } from '../model/claimed.ts'
import { areaAsGiven } from './area-as-given.ts'
import { formatLayerDate } from './format.ts'
import { shareAsGiven } from './published-value.ts'
import { saidBy } from './said-by.ts'
import { textIn } from '../model/text.ts'

/** The last full stop of a label, which would stand before the dot or the semicolon that parts it from the next text. */
const fullStop = /(?<!\.)\.$/

/** A claimed figure in words, a text for each column of a table: what, how much, of what, when, who says so. */
export type ClaimedText = {
  readonly what: string
  readonly howMuch: string
  readonly ofWhat: string
  readonly day: string
  readonly who: string
}

export const claimedText = (figure: ClaimedFigure, language: Language): ClaimedText => ({
  what: textIn(language, figure.label).replace(fullStop, ''),
  howMuch: howMuch(figure, language),
  ofWhat: ofWhat(figure, language),
  day: formatLayerDate(figure, language),
  who: saidBy(figure.by, language),
})

/** How much, marked where another figure of the same thing does not agree, and where it may be of another day. */
export function markedFigure(figure: ClaimedFigure, language: Language): string {
  const text = howMuch(figure, language)
  if (figure.conflictsWith.length > 0) return translate(language, 'claimed.conflict-mark', { figure: text })
  return figure.otherDays.length > 0 ? translate(language, 'claimed.other-day-mark', { figure: text }) : text
}

/** What the marks mean that stand among the figures. */
export const markRemarks = (figures: readonly ClaimedFigure[], language: Language): string[] => [
  ...(figures.some(({ conflictsWith }) => conflictsWith.length > 0) ? [translate(language, 'claimed.conflict')] : []),
  ...(figures.some(({ conflictsWith, otherDays }) => conflictsWith.length === 0 && otherDays.length > 0)
    ? [translate(language, 'claimed.other-day')]
    : []),
]

/** What a figure is of, by its name. A place written in both scripts, “Qaboun (القابون)”, goes by its own name among Arabic letters. */
export function ofWhat({ of }: ClaimedFigure, language: Language): string {
  if (of === 'plan') return translate(language, 'claimed.of-plan')
  const place = of.slice('place:'.length)
  const arabic = /^[^()]+ \(([^()]*[\u0620-\u064a][^()]*)\)$/.exec(place)?.[1]
  return language === 'ar' ? (arabic ?? place) : place
}

/** A claimed figure in one line. */
export function claimedLine(figure: ClaimedFigure, language: Language): string {
  return translate(language, 'claimed.line', {
    ...claimedText(figure, language),
    howMuch: markedFigure(figure, language),
  })
}

/** As its source gives it: no digit more, a range from its low to its high end. */
function howMuch({ measure, value, low, high }: Claimed, language: Language): string {
  const text = (figure: number): string => {
    return measure === 'areaM2' ? areaAsGiven(figure, language) : shareAsGiven(figure, language)
  }
  if (value !== undefined) return text(value)
  return low === 0
    ? translate(language, 'claimed.at-most', { high: text(high ?? 0) })
    : translate(language, 'interval.ends', { low: text(low ?? 0), high: text(high ?? 0) })
}
