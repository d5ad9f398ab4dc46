import type { ComparedStudy, Comparison } from '../../core/study/comparison.ts'
import { textIn } from '../../core/study/text.ts'
import type { Language } from '../../core/words/say.ts'
import { layerRows } from './measurement-rows.ts'
import type { TableRow } from './table-row.ts'

/** The same measures of several studies, one study after the other. */
export const comparisonRows = ({ studies }: Comparison, language: Language): TableRow[] =>
  studies.flatMap((study) => studyRows(study, language).map((row) => ({ study: study.id, ...row })))

function studyRows({ title, at, plan, published, layers }: ComparedStudy, language: Language): TableRow[] {
  const areas = published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
  return [
    { row: 'plan', layer: textIn(language, title), ...(at === null ? {} : { date: at }), areaM2: plan.areaM2, share: 1, interval: plan },
    ...areas.map(
      ({ value, date, source }): TableRow => ({
        row: 'published',
        layer: source.title,
        ...(date === undefined ? {} : { date }),
        areaM2: value,
        share: value / plan.areaM2,
      }),
    ),
    ...layers.flatMap((layer) => layerRows(layer, plan.areaM2)),
  ]
}
