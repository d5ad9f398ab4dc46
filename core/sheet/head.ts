import { formatDate } from '../format/format.ts'
import { imprintLine } from '../format/imprint.ts'
import { joinedWords } from '../format/joined-words.ts'
import { isMeasured } from '../model/layer.ts'
import { isWithoutOutline } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { textIn, type Text } from '../model/text.ts'
import { translate, semicolon, type Language, type MessageKey } from '../i18n/translate.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { aboutLayer } from './legend.ts'
import { inks } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { printable, type Font } from './text.ts'

const longestTitle = 300
const longestSubtitle = 600

/** What a layout sets in the place of what the sheet says by itself; on a figure the legend alone tells the dates. */
export type HeadSetting = {
  readonly title?: Text | undefined
  readonly subtitle?: Text | undefined
  readonly isFigure?: boolean
  /** Name of the one unit that the sheet is about. */
  readonly unit?: string | undefined
  /** Of each map, where there are several. */
  readonly studies?: readonly Study[]
  readonly days?: readonly (string | null)[]
}

/** The sheet's title in whole. */
function wholeTitle(study: Study, { title, unit, studies = [] }: HeadSetting, language: Language, font: Font): string {
  const named = new Map([study, ...studies].map((own) => [own.id, textIn(language, own.title)]))
  const text = title ? textIn(language, title) : joinedWords([...named.values()], language)
  return printable(unit === undefined ? text : `${text} · ${unit}`, font)
}

/** The sheet's title as its head prints it. */
export const titleOf = (study: Study, setting: HeadSetting, language: Language, font: Font): string =>
  shortened(wholeTitle(study, setting, language, font), longestTitle)

/** The title where it is too long for the head. */
export function longTitle(study: Study, setting: HeadSetting, column: Column): Block[] {
  const title = wholeTitle(study, setting, column.language, column.font)
  return title.length <= longestTitle ? [] : paragraph(column, title, { sizePt: 8 })
}

/** Title, what is measured on which day, and the day that each layer speaks of. */
export function head(
  study: Study,
  layers: readonly SheetLayer[],
  at: string | null,
  column: Column,
  setting: HeadSetting = {},
): Block[] {
  const { language, font } = column
  const sizesPt = setting.isFigure ? { title: 10, about: 7 } : { title: 16, about: 9 }
  const title = [
    ...paragraph(column, titleOf(study, setting, language, font), { sizePt: sizesPt.title, weight: 600 }),
    ...(longTitle(study, setting, column).length === 0
      ? []
      : paragraph(column, translate(language, 'sheet.left.title-in-full'), { sizePt: 6.5, fill: inks.second })),
  ]
  if (setting.subtitle) {
    const subtitle = shortened(printable(textIn(language, setting.subtitle), font), longestSubtitle)
    return [...title, ...paragraph(column, subtitle, { sizePt: sizesPt.about })]
  }
  const measured = layers.filter(({ layer }) => isMeasured(layer))
  const roles = [...new Set(measured.map(({ layer }) => layer.role))].map((role) =>
    translate(language, `role.${role}` as MessageKey),
  )
  const days = [...new Set(setting.days ?? [at])].filter((day) => day !== null).toSorted()
  const isDated = measured.some(({ layer }) => (layer.date ?? layer.from ?? layer.to) !== undefined)
  const date = daysText(days, isDated, language)
  const studies = [...new Map([study, ...(setting.studies ?? [])].map((own) => [own.id, own])).values()]
  const reported = studies.filter(isWithoutOutline)
  const measuredAbout =
    roles.length > 0
      ? translate(language, 'sheet.about', { roles: joinedWords(lowered(roles), language), date })
      : translate(language, 'sheet.about-plan', { date })
  const plans = reported.map(({ plan }) => shortened(printable(textIn(language, plan.name), font), 120))
  const about =
    reported.length === studies.length
      ? translate(language, 'told.about', { date })
      : reported.length === 0
        ? measuredAbout
        : translate(language, 'told.about-some', { about: measuredAbout, plans: joinedWords(plans, language) })
  const published = shortened(printable(imprintLine(study.publication, language), font), longestSubtitle)
  const dates = measured
    .map((own) => shortened(printable(own.title, font), 120) + aboutLayer(own, language))
    .join(semicolon(language))
  return [
    ...title,
    ...paragraph(column, about, { sizePt: sizesPt.about }),
    ...(setting.isFigure || published === ''
      ? []
      : paragraph(column, published, { sizePt: 7, fill: inks.second }, { beforeMm: 0.4 })),
    ...(dates === '' || setting.isFigure || days.length > 1 || (setting.studies?.length ?? 1) > 1
      ? []
      : paragraph(column, dates, { sizePt: 7, fill: inks.second }, { beforeMm: 0.4 })),
  ]
}

/** The day of the maps, both of two, or the first and the last of more; where none was asked for, that each layer has its own. */
function daysText(days: readonly string[], isDated: boolean, language: Language): string {
  const dates = days.map((day) => formatDate(day, language))
  if (dates.length === 0) return translate(language, isDated ? 'sheet.own-days' : 'date.undated')
  if (dates.length <= 2) return translate(language, 'sheet.as-of', { date: joinedWords(dates, language) })
  return translate(language, 'sheet.on-days', { count: dates.length, first: dates[0]!, last: dates.at(-1)! })
}

/** The first as it stands, the others in lower case. */
const lowered = (words: readonly string[]): string[] =>
  words.map((word, i) => (i === 0 ? word : word.toLocaleLowerCase('en')))
