import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import { ofWhat } from '../../../core/format/claimed-text.ts'
import { sideText } from '../../../core/format/said-by.ts'
import { namedSource, type Source } from '../../../core/model/sources.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

type Entry = {
  readonly figure: ClaimedFigure
  readonly sources: readonly Source[]
  readonly study?: { readonly id: string; readonly title: Text }
}

/** Figures that sources claim without drawing them; none of them is measured. */
export function claimedTable(entries: readonly Entry[], language: Language): Table {
  const hasStudies = entries.some(({ study }) => study !== undefined)
  return {
    name: 'claimed',
    title: translateInEach('claimed.title'),
    description: translateInEach('claimed.about'),
    fields: [
      ...(hasStudies ? [measuredField('study'), measuredField('studyTitle')] : []),
      ownField('id'),
      ownField('what'),
      ownField('measure'),
      ...(['claimed', 'claimedLow', 'claimedHigh'] as const).map((name) => ownField(name, 'number')),
      ownField('of'),
      ownField('claimedDate', 'period'),
      ownField('source'),
      ...(['publisher', 'side', 'title', 'url'] as const).map((name) => ownField(name)),
      ownField('source-date', 'period'),
      ownField('conflictsWith'),
    ],
    rows: entries.map(({ figure, sources, study }): Cell[] => {
      const { title, publisher, side, url, date } = namedSource(sources, figure.source)
      return [
        ...(hasStudies ? [study?.id ?? null, study ? textIn(language, study.title) : null] : []),
        figure.id,
        textIn(language, figure.label),
        figure.measure,
        figure.value ?? null,
        figure.low ?? null,
        figure.high ?? null,
        ofWhat(figure, language),
        figure.date ?? `${figure.from ?? '..'}/${figure.to ?? '..'}`,
        figure.source,
        publisher ? textIn(language, publisher) : null,
        side === undefined ? null : sideText(side, language),
        textIn(language, title),
        url ?? null,
        date ?? null,
        figure.conflictsWith.join('; ') || null,
      ]
    }),
  }
}
