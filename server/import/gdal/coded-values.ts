import type { SuggestedClassification, SuggestedClass } from '../../../core/model/layer.ts'
import { controlPreset, damagePreset, plainSpelling } from '../../../core/classify/presets.ts'
import type { GdalLayer } from './gdal-dataset.ts'

/** What a geodatabase or GeoPackage says that the codes of its fields mean (a domain of coded values), as offers. */
export function codedValues({ fields, domains }: GdalLayer): readonly SuggestedClassification[] {
  return fields.flatMap(({ name: field, domainName = '' }): SuggestedClassification[] => {
    const classes = classesOf(Object.hasOwn(domains, domainName) ? domains[domainName]! : {})
    return classes.length === 0
      ? []
      : [{ id: `codes of ${field}`, kind: 'coded-values', source: field, field, classes }]
  })
}

/** Codes of one meaning are one class. */
function classesOf(meanings: Readonly<Record<string, string>>): SuggestedClass[] {
  const classes = new Map<string, SuggestedClass>()
  for (const [code, meaning] of Object.entries(meanings)) {
    const name = meaning.trim() || code
    const values = [...(classes.get(name)?.values ?? []), code]
    classes.set(name, { class: name, values, label: { en: name }, ...usualLook(name) })
  }
  return [...classes.values()]
}

/** The look of what is usually so called. */
function usualLook(name: string): Pick<SuggestedClass, 'color' | 'pattern'> {
  const usual = [...damagePreset, ...controlPreset].find(({ spellings }) => spellings.includes(plainSpelling(name)))
  return usual ? { color: usual.color, pattern: usual.pattern } : {}
}
