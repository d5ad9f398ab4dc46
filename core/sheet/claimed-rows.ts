import type { ClaimedFigure } from '../model/claimed-figure.ts'
import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { say } from '../i18n/say.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { tableHead } from './table.ts'
import { printable } from './text.ts'

/**
 * How many of the claimed figures, from the first on, may stand on a sheet, the most first. Those of the plan always stand,
 * and all of them where nothing is measured; those of a place stand together or not at all, so that no figure is picked.
 */
export function claimedCounts(claimed: readonly ClaimedFigure[], isTold: boolean): number[] {
  const places = claimed.flatMap(({ of }, i) => ((i > 0 && of === claimed[i - 1]!.of) || of === 'plan' ? [] : [i]))
  return [claimed.length, ...(isTold ? [] : places.toReversed())]
}

/**
 * What sources claim in figures, apart from everything measured: a line for each of the first `count`, how much first, who
 * says so last; then how many more the report and the tables have.
 */
export function claimedRows(all: readonly ClaimedFigure[], count: number, column: Column): Block[] {
  if (all.length === 0) return []
  const claimed = all.slice(0, count)
  const more = all.length - claimed.length
  const { language, font } = column
  const small = { sizePt: 6.5, fill: inks.second }
  return [
    ...tableHead(column, say(language, 'claimed.title'), '', []),
    ...claimed.flatMap((figure) => {
      const { howMuch: _howMuch, ...about } = claimedText(figure, language)
      return paragraph(
        column,
        [
          { text: printable(`${markedFigure(figure, language)} `, font), weight: 600 },
          { text: printable(say(language, 'claimed.line.after-figure', about), font), weight: 400 },
        ],
        { sizePt: 7 },
        { beforeMm: 0.5 },
      )
    }),
    ...(more === 0
      ? []
      : paragraph(
          column,
          say(language, claimed.length > 0 ? 'claimed.further' : 'claimed.elsewhere', { count: more }),
          small,
          { beforeMm: 0.8 },
        )),
    ...paragraph(column, [say(language, 'claimed.about'), ...markRemarks(claimed, language)].join(' '), small, {
      beforeMm: 0.8,
    }),
  ]
}
