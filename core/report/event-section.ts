import { eventCounts, eventSentences } from '../events/event-sentences.ts'
import type { EventList } from '../events/event-answer.ts'
import { formatHectareValue, formatNumber, formatShare } from '../format/format.ts'
import { textIn } from '../model/text.ts'
import { translate, semicolon } from '../i18n/translate.ts'
import { heading, paragraph, type Block, type Table } from './blocks.ts'
import type { FullInput } from './report-input.ts'

/** The study's lists of events: the rule beside its number, what is left out and why, and what other rules would give. */
export function eventSection(input: FullInput): Block[] {
  const {
    language,
    lists: { events },
  } = input
  if (events.lists.length === 0) return []
  return [
    heading(translate(language, 'report.event-lists')),
    ...events.lists.flatMap((list): Block[] => {
      const [rule = '', ...others] = eventSentences(list, language)
      return [
        paragraph(rule, 'lead'),
        paragraph(others.join(' ')),
        countTable(input, list),
        ...list.curves.map((curve) => curveTable(input, list, curve)),
      ]
    }),
  ]
}

function countTable({ language }: FullInput, list: EventList): Table {
  const places = list.shared.map(({ latDegrees, lonDegrees, inWindow }) =>
    translate(language, 'events.shared.one', {
      place: `${latDegrees.toFixed(6)}, ${lonDegrees.toFixed(6)}`,
      count: formatNumber(inWindow),
    }),
  )
  return {
    kind: 'table',
    caption: translate(language, 'report.event-lists.counts', { layer: textIn(language, list.title) }),
    columns: [
      { head: translate(language, 'export.field.what'), width: 8 },
      { head: translate(language, 'events.count'), isFigure: true, width: 2 },
    ],
    rows: eventCounts(list, language).map(({ text, count }) => ({ cells: [text, formatNumber(count)] })),
    remarks:
      places.length === 0 ? [] : [`${translate(language, 'events.shared')}: ${places.join(semicolon(language))}.`],
  }
}

function curveTable(
  { language }: FullInput,
  { rule: used }: EventList,
  { by, areas }: EventList['curves'][number],
): Table {
  return {
    kind: 'table',
    caption: translate(language, 'report.event-lists.curve', { by: translate(language, `events.axis.${by}`) }),
    columns: [
      { head: translate(language, `events.axis.${by}`), isFigure: true, width: 4 },
      { head: translate(language, 'report.column.ha'), isFigure: true, width: 2 },
      { head: translate(language, 'report.column.plan-share'), isFigure: true, width: 2 },
    ],
    rows: areas.map(({ rule, areaM2, share }) => {
      const value = rule.by === 'radius' ? rule.radiusM : by === 'least' ? rule.least : rule.cellM
      const cells = [formatNumber(value), formatHectareValue(areaM2, language), formatShare(share, language)]
      return JSON.stringify(rule) === JSON.stringify(used) ? { cells, isTotal: true } : { cells }
    }),
    remarks: [translate(language, 'report.event-lists.used')],
  }
}
