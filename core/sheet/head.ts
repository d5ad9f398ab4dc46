import { formatDate } from '../study/format.ts'
import type { Study } from '../study/study.ts'
import { textIn } from '../study/text.ts'
import { say, type Language, type WordKey } from '../words/say.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { aboutLayer } from './legend.ts'
import { inks } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { printable, type Font } from './text.ts'

const longestTitle = 300

/** The study's title as the sheet prints it. */
export const titleOf = (study: Study, language: Language, font: Font): string =>
  shortened(printable(textIn(language, study.title), font), longestTitle)

/** Title, what is measured on which day, and the day that each layer speaks of. */
export function head(study: Study, layers: readonly SheetLayer[], at: string | null, column: Column): Block[] {
  const { language, font } = column
  const measured = layers.filter(({ layer }) => ['control', 'damage', 'shelling'].includes(layer.role))
  const roles = [...new Set(measured.map(({ layer }) => layer.role))].map((role) => say(language, `role.${role}` as WordKey))
  const date = at === null ? say(language, 'sheet.undated') : say(language, 'sheet.as-of', { date: formatDate(at, language) })
  const about =
    roles.length > 0 ? say(language, 'sheet.about', { roles: list(roles, language), date }) : say(language, 'sheet.about-plan', { date })
  const dates = measured
    .map(({ layer, title }) => shortened(printable(title, font), 120) + aboutLayer(layer, title, language))
    .join(language === 'ar' ? '؛ ' : '; ')
  return [
    ...paragraph(column, titleOf(study, language, font), { sizePt: 16, weight: 600 }),
    ...paragraph(column, about, { sizePt: 9 }),
    ...(dates === '' ? [] : paragraph(column, dates, { sizePt: 7, fill: inks.second }, { beforeMm: 0.4 })),
  ]
}

/** Words in a row: the first as it stands, the others in lower case, the last after "and". */
function list(words: readonly string[], language: Language): string {
  const lower = words.map((word, i) => (i === 0 ? word : word.toLocaleLowerCase('en')))
  const last = lower.pop() ?? ''
  return lower.length === 0 ? last : say(language, 'sheet.list', { list: lower.join(language === 'ar' ? '، ' : ', '), last })
}
