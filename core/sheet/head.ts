import { formatDate } from '../study/format.ts'
import type { Study } from '../study/study.ts'
import { textIn, type Text } from '../study/text.ts'
import { say, type Language, type WordKey } from '../words/say.ts'
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
export type HeadSetting = { readonly title?: Text | undefined; readonly subtitle?: Text | undefined; readonly isFigure?: boolean }

/** The sheet's title in whole. */
export const wholeTitle = (study: Study, { title }: HeadSetting, language: Language, font: Font): string =>
  printable(textIn(language, title ?? study.title), font)

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
  const title = paragraph(column, titleOf(study, setting, language, font), { sizePt: sizesPt.title, weight: 600 })
  if (setting.subtitle) {
    const subtitle = shortened(printable(textIn(language, setting.subtitle), font), longestSubtitle)
    return [...title, ...paragraph(column, subtitle, { sizePt: sizesPt.about })]
  }
  const measured = layers.filter(({ layer }) => ['control', 'damage', 'shelling'].includes(layer.role))
  const roles = [...new Set(measured.map(({ layer }) => layer.role))].map((role) => say(language, `role.${role}` as WordKey))
  const date = at === null ? say(language, 'sheet.undated') : say(language, 'sheet.as-of', { date: formatDate(at, language) })
  const about =
    roles.length > 0 ? say(language, 'sheet.about', { roles: list(roles, language), date }) : say(language, 'sheet.about-plan', { date })
  const dates = measured
    .map(({ layer, title }) => shortened(printable(title, font), 120) + aboutLayer(layer, title, language))
    .join(language === 'ar' ? '؛ ' : '; ')
  return [
    ...title,
    ...paragraph(column, about, { sizePt: sizesPt.about }),
    ...(dates === '' || setting.isFigure ? [] : paragraph(column, dates, { sizePt: 7, fill: inks.second }, { beforeMm: 0.4 })),
  ]
}

/** Words in a row: the first as it stands, the others in lower case, the last after "and". */
function list(words: readonly string[], language: Language): string {
  const lower = words.map((word, i) => (i === 0 ? word : word.toLocaleLowerCase('en')))
  const last = lower.pop() ?? ''
  return lower.length === 0 ? last : say(language, 'sheet.list', { list: lower.join(language === 'ar' ? '، ' : ', '), last })
}
