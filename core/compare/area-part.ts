import { areaAsGiven } from '../format/area-as-given.ts'
import { formatDate, formatHectares, inUnit, unitFor } from '../format/format.ts'
import { formatInterval } from '../format/interval-text.ts'
import { textIn } from '../model/text.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import type { Precedent } from './comparison-answer.ts'

/**
 * The area of a plan as a part of a sentence: by what right it is given and of which day. `besides`: with what is published
 * beside an outline, because the other plan has nothing else.
 */
export function areaPart(precedent: Precedent, besides: boolean, language: Language): string {
  const { title, coverage, announced, publishedAreas } = precedent
  const own = textIn(language, title)
  const list = publishedList(precedent, language)
  if (coverage.area === 'claimed') return translate(language, 'finding.part.area-published', { plan: own, list })
  const plan =
    announced === null
      ? translate(language, 'finding.part.unannounced', { plan: own })
      : translate(language, 'finding.part.announced', { plan: own, date: formatDate(announced, language) })
  const area = translate(
    language,
    coverage.area === 'drawn' ? 'finding.part.area-drawn' : 'finding.part.area-measured',
    {
      plan,
      area: planText(precedent, language),
    },
  )
  return besides && publishedAreas.length > 0 ? translate(language, 'finding.part.area-besides', { area, list }) : area
}

/** Every published area with its day. */
const publishedList = ({ publishedAreas }: Precedent, language: Language): string =>
  publishedAreas
    .map(({ areaM2, date }) => {
      const day = date === null ? translate(language, 'date.undated') : formatDate(date, language)
      return translate(language, 'precedent.cell.dated', { text: areaAsGiven(areaM2, language), date: day })
    })
    .join(comma(language))

/** Without intervals whole hectares from 100 ha on. */
function planText({ planM2, plan }: Precedent, language: Language): string {
  const unit = unitFor(planM2)
  const around = formatInterval(planM2, plan, language, unit)
  return around === null
    ? formatHectares(planM2, language, planM2 >= 1_000_000 ? 0 : 1)
    : inUnit(around, unit, language)
}
