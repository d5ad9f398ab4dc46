import type { ClassName } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import type { Text } from '../../../core/model/text.ts'
import { languageCodes } from '../../../core/i18n/languages.ts'
import { inEachLanguage, type Language } from '../../../core/i18n/translate.ts'
import { tableNames, type TableNames } from './table-names.ts'

/** What all tables call a class of a layer, in every language, for heads of columns. */
export type ClassTexts = (layer: string, name: ClassName) => Text

export function classTexts(study: Study, at: string | null): ClassTexts {
  const names = Object.fromEntries(
    languageCodes.map((language) => [language, tableNames(study, language, { at })]),
  ) as Record<Language, TableNames>
  return (layer, name) => inEachLanguage((language) => names[language].class(layer, name ?? ''))
}
