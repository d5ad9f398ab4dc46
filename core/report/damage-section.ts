import type { DamageRow } from '../damage/damage-answer.ts'
import type { DamageList } from '../damage/damage-answer.ts'
import { damageSentences } from '../damage/damage-sentences.ts'
import { grades } from '../classify/grades.ts'
import { formatDate, formatNumber, formatShare } from '../format/format.ts'
import { localizeDates } from '../format/localize-dates.ts'
import { textIn } from '../model/text.ts'
import { translate } from '../i18n/translate.ts'
import { dotted, paragraph, section, type Block, type Table } from './blocks.ts'
import type { FullInput } from './report-input.ts'
import { unitNames } from './unit-names.ts'

const mostUnits = 60

/** The study's lists of damaged sites: totals, what images showed, what is new, clusters by their rule, units. */
export function damageSection(input: FullInput): Block[] {
  const {
    language,
    lists: { damage },
  } = input
  return section(
    translate(language, 'report.damage'),
    damage.lists.flatMap((list): Block[] => {
      if (list.whole === null)
        return [paragraph(`${textIn(language, list.title)}: ${translate(language, 'damage.open')}`)]
      const [totals = '', ...others] = damageSentences(damage, list, language)
      const doubts = damage.notes
        .filter(({ layer }) => layer === list.layer)
        .map(({ code, values }) =>
          translate(language, `note.${code}`, {
            ...localizeDates(values, language),
            layer: textIn(language, list.title),
          }),
        )
      return [
        paragraph(totals, 'lead'),
        dotted([...others, ...doubts].map((text) => ({ text }))),
        imageTable(input, list, list.whole),
        ...unitTable(input, list),
      ]
    }),
  )
}

function imageTable({ language }: FullInput, { title }: DamageList, { dates }: DamageRow): Table {
  const shown = grades.filter((grade) => grade !== 'possible' || dates.some(({ counts }) => counts.possible > 0))
  return {
    kind: 'table',
    caption: translate(language, 'report.damage.images', { layer: textIn(language, title) }),
    columns: [
      { head: translate(language, 'damage.column.image'), width: 3.2 },
      { head: translate(language, 'damage.column.affected'), isFigure: true, width: 1.7 },
      ...shown.map((grade) => ({ head: translate(language, `grade.${grade}`), isFigure: true, width: 1.8 })),
      { head: translate(language, 'damage.column.new'), isFigure: true, width: 1.5 },
    ],
    rows: dates.map(({ date, affected, counts, newlyAffected, since }) => ({
      cells: [
        date === null ? translate(language, 'damage.undated') : formatDate(date, language),
        formatNumber(affected),
        ...shown.map((grade) => formatNumber(counts[grade])),
        since === null ? '–' : formatNumber(newlyAffected),
      ],
    })),
    remarks: [translate(language, 'export.about.damage')],
  }
}

function unitTable(input: FullInput, { units }: DamageList): Block[] {
  const { language } = input
  const last = (row: DamageRow) => row.dates.at(-1)!
  const held = units.filter(({ sites }) => sites > 0)
  if (held.length === 0) return []
  const date = last(held[0]!).date
  const sorted = held.toSorted(
    (a, b) => Number(a.id === null) - Number(b.id === null) || last(b).affected - last(a).affected,
  )
  const hasShare = held.some((row) => last(row).shareOfBuildings !== undefined)
  const names = unitNames(input)
  return [
    {
      kind: 'table',
      caption: translate(language, 'damage.units', {
        date: date === null ? translate(language, 'damage.undated') : formatDate(date, language),
      }),
      columns: [
        { head: translate(language, 'report.column.unit'), width: 4.5 },
        ...(['affected', 'perHa'] as const).map((name) => ({
          head: translate(language, `damage.column.${name}`),
          isFigure: true,
          width: 1.8,
        })),
        ...(['destroyed', 'severe', 'moderate'] as const).map((grade) => ({
          head: translate(language, `grade.${grade}`),
          isFigure: true,
          width: 1.8,
        })),
        ...(hasShare ? [{ head: translate(language, 'damage.column.share'), isFigure: true, width: 1.8 }] : []),
      ],
      rows: sorted.slice(0, mostUnits).map((row) => {
        const { affected, affectedPerHa, counts, shareOfBuildings } = last(row)
        return {
          cells: [
            row.id === null ? translate(language, 'sheet.row.outside') : (names.get(row.id) ?? row.id),
            formatNumber(affected),
            affectedPerHa === null ? '–' : formatNumber(affectedPerHa, 2),
            ...(['destroyed', 'severe', 'moderate'] as const).map((grade) => formatNumber(counts[grade])),
            ...(hasShare ? [shareOfBuildings === undefined ? '–' : formatShare(shareOfBuildings, language)] : []),
          ],
        }
      }),
      remarks:
        sorted.length > mostUnits
          ? [translate(language, 'report.more-rows', { count: sorted.length - mostUnits })]
          : [],
    },
  ]
}
