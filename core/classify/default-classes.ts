import type { Features } from '../geometry/shapes.ts'
import { translateInEach } from '../i18n/translate.ts'
import { byName, classText } from './classes.ts'
import { confidenceOf } from '../model/confidence.ts'
import type { GivenClass } from '../model/layer-options.ts'
import type { LayerClass, Role } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { defaultStyle } from '../symbology/palettes.ts'

const mostListed = 200
const longestName = 500

/**
 * The classes of a field with a colour and a pattern each: those given, or one for each value found. Empty where the
 * values are too many or too long to be listed; each value is then a class all the same.
 */
export function buildClasses(
  given: readonly GivenClass[] | undefined,
  field: string,
  features: Features,
  role: Role,
): LayerClass[] {
  if (given && given.length > 0) return given.map((entry, place) => builtClass(entry, place, role))
  const names: ClassName[] = [...new Set(features.attributes.map((attributes) => classText(attributes[field])))]
  if (names.length > mostListed || names.some((name) => name !== null && name.length > longestName)) return []
  return names.sort(byName).map((name, place) => builtClass({ class: name, values: [name ?? ''] }, place, role))
}

/** The classes of a layer that is now about something else: looks that nobody chose are those of its new role. */
export const relooked = (classes: readonly LayerClass[], before: Role, now: Role): LayerClass[] =>
  classes.map((own, place) => {
    const { color, pattern } = defaultStyle(before, own.class, place)
    return own.color === color && own.pattern === pattern ? { ...own, ...defaultStyle(now, own.class, place) } : own
  })

/** A class with what was not said of it: its name, its label, and a colour and pattern by the layer's role and its place. */
export function builtClass(
  { class: name, values, label, color, pattern, party, sources, confidence: word, widely, widelyBy }: GivenClass,
  place: number,
  role: Role,
): LayerClass {
  const { confidence } = confidenceOf(word)
  const className = name === undefined ? (label?.en ?? values[0]!) : name
  const style = defaultStyle(role, className, place)
  return {
    class: className,
    values,
    label: label ?? (className === null ? translateInEach('class.empty') : { en: className }),
    color: color ?? style.color,
    pattern: pattern ?? style.pattern,
    ...(party === undefined || confidence === 'inferred' ? {} : { party }),
    ...(sources === undefined ? {} : { sources }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(widely ? { widely } : {}),
    ...(widelyBy === undefined ? {} : { widelyBy }),
  }
}
