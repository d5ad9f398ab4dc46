import type { ClaimedFigure } from '../model/claimed-figure.ts'
import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { textIn } from '../model/text.ts'
import { translate } from '../i18n/translate.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { oncePerStudy, type Scene } from './sheet-input.ts'
import { tableHead } from './table.ts'
import { printable } from './text.ts'

/**
 * How many of the claimed figures, from the first on, may stand on a sheet, the most first. Those of the plan always stand; those of a place stand together or not at all, so that no figure is picked.
 */
export function claimedCounts(claimed: readonly ClaimedFigure[]): number[] {
  const places = claimed.flatMap(({ of }, i) => ((i > 0 && of === claimed[i - 1]!.of) || of === 'plan' ? [] : [i]))
  return [claimed.length, ...places.toReversed()]
}

/** Of several maps, that figures which sources claim of their plans stand elsewhere, by study where there are several. */
export function claimedOnOtherPages(scenes: readonly Pick<Scene, 'study' | 'measurement'>[], column: Column): Block[] {
  const { language, font } = column
  const ofStudies = oncePerStudy(scenes)
  const claimed = ofStudies.filter(({ measurement }) => (measurement.claimed ?? []).length > 0)
  if (claimed.length === 0) return []
  return [
    ...tableHead(column, translate(language, 'claimed.title'), '', []),
    ...claimed.flatMap(({ study, measurement }) =>
      paragraph(
        column,
        [
          ...(ofStudies.length === 1
            ? []
            : [{ text: `${printable(textIn(language, study.title), font)}: `, weight: 600 as const }]),
          {
            text: translate(language, 'claimed.elsewhere', { count: measurement.claimed.length }),
            weight: 400 as const,
          },
        ],
        { sizePt: 6.5, fill: inks.second },
        { beforeMm: 0.8 },
      ),
    ),
  ]
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
    ...tableHead(column, translate(language, 'claimed.title'), '', []),
    ...claimed.flatMap((figure) => {
      const { howMuch: _howMuch, ...about } = claimedText(figure, language)
      return paragraph(
        column,
        [
          { text: printable(`${markedFigure(figure, language)} `, font), weight: 600 },
          { text: printable(translate(language, 'claimed.line.after-figure', about), font), weight: 400 },
        ],
        { sizePt: 7 },
        { beforeMm: 0.5 },
      )
    }),
    ...(more === 0
      ? []
      : paragraph(
          column,
          translate(language, claimed.length > 0 ? 'claimed.further' : 'claimed.elsewhere', { count: more }),
          small,
          { beforeMm: 0.8 },
        )),
    ...paragraph(column, [translate(language, 'claimed.about'), ...markRemarks(claimed, language)].join(' '), small, {
      beforeMm: 0.8,
    }),
  ]
}
