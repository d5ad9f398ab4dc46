import { fromStudy1 } from './study-1.ts'
import { studyVersion } from './study.ts'

/** One step from an older form of a study to the next, by the `schema` it was written with. */
const converters: Readonly<Record<string, (old: Record<string, unknown>) => Record<string, unknown>>> = {
  'basilia-study/1': fromStudy1,
}

/** Every form that is read, the present one last. */
export const studyVersions: readonly string[] = [...Object.keys(converters), studyVersion]

/** The content in the form `version`, step by step; `null` where no steps lead there from the form that it names. */
export function converted(content: Record<string, unknown>, version: string): Record<string, unknown> | null {
  let study = content
  while (study['schema'] !== version) {
    const schema = String(study['schema'])
    const convert = Object.hasOwn(converters, schema) ? converters[schema] : undefined
    if (!convert) return null
    study = convert(study)
  }
  return study
}
