import type { AttributeValue } from '../geometry/shapes.ts'

/** What a value of CQL2 is; a date is its day as YYYY-MM-DD, a moment is in UTC. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'moment'

export type Scalar =
  | { readonly property: string; readonly kind: Kind }
  | { readonly value: string | number | boolean; readonly kind: Kind }

export const comparisons = ['=', '<>', '<', '>', '<=', '>='] as const
export type Comparison = (typeof comparisons)[number]

/** A condition on the attributes of a feature. */
export type Filter =
  | { readonly op: 'and' | 'or'; readonly all: readonly Filter[] }
  | { readonly op: 'not'; readonly filter: Filter }
  | { readonly op: 'is-null'; readonly of: Scalar }
  | { readonly op: 'in'; readonly of: Scalar; readonly list: readonly Scalar[] }
  | { readonly op: Comparison; readonly left: Scalar; readonly right: Scalar }
  | { readonly op: 'always'; readonly value: boolean }

type Properties = Readonly<Record<string, AttributeValue>>

/** Whether a feature of those properties is selected: one of which it cannot be said, for a value is missing, is not. */
export const selects = (filter: Filter, properties: Properties): boolean => truthOf(filter, properties) === true

/** True, false, or `null` where a missing value leaves it open, as in SQL. */
function truthOf(filter: Filter, properties: Properties): boolean | null {
  switch (filter.op) {
    case 'and':
    case 'or': {
      const decides = filter.op === 'or'
      const truths = filter.all.map((own) => truthOf(own, properties))
      if (truths.includes(decides)) return decides
      return truths.includes(null) ? null : !decides
    }
    case 'not': {
      const truth = truthOf(filter.filter, properties)
      return truth === null ? null : !truth
    }
    case 'is-null':
      return valueOf(filter.of, properties) === null
    case 'in': {
      const own = valueOf(filter.of, properties)
      const others = filter.list.map((each) => valueOf(each, properties))
      if (own === null) return null
      if (others.includes(own)) return true
      return others.includes(null) ? null : false
    }
    case 'always':
      return filter.value
    default: {
      const left = valueOf(filter.left, properties)
      const right = valueOf(filter.right, properties)
      return left === null || right === null ? null : compare(filter.op, left, right)
    }
  }
}

const valueOf = (scalar: Scalar, properties: Properties): AttributeValue =>
  'property' in scalar ? (properties[scalar.property] ?? null) : scalar.value

/** Of two values of one kind; texts and days by code unit, so the same everywhere. */
function compare(op: Comparison, left: string | number | boolean, right: string | number | boolean): boolean {
  switch (op) {
    case '=':
      return left === right
    case '<>':
      return left !== right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    case '>=':
      return left >= right
  }
}
