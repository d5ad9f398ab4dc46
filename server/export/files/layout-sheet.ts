import { answerSentence } from '../../../core/answer/answer.ts'
import { intervalSentences } from '../../../core/answer/interval-sentences.ts'
import { textIn } from '../../../core/model/text.ts'
import { sourceName, sourceOf } from '../../../core/model/sources.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { MeasuredStudy } from '../tables/measured-study.ts'
import type { LayoutSheet } from './qgis-layout.ts'

/** The words of the sheet, and where its map lies, for a print layout; `null` where it has no map. */
export function layoutSheet({ study, measurement, sheet }: MeasuredStudy, language: Language): LayoutSheet | null {
  if (!sheet?.place) return null
  const { place, paper, title, name } = sheet
  const holding = layersAt(study, measurement.at).filter(({ role }) => role !== 'context' && role !== 'plan')
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const sources = [...new Set([...plan, ...holding])].flatMap(({ title: layer, source }) => {
    const known = sourceOf(study.sources, source)
    if (!known) return []
    const by = textIn(language, sourceName(study.sources, known.id))
    return [`${textIn(language, layer)}: ${[textIn(language, known.title), by].filter(distinct).join(' · ')}`]
  })
  return {
    place,
    paper,
    title,
    subtitle: holding
      .filter(({ role }) => role !== 'units')
      .map((layer) => textIn(language, layer.title))
      .join(' · '),
    answer: answerSentence(study, measurement, language),
    sources: [translate(language, 'sheet.sources'), ...sources].join('\n'),
    method: [
      translate(language, 'sheet.method-area', { engine: measurement.method.engine }),
      intervalSentences(study.layers, measurement, language),
      translate(language, 'sheet.disclaimer'),
    ].join('\n'),
    name,
  }
}

const distinct = (text: string, place: number, all: readonly string[]): boolean => all.indexOf(text) === place
