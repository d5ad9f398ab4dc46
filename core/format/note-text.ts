import { isMessageKey, translate, semicolon, type Language, type MessageValues } from '../i18n/translate.ts'
import type { Names } from './names.ts'
import { localizeDates } from './localize-dates.ts'

/** A note as it comes with a measurement or a layer. */
export type ReportedNote = {
  readonly code: string
  readonly message: string
  readonly values?: MessageValues | undefined
}

/** The note in `language` where its code is known here, with layers, classes and parties by their names; else in the words that it came in. */
export function noteText({ code, message, values }: ReportedNote, names: Names, language: Language): string {
  const key = `note.${code}`
  return isMessageKey(key) && values !== undefined
    ? translate(language, key, localizeDates(namedValues(values, names, language), language))
    : message
}

/** The values of a note with layers, classes and parties by their names. */
export function namedValues(values: MessageValues, names: Names, language: Language): MessageValues {
  const layer = String(values['layer'] ?? '')
  const classNamed = (name: string): string => names.class(layer, name)
  const listed =
    (mark: string, named: (name: string) => string, joint = mark) =>
    (list: string): string =>
      list.split(mark).map(named).join(joint)
  /** One layer's, or of several that lie over one another. */
  const layerNamed = (name: string): string => {
    const own = names.layer(name)
    return own === name ? listed(' / ', names.layer)(name) : own
  }
  const inRow = (name: string): string =>
    name === 'multiple'
      ? translate(language, 'class.several')
      : name === 'uncovered'
        ? translate(language, 'class.uncovered')
        : names.party(classNamed(name))
  const namedBy: Readonly<Record<string, (name: string) => string>> = {
    layer: layerNamed,
    other: names.layer,
    plan: names.layer,
    party: names.party,
    class: classNamed,
    larger: classNamed,
    smaller: classNamed,
    row: listed(' / ', listed(' + ', inRow)),
    classes: listed('; ', classNamed, semicolon(language)),
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && Object.hasOwn(namedBy, name) ? namedBy[name]!(value) : value,
    ]),
  )
}
