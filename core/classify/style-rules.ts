import type { FoundStyle, StyledValue } from './styled-value.ts'

/** That a field has a value; `null` is no value. */
export type Equality = { readonly field: string; readonly value: string | null }

/** A rule of a style: the values that it asks for, all others, or something that is neither, as its text. */
export type StyleRule = Omit<StyledValue, 'values'> & {
  readonly condition: readonly Equality[] | 'others' | { readonly unread: string }
}

/** What rules come to, where each asks for values of one and the same field; else why they give no classes. */
export function foundInRules(rules: readonly StyleRule[]): FoundStyle {
  const fields = new Set<string>()
  const styled: StyledValue[] = []
  const others: string[] = []
  for (const { condition, ...drawn } of rules) {
    if (condition === 'others') others.push(drawn.label)
    else if ('unread' in condition) return { reason: condition.unread.slice(0, 100) }
    else {
      for (const { field } of condition) fields.add(field)
      styled.push({ ...drawn, values: condition.map(({ value }) => value) })
    }
  }
  const [field, ...more] = fields
  if (field === undefined) return { reason: '–' }
  return more.length > 0 ? { reason: [...fields].join(', ') } : { field, styled, others }
}

/**
 * The values that an expression of QGIS asks for, where it is nothing but `"FIELD" = 'value'`, `"FIELD" IN (…)` or
 * `"FIELD" IS NULL`, or several of them joined by OR; else `null`.
 */
export function equalitiesIn(expression: string): readonly Equality[] | null {
  const tokens = expression.match(token) ?? []
  if (tokens.join('') !== expression.replaceAll(outsideQuotes, (_whole, quoted?: string) => quoted ?? '')) return null
  let at = 0
  const is = (text: string): boolean => tokens[at]?.toUpperCase() === text && ++at > 0
  const found: Equality[] = []
  do {
    const brackets = is('(')
    if (!term() || (brackets && !is(')'))) return null
  } while (is('OR'))
  return at === tokens.length ? found : null

  function term(): boolean {
    const field = fieldName(tokens[at++])
    if (field === null) return false
    if (is('IS')) return is('NULL') && found.push({ field, value: null }) > 0
    if (is('=')) return literal(field)
    if (!is('IN') || !is('(')) return false
    do if (!literal(field)) return false
    while (is(','))
    return is(')')
  }

  function literal(field: string): boolean {
    const text = tokens[at++] ?? ''
    if (text.startsWith("'")) found.push({ field, value: text.slice(1, -1).replaceAll("''", "'") })
    else if (/^-?\d/.test(text)) found.push({ field, value: text })
    else return false
    return true
  }
}

const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|[=(),]/gu
const outsideQuotes = /("(?:[^"]|"")*"|'(?:[^']|'')*')|\s+/g
const keywords = /^(?:OR|AND|NOT|IN|IS|NULL|LIKE|ILIKE)$/i

function fieldName(text = ''): string | null {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"')
  return /^[\p{L}_]/u.test(text) && !keywords.test(text) ? text : null
}
