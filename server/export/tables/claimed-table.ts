import { both } from '../../../core/export/field.ts'
import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import { ofWhat } from '../../../core/format/claimed-text.ts'
import { sideText } from '../../../core/format/said-by.ts'
import { namedSource, type Source } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/say.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

type Entry = { readonly figure: ClaimedFigure; readonly sources: readonly Source[]; readonly study?: string }

/** Figures that sources claim without drawing them; none of them is measured. */
export function claimedTable(entries: readonly Entry[], language: Language): Table {
  const hasStudies = entries.some(({ study }) => study !== undefined)
  return {
    name: 'claimed',
    title: both('claimed.title'),
    description: both('claimed.about'),
    fields: [
      ...(hasStudies ? [measuredField('study')] : []),
      ownField('id'),
      ownField('what'),
      ownField('measure'),
      ...(['claimed', 'claimedLow', 'claimedHigh'] as const).map((name) => ownField(name, 'number')),
      ownField('of'),
      ownField('claimedDate'),
      ...(['publisher', 'side', 'title', 'url', 'source-date'] as const).map((name) => ownField(name)),
      ownField('conflictsWith'),
    ],
    rows: entries.map(({ figure, sources, study }): Cell[] => {
      const { title, publisher, side, url, date } = namedSource(sources, figure.source)
      return [
        ...(hasStudies ? [study ?? null] : []),
        figure.id,
        textIn(language, figure.label),
        figure.measure,
        figure.value ?? null,
        figure.low ?? null,
        figure.high ?? null,
        ofWhat(figure, language),
        figure.date ?? `${figure.from ?? '..'}/${figure.to ?? '..'}`,
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
