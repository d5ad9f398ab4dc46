import { readingsOn } from '../compare/held-ground.ts'
import { answerOf, groundText } from '../answer/answer.ts'
import { formatHectares, inUnit, unitFor } from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import type { Layer } from '../model/layer.ts'
import type { GroundArea, Measurement } from '../model/measurement.ts'
import { isAtMost, isNone, notStated, saidByText, sharesText, type Span } from '../answer/span.ts'
import { otherPartiesText } from '../answer/other-parties-text.ts'
import { namesNoSource } from '../answer/named-sources.ts'
import type { Study } from '../model/study.ts'
import { layerWhen } from '../format/when.ts'
import { translate, semicolon, type Language } from '../i18n/translate.ts'
import { planShareFigure } from './area-figures.ts'
import { nameIn } from './class-titles.ts'

/** Ground that a key figure is about. */
export type GroundFact = { readonly label: string; readonly value: string }

/** The ground held or in the zone asked about, reported shelled and with damage, as intervals support it, with the day and who says so. */
export function groundFacts(study: Study, measurement: Measurement, language: Language): GroundFact[] {
  const { held, shelled, damaged } = readingsOn(study, measurement)
  const { at, plan } = measurement
  const fact = (label: string, span: Span, layer: Layer, hasWhen = true): GroundFact => {
    const isOne = !isRange(span, language)
    const values = [
      rangeText(span, plan.areaM2, language),
      isNoneByAll(span, language) ? translate(language, 'by.some-sources') : saidByText(span, isOne, language),
      span.by === 'not-stated' && hasWhen && namesNoSource(layer) ? translate(language, 'by.no-source') : '',
      otherPartiesText(span, language),
      hasWhen ? layerWhen(layer, at, language) : '',
    ]
    return { label, value: values.filter((text) => text !== '').join(semicolon(language)) }
  }
  const covered = [shelled, damaged].flatMap((own): GroundFact[] => {
    if (!own) return []
    const label = nameIn(language, own.layer.title)
    // A layer of records does not say that there was nothing where it records nothing.
    if (own.wide.areaM2 > 0) return [fact(label, own, own.layer)]
    const none = translate(language, 'report.compared.none')
    return [{ label, value: [none, layerWhen(own.layer, at, language)].join(semicolon(language)) }]
  })
  const answer = answerOf(study, measurement)
  const ended = measurement.layers.find(({ layer, ended: own }) => layer === answer?.layer.id && own)
  const notKnown = ended ? uncoveredRows(ended, language).filter(({ end }) => end !== null) : []
  return [
    ...(answer ? notKnown : []).map(({ text, areaM2, interval }) => {
      const ground = { areaM2, share: areaM2 / plan.areaM2, ...interval }
      return fact(
        translate(language, 'report.key.not-known', { why: text }),
        { narrow: ground, wide: ground, ...notStated },
        answer!.layer,
        false,
      )
    }),
    ...(held
      ? [fact(translate(language, 'report.key.held', { party: nameIn(language, held.party) }), held, held.layer)]
      : []),
    ...(answer?.layer.role === 'zones'
      ? [
          fact(
            translate(language, 'report.key.lies-in', { party: nameIn(language, answer.party) }),
            answer,
            answer.layer,
          ),
        ]
      : []),
    ...covered,
  ]
}

const isRange = ({ narrow, wide, same }: Span, language: Language): boolean =>
  same === null && formatHectares(narrow.areaM2, language) !== formatHectares(wide.areaM2, language)

/** A range of which all sources name nothing. */
const isNoneByAll = (span: Span, language: Language): boolean =>
  span.by === 'all-and-some' && isNone(span.narrow) && isRange(span, language)

function rangeText(span: Span, planM2: number, language: Language): string {
  const { narrow, wide } = span
  const unit = unitFor(wide.areaM2)
  const area = (ground: GroundArea): string =>
    inUnit(groundText(ground, unit, language, ground.areaM2 === 0 ? 0 : 1), unit, language)
  const share = (ground: GroundArea): string => planShareFigure(ground.areaM2, planM2, ground, language)
  if (isAtMost(span.widely, narrow.areaM2, wide.areaM2))
    return translate(language, 'report.key.at-most', { area: area(wide), share: share(wide) })
  if (isNoneByAll(span, language))
    return translate(language, 'report.key.none-by-all', { area: area(wide), share: share(wide) })
  return isRange(span, language)
    ? translate(language, 'report.key.range', {
        low: area(narrow),
        high: area(wide),
        shares: sharesText(share(narrow), share(wide), narrow.shareLow !== undefined, language),
      })
    : translate(language, 'report.key.one', { area: area(wide), share: share(wide) })
}
