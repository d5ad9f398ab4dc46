import { classLabel } from '../format/class-label.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { joinedWords } from '../format/joined-words.ts'
import { partyText } from '../model/party-text.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName, GroundArea, Measurement } from '../model/measurement.ts'
import { ownersIn } from '../model/owners.ts'
import { textIn } from '../model/text.ts'
import { spanOf, type Span } from './span.ts'

/** More are counted instead of named. */
const mostNamed = 3
/** Sums of areas that are one may differ by this part of the plan. */
const rounding = 1e-9

/**
 * Who else has exactly as much ground of a layer as one party, or class without one (`owner`), by every reading, but not on the
 * same ground, which is told otherwise; empty where nobody.
 */
export function equalGroundText(
  { layers, combinations, plan }: Pick<Measurement, 'layers' | 'combinations' | 'plan'>,
  layer: Layer,
  owner: ClassName,
  { narrow, wide }: Pick<Span, 'narrow' | 'wide'>,
  language: Language,
): string {
  const measured = layers.find((own) => own.layer === layer.id)
  const leastM2 = rounding * plan.areaM2
  if (!measured || wide.areaM2 <= leastM2) return ''
  const ownerOf = ownersIn(layer.classes)
  const isAsMuch = (own: GroundArea, other: GroundArea): boolean => Math.abs(own.areaM2 - other.areaM2) <= leastM2
  const isOnSameGround = (other: ClassName): boolean =>
    combinations.every(({ classes, areaM2 }) => {
      const owners = (classes[layer.name] ?? []).map(ownerOf)
      return areaM2 <= leastM2 || owners.includes(owner) === owners.includes(other)
    })
  const labels = new Map<ClassName, string>()
  for (const { class: name, party, ...ground } of measured.classes) {
    const other = party ?? name
    if (other === owner || labels.has(other)) continue
    const span = other === null ? { narrow: ground, wide: ground } : spanOf(measured, other)
    if (!span || !isAsMuch(span.narrow, narrow) || !isAsMuch(span.wide, wide) || isOnSameGround(other)) continue
    const isParty = party !== undefined && !layer.classes.some((own) => own.class === party)
    labels.set(other, textIn(language, isParty ? partyText(party) : classLabel(layer, other)))
  }
  const names = [...labels.values()]
  if (names.length === 0) return ''
  return names.length > mostNamed
    ? translate(language, 'others.as-much-many', { count: names.length })
    : translate(language, 'others.as-much', { list: joinedWords(names, language) })
}
