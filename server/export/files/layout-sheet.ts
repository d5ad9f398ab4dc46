import { answerSentence } from '../../../core/answer/answer.ts'
import { intervalSentences } from '../../../core/answer/interval-sentences.ts'
import { textIn } from '../../../core/model/text.ts'
import { sourceName, sourceOf } from '../../../core/model/sources.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { Box } from '../../../core/sheet/paper.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import { fontFamilies } from '../../../core/sheet/text.ts'
import { imprintLine } from '../../../core/format/imprint.ts'
import type { MeasuredStudy } from '../tables/measured-study.ts'
import type { LayoutSheet } from './qgis-layout.ts'

/** The words of the sheet, and where its map lies, for a print layout; `null` where it has no map. */
export function layoutSheet({ study, measurement, sheet }: MeasuredStudy, language: Language): LayoutSheet | null {
  if (!sheet?.place) return null
  const { place, paper, locator, hasOtherClasses, title, name } = sheet
  const holding = layersAt(study, measurement.at).filter(({ role }) => role !== 'plan')
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const sources = [...new Set([...plan, ...holding])].flatMap(({ title: layer, source }) => {
    const known = sourceOf(study.sources, source)
    if (!known) return []
    const by = textIn(language, sourceName(study.sources, known.id))
    return [`${textIn(language, layer)}: ${[textIn(language, known.title), by].filter(distinct).join(' · ')}`]
  })
  const licences = [
    ...new Set([...plan, ...holding].flatMap(({ source }) => sourceOf(study.sources, source)?.licence ?? [])),
  ].map((licence) => `${translate(language, 'sheet.licence', { licence })}.`)
  const hasUnmarked = measurement.layers.some(({ layer, uncoveredM2 }) => layer && uncoveredM2 > 0)
  return {
    place,
    paper,
    title,
    locator: locator && { box: locator.box, svg: alone(locator.svg, locator.box) },
    subtitle: [
      holding
        .filter(({ role }) => role !== 'units' && role !== 'context')
        .map((layer) => textIn(language, layer.title))
        .join(' · '),
      imprintLine(study.publication, language),
    ].filter((line) => line !== ''),
    answer: answerSentence(study, measurement, language),
    sources: [translate(language, 'sheet.sources'), ...licences, ...sources].join('\n'),
    method: [
      translate(language, 'sheet.method-area', { engine: measurement.method.engine }),
      intervalSentences(study.layers, measurement, language),
      ...(hasOtherClasses ? [translate(language, 'export.qgis.every-class')] : []),
      translate(language, 'sheet.unchecked'),
      ...(hasUnmarked ? [translate(language, 'sheet.unmarked')] : []),
      translate(language, 'sheet.disclaimer'),
    ].join('\n'),
    name,
  }
}

const distinct = (text: string, place: number, all: readonly string[]): boolean => all.indexOf(text) === place

/** A drawing of the sheet as a picture of its own. */
const alone = (drawn: Svg, { x, y, width, height }: Box): Svg =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width}mm`,
      height: `${height}mm`,
      viewBox: [x, y, width, height].join(' '),
      'font-family': fontFamilies,
    },
    drawn,
  )
