import { isWordKey, say, type Language, type WordValues } from '../i18n/say.ts'
import type { Names } from './names.ts'
import { spokenDays } from './spoken-days.ts'

/** A note as it comes with a measurement or a layer. */
export type ToldNote = { readonly code: string; readonly message: string; readonly values?: WordValues | undefined }

/** The note in `language` where its code is known here, with layers, classes and parties by their names; else in the words that it came in. */
export function noteText({ code, message, values }: ToldNote, names: Names, language: Language): string {
  const key = `note.${code}`
  return isWordKey(key) && values !== undefined
    ? say(language, key, spokenDays(namedValues(values, names, language), language))
    : message
}

/** The values of a note with layers, classes and parties by their names. */
export function namedValues(values: WordValues, names: Names, language: Language): WordValues {
  const layer = String(values['layer'] ?? '')
  const classNamed = (name: string): string => names.class(layer, name)
  const listed =
    (mark: string, named: (name: string) => string, joint = mark) =>
    (list: string): string =>
      list.split(mark).map(named).join(joint)
  const inRow = (name: string): string =>
    name === 'multiple'
      ? say(language, 'class.several')
      : name === 'uncovered'
        ? say(language, 'class.uncovered')
        : names.party(classNamed(name))
  const namedBy: Readonly<Record<string, (name: string) => string>> = {
    layer: names.layer,
    other: names.layer,
    plan: names.layer,
    party: names.party,
    class: classNamed,
    larger: classNamed,
    smaller: classNamed,
    row: listed(' / ', listed(' + ', inRow)),
    classes: listed('; ', classNamed, language === 'ar' ? '؛ ' : '; '),
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? (namedBy[name]?.(value) ?? value) : value,
    ]),
  )
}
