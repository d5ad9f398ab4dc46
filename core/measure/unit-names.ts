import { classText } from '../classify/classes.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Language } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import { textIn } from '../model/text.ts'
import { layersAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { featureIds } from './feature-ids.ts'

/** What units are called, by the id that the measurement names them with: in the language, else in English. */
export function unitNames(
  { layer, features }: { readonly layer: Layer; readonly features: Features },
  language: Language,
): Map<string, string> {
  const { labelField } = layer
  const names = new Map<string, string>()
  if (!labelField) return names
  const { ids } = featureIds(layer, features)
  const field = textIn(language, labelField)
  features.attributes.forEach((attributes, feature) => {
    const name = classText(attributes[field]) ?? classText(attributes[labelField.en])
    if (name !== null) names.set(ids[feature]!, name)
  })
  return names
}

/** The same of the units of a day, where their features are at hand. */
export const unitNamesOn = (
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  language: Language,
): Map<string, string> =>
  new Map(
    layersAt(study, at).flatMap((layer) => {
      const own = features.get(layer.id)
      return layer.role === 'units' && own ? [...unitNames({ layer, features: own }, language)] : []
    }),
  )
