import type { MeasuredLayer } from '../measure/measured-layer.ts'
import { both, type Field } from './field.ts'
import { uniqueNames } from './unique-names.ts'

/**
 * The attributes of all features that cover a piece of ground, layer by layer: the numbers of the features, and every
 * field of theirs as `layer.field`. They are text: where several features differ, their values stand one after the other.
 */
export function attributesOfContributors(
  zones: readonly MeasuredLayer[],
  taken: readonly string[],
): {
  readonly fields: readonly Field[]
  readonly valuesOf: (contributors: readonly (readonly number[])[]) => Readonly<Record<string, string | null>>
} {
  const columns = zones.flatMap(({ layer, features: { attributes } }, zone) => {
    const names = [...new Set(attributes.flatMap((values) => Object.keys(values)))]
    const title = both('export.field.features', { layer: layer.name })
    const numbers = {
      field: { name: `${layer.name}.features`, title, description: both('export.about.features') },
      textOf: (feature: number): string | null => String(feature + 1),
      zone,
    }
    const own = names.map((name) => ({
      field: { name: `${layer.name}.${name}`, title: { en: `${layer.name}.${name}`, ar: `${layer.name}.${name}` } },
      textOf: (feature: number): string | null =>
        (attributes[feature]![name] ?? null) === null ? null : String(attributes[feature]![name]),
      zone,
    }))
    return [numbers, ...own]
  })
  const names = uniqueNames(
    columns.map(({ field }) => field.name),
    taken,
  )
  return {
    fields: columns.map(({ field }, i): Field => ({ ...field, name: names[i]!, type: 'text' })),
    valuesOf: (contributors) =>
      Object.fromEntries(columns.map(({ textOf, zone }, i) => [names[i]!, joined(contributors[zone]!.map(textOf))])),
  }
}

function joined(values: readonly (string | null)[]): string | null {
  const distinct = [...new Set(values.filter((value) => value !== null))]
  return distinct.length === 0 ? null : distinct.join('; ')
}
