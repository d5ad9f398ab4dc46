import { shortRangeText } from '../compare/finding-sentence.ts'
import { sharePanels, type SharePanel } from '../compare/share-panels.ts'
import { formatShare } from '../format/format.ts'
import { semicolon, translate } from '../i18n/translate.ts'
import type { Comparison } from '../compare/comparison-answer.ts'
import type { Figure } from './blocks.ts'
import type { FullInput } from './report-input.ts'
import { rowChart, type ChartRow } from './row-chart.ts'

/** More rows find no room on a page. */
const mostRows = 32
const ticks = [0, 0.25, 0.5, 0.75, 1]

/** The shares of every plan beside each other, as dots on one scale with their intervals; measures of which nothing is drawn are left out. */
export function shareFigures(
  comparison: Comparison,
  { language, font }: Pick<FullInput, 'language' | 'font'>,
): Figure[] {
  const panels = sharePanels(comparison, language).filter(({ rows }) => rows.some(({ ground }) => ground))
  return onPages(panels).map((own): Figure => {
    const hasIntervals = own.some(({ rows }) => rows.some(({ ground }) => ground?.interval))
    return rowChart(
      {
        caption: [
          translate(language, 'report.chart.shares', {
            list: own.map(({ caption }) => caption).join(semicolon(language)),
          }),
          translate(language, 'report.chart.shares-marks'),
          ...(hasIntervals ? [translate(language, 'report.chart.interval')] : []),
        ].join(' '),
        alt: own
          .map(({ caption, rows }) => `${caption}. ${rows.map(({ title, text }) => `${title}: ${text}.`).join(' ')}`)
          .join(' '),
        groups: own.map(({ caption, rows }) => ({ title: caption, rows: rows.map((row) => rowOf(row, language)) })),
        ticks: ticks.map((share) => ({ at: share, text: formatShare(share, language, 0), isStrong: share === 0 })),
      },
      { language, font },
    )
  })
}

function rowOf({ title, ground, silence }: SharePanel['rows'][number], language: FullInput['language']): ChartRow {
  if (!ground) return { label: title, figure: silence, marks: [] }
  const { lowShare, highShare, interval } = ground
  return {
    label: title,
    figure: shortRangeText(ground, language),
    marks: [
      ...(interval ? [{ kind: 'interval', from: interval.shareLow, to: interval.shareHigh } as const] : []),
      { kind: 'range', from: lowShare, to: highShare },
      { kind: 'ring', at: highShare },
      { kind: 'dot', at: lowShare },
    ],
  }
}

/** Panels that find room on a page together. */
function onPages(panels: readonly SharePanel[]): SharePanel[][] {
  const pages: SharePanel[][] = []
  let rows = Infinity
  for (const panel of panels) {
    if (rows + panel.rows.length > mostRows) {
      pages.push([])
      rows = 0
    }
    pages.at(-1)!.push(panel)
    rows += panel.rows.length
  }
  return pages
}
