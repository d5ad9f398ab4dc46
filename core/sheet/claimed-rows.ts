import type { ClaimedFigure } from '../study/claimed-figures.ts'
import { claimedText } from '../study/claimed-text.ts'
import { say } from '../words/say.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { tableHead } from './table.ts'
import { printable } from './text.ts'

/** What sources claim in figures, apart from everything measured: a line for each, how much first, who says so last. */
export function claimedRows(claimed: readonly ClaimedFigure[], column: Column): Block[] {
  if (claimed.length === 0) return []
  const { language, font } = column
  const small = { sizePt: 6.5, fill: inks.second }
  const hasConflict = claimed.some(({ conflictsWith }) => conflictsWith.length > 0)
  return [
    ...tableHead(column, say(language, 'claimed.title'), '', []),
    ...claimed.flatMap((figure) => {
      const { howMuch, ...about } = claimedText(figure, language)
      const marked = figure.conflictsWith.length > 0 ? say(language, 'claimed.conflict-mark', { figure: howMuch }) : howMuch
      return paragraph(
        column,
        [
          { text: printable(`${marked} `, font), weight: 600 },
          { text: printable(say(language, 'claimed.line.after-figure', about), font), weight: 400 },
        ],
        { sizePt: 7 },
        { beforeMm: 0.5 },
      )
    }),
    ...paragraph(column, [say(language, 'claimed.about'), ...(hasConflict ? [say(language, 'claimed.conflict')] : [])].join(' '), small, { beforeMm: 0.8 }),
  ]
}
