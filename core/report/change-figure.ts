import { gainRows, type GainRow } from '../charts/gain-rows.ts'
import { formatDate, formatNumber, hectare } from '../format/format.ts'
import { formatNoFinerThan } from '../format/interval-text.ts'
import { netText } from '../timeline/net-change.ts'
import type { OwnerNames } from '../timeline/owner-text.ts'
import type { Change } from '../timeline/timeline-answer.ts'
import { semicolon, translate } from '../i18n/translate.ts'
import type { Figure } from './blocks.ts'
import { ticksOver } from './chart-ticks.ts'
import type { FullInput } from './report-input.ts'
import { rowChart, type ChartRow } from './row-chart.ts'

/** More lines, of rows and titles, find no room on a page. */
const mostLines = 36

type Drawn = { readonly change: Change; readonly title: string; readonly rows: readonly GainRow[] }

/** What each party, or class of zones, gained and lost between days, as bars from a common line; days without a change are left out. */
export function changeFigures(
  { language, font }: Pick<FullInput, 'language' | 'font'>,
  changes: readonly Change[],
  namesOf: (change: Change) => OwnerNames,
  isOfZones: boolean,
): Figure[] {
  const all = changes.flatMap((change): Drawn[] => {
    const rows = gainRows(change, namesOf(change), language).filter(
      ({ change: { gainedM2, lostM2, notKnownM2 = 0 } }) => gainedM2 + lostM2 + notKnownM2 > 0,
    )
    const days = { from: formatDate(change.from, language), to: formatDate(change.to, language) }
    return rows.length === 0 ? [] : [{ change, title: translate(language, 'report.time.from-to', days), rows }]
  })
  const shown = withRoom(all)
  if (shown.length === 0) return []
  const rows = shown.flatMap((own) => own.rows)
  const mostM2 = Math.max(...rows.flatMap(({ change: { gainedM2, lostM2 } }) => [gainedM2, lostM2]), 1)
  const { to: mostHa, at } = ticksOver(0, mostM2 / hectare.squareMetres)
  const place = (areaM2: number): number => 0.5 + areaM2 / hectare.squareMetres / mostHa / 2
  const rowOf = ({ name, change }: GainRow): ChartRow => {
    const { gainedM2, lostM2, sliversM2 } = change
    return {
      label: name,
      figure: netText(change, language),
      marks: [
        { kind: 'bar', from: 0.5, to: place(-lostM2 + sliversM2.lost) },
        { kind: 'pale', from: place(-lostM2 + sliversM2.lost), to: place(-lostM2) },
        { kind: 'bar', from: 0.5, to: place(gainedM2 - sliversM2.gained) },
        { kind: 'pale', from: place(gainedM2 - sliversM2.gained), to: place(gainedM2) },
      ],
    }
  }
  const told = ({ title, rows: own }: Drawn): string =>
    translate(language, 'report.chart.gains-alt', {
      days: title,
      list: own
        .map(({ name, change }) => {
          const text = (areaM2: number): string => formatNoFinerThan(areaM2, [change.net ?? {}], language)
          const values = { name, lost: text(change.lostM2), gained: text(change.gainedM2) }
          return translate(language, 'report.chart.gains-alt.one', values)
        })
        .join(semicolon(language)),
    })
  const hasSlivers = rows.some(({ change: { sliversM2 } }) => sliversM2.gained + sliversM2.lost > 0)
  const isDrawn = rows.some(({ change: { net } }) => net)
  return [
    rowChart(
      {
        caption: [
          translate(language, isOfZones ? 'report.chart.gains-of-zones' : 'report.chart.gains', {
            days: translate(language, 'report.time.from-to', {
              from: formatDate(shown[0]!.change.from, language),
              to: formatDate(shown.at(-1)!.change.to, language),
            }),
          }),
          translate(language, 'report.chart.gains-bars'),
          ...(hasSlivers ? [translate(language, 'report.chart.gains-pale')] : []),
          translate(language, isDrawn ? 'report.chart.gains-net' : 'report.chart.gains-difference'),
          ...(all.length > shown.length
            ? [translate(language, 'report.chart.gains-left-out', { count: all.length - shown.length })]
            : []),
        ].join(' '),
        alt: shown.map(told).join(' '),
        groups: shown.map(({ title, rows: own }) => ({ title, rows: own.map(rowOf) })),
        ticks: [...new Set([...at.map((ha) => -ha).toReversed(), ...at])].map((ha) => ({
          at: 0.5 + ha / mostHa / 2,
          text: formatNumber(Math.abs(ha), mostHa < 10 ? 1 : 0),
          isStrong: ha === 0,
        })),
      },
      { language, font },
    ),
  ]
}

/** Those with the most ground that find room, in the order of their days. */
function withRoom(all: readonly Drawn[]): readonly Drawn[] {
  const kept = new Set<Drawn>()
  let lines = 0
  for (const own of all.toSorted((a, b) => b.change.changedM2 - a.change.changedM2)) {
    if (kept.size > 0 && lines + own.rows.length + 1 > mostLines) break
    kept.add(own)
    lines += own.rows.length + 1
  }
  return all.filter((own) => kept.has(own)).map((own) => ({ ...own, rows: own.rows.slice(0, mostLines) }))
}
