import { whenText } from '../precedents/finding-sentence.ts'
import { planDay, type LayerGround } from '../precedents/held-ground.ts'
import { answerOf, groundText } from '../study/answer.ts'
import { formatHectares, inUnit, unitFor } from '../study/format.ts'
import type { GroundArea, GroupArea, Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { say, type Language } from '../words/say.ts'
import { planShareFigure } from './area-figures.ts'
import { nameIn } from './class-titles.ts'

/** Ground that a key figure is about; `isRange` where it runs from what all sources say to what some say. */
export type GroundFact = { readonly label: string; readonly value: string; readonly isRange: boolean }

type Range = Pick<GroupArea, 'agreed' | 'all'>

/** The ground held, reported shelled and with damage, as intervals support it. */
export function groundFacts(study: Study, measurement: Measurement, language: Language): GroundFact[] {
  const { held, shelled, damaged } = planDay(study, measurement)
  const answer = answerOf(study, measurement)
  const { areaM2: planM2 } = measurement.plan
  const fact = (label: string, range: Range, about: LayerGround | null = null): GroundFact =>
    ({ label, value: dated(rangeText(range, planM2, language), about), isRange: isRange(range, language) })
  const dated = (range: string, ground: LayerGround | null): string =>
    ground?.holds === 'last-known' ? say(language, 'report.compared.dated', { range, when: whenText(ground, measurement.at, language) }) : range
  const covered = [shelled, damaged].flatMap((ground): GroundFact[] => {
    const group = measurement.layers.find(({ name }) => name === ground?.layer)?.groups.find(({ party }) => party === null)
    if (!ground || !group) return []
    const label = nameIn(language, ground.title)
    // A layer of records does not say that there was nothing where it records nothing.
    return ground.wideM2 === 0 ? [{ label, value: dated(say(language, 'report.compared.none'), ground), isRange: false }] : [fact(label, group, ground)]
  })
  const ended = measurement.layers.find(({ layer, ended: own }) => layer === answer?.layer.id && own)
  const notKnown = ended ? { areaM2: ended.uncoveredM2, share: ended.uncoveredM2 / planM2, ...ended.uncovered } : null
  return [
    ...(notKnown ? [fact(say(language, 'report.key.not-known'), { agreed: notKnown, all: notKnown })] : []),
    ...(held && answer ? [fact(say(language, 'report.key.held', { party: nameIn(language, held.party) }), answer, held)] : []),
    ...covered,
  ]
}

const isRange = ({ agreed, all }: Range, language: Language): boolean =>
  formatHectares(agreed.areaM2, language) !== formatHectares(all.areaM2, language)

function rangeText(range: Range, planM2: number, language: Language): string {
  const { agreed, all } = range
  const unit = unitFor(all.areaM2)
  const area = (ground: GroundArea): string => inUnit(groundText(ground, unit, language, ground.areaM2 === 0 ? 0 : 1), unit, language)
  const share = (ground: GroundArea): string => planShareFigure(ground.areaM2, planM2, ground, language)
  return isRange(range, language)
    ? say(language, 'report.key.range', { low: area(agreed), high: area(all), lowShare: share(agreed), highShare: share(all) })
    : say(language, 'report.key.one', { area: area(all), share: share(all) })
}
