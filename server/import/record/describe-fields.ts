import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import type { FieldDescription } from '../../../core/layers/inspection.ts'

const mostSamples = 10
const mostValues = 200
const isoDate = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/

/** Name, type, sample values and value counts of each field, in the order in which the fields first appear. */
export function describeFields(
  attributes: readonly Attributes[],
  stated: Readonly<Record<string, FieldDescription['type']>>,
): readonly FieldDescription[] {
  const fields = new Map<string, ReturnType<typeof summary>>()
  for (const name of Object.keys(stated)) fields.set(name, summary())
  for (const row of attributes) {
    for (const name of Object.keys(row)) {
      let field = fields.get(name)
      if (!field) fields.set(name, (field = summary()))
      field.add(row[name]!)
    }
  }
  return [...fields].map(([name, field]) =>
    field.describe(name, Object.hasOwn(stated, name) ? stated[name] : undefined, attributes.length),
  )
}

function summary() {
  const types = new Set<FieldDescription['type']>()
  const samples: string[] = []
  const counts = new Map<AttributeValue, number>()
  let present = 0
  let many = false
  return {
    add(value: AttributeValue): void {
      present++
      if (value !== null && (types.size < 2 || !types.has('text'))) types.add(typeOf(value))
      if (many) return
      const before = counts.get(value)
      counts.set(value, (before ?? 0) + 1)
      if (before === undefined && value !== null && samples.length < mostSamples) samples.push(String(value))
      many = counts.size > mostValues
    },
    describe(name: string, stated: FieldDescription['type'] | undefined, features: number): FieldDescription {
      const [only] = types
      const type = stated ?? (types.size === 1 ? only! : 'text')
      if (many) return { name, type, samples }
      const missing = features - present
      if (missing > 0) counts.set(null, (counts.get(null) ?? 0) + missing)
      const values = [...counts].map(([value, count]) => ({ value: value === null ? null : String(value), count }))
      return { name, type, samples, values: values.sort((a, b) => b.count - a.count) }
    },
  }
}

function typeOf(value: Exclude<AttributeValue, null>): FieldDescription['type'] {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return isoDate.test(value) ? 'date' : 'text'
}
