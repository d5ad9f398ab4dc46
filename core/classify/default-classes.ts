import type { Features } from '../geometry/shapes.ts'
import { say } from '../i18n/say.ts'
import { byName, classText } from './classes.ts'
import { confidenceOf } from '../model/confidence.ts'
import type { GivenClass } from '../model/layer-options.ts'
import { patterns, type LayerClass } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'

const mostListed = 200
const longestName = 500

/** Distances of at least 18 (CIE76) between neighbours for normal, deutan, protan and tritan sight. */
const colors = ['#C92610', '#5ED575', '#F6C822', '#386889', '#282727', '#C9D1D1', '#CC79A7', '#E69F00'] as const
const fills = patterns.filter((pattern) => pattern !== 'none')

/**
 * The classes of a field with a colour and a pattern each: those given, or one for each value found. Empty where the
 * values are too many or too long to be listed; each value is then a class all the same.
 */
export function settleClasses(
  given: readonly GivenClass[] | undefined,
  field: string,
  features: Features,
): LayerClass[] {
  if (given && given.length > 0) return given.map((entry, place) => settledClass(entry, place))
  const names: ClassName[] = [...new Set(features.attributes.map((attributes) => classText(attributes[field])))]
  if (names.length > mostListed || names.some((name) => name !== null && name.length > longestName)) return []
  return names.sort(byName).map((name, place) => settledClass({ class: name, values: [name ?? ''] }, place))
}

/** A class with what was not said of it: its name, its label, and a colour and pattern by its place. */
export function settledClass(
  { class: name, values, label, color, pattern, party, sources, confidence: word, widely, widelyBy }: GivenClass,
  place: number,
): LayerClass {
  const { confidence } = confidenceOf(word)
  const className = name === undefined ? (label?.en ?? values[0]!) : name
  return {
    class: className,
    values,
    label:
      label ??
      (className === null ? { en: say('en', 'class.empty'), ar: say('ar', 'class.empty') } : { en: className }),
    color: color ?? (className === null ? '#C9D1D1' : colors[place % colors.length]!),
    pattern: pattern ?? (className === null ? 'none' : fills[place % fills.length]!),
    ...(party === undefined || confidence === 'inferred' ? {} : { party }),
    ...(sources === undefined ? {} : { sources }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(widely ? { widely } : {}),
    ...(widelyBy === undefined ? {} : { widelyBy }),
  }
}
