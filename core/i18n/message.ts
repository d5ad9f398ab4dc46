import type { Language, MessageValues } from './translate.ts'

/**
 * A message in the part of ICU MessageFormat that our catalogues use: `{name}` is a value, and
 * `{count, plural, one {# feature} other {# features}}` a form chosen by `Intl.PluralRules`, in which `#` is the value as it was given;
 * a form `=2` is that of the number 2 itself, where a language's rules have none.
 */
type Part = string | { readonly name: string; readonly forms?: ReadonlyMap<string, readonly Part[]> }

/** The message with its values put in; a value that is missing stays visible as `{name}`. */
export function formatMessage(message: string, language: Language, values: MessageValues): string {
  return written(partsOf(message), language, values, '#')
}

const parsed = new Map<string, readonly Part[]>()

function partsOf(message: string): readonly Part[] {
  const known = parsed.get(message)
  if (known) return known
  const parts = parse(message, { at: 0 })
  parsed.set(message, parts)
  return parts
}

/** Up to the end, or to the brace that closes a form. */
function parse(message: string, cursor: { at: number }): Part[] {
  const parts: Part[] = []
  while (cursor.at < message.length && message[cursor.at] !== '}') {
    if (message[cursor.at] === '{') {
      parts.push(parseValue(message, cursor))
    } else {
      const end = message.slice(cursor.at).search(/[{}]/)
      const to = end < 0 ? message.length : cursor.at + end
      parts.push(message.slice(cursor.at, to))
      cursor.at = to
    }
  }
  return parts
}

function parseValue(message: string, cursor: { at: number }): Part {
  const [head, name, isPlural] = /^\{(\w+)(\}|,\s*plural,)/.exec(message.slice(cursor.at)) ?? []
  if (head === undefined || name === undefined) throw new Error(`a brace opens nothing in “${message}”`)
  cursor.at += head.length
  if (isPlural === '}') return { name }
  const forms = new Map<string, readonly Part[]>()
  for (;;) {
    const [open, form, end] = /^\s*(?:(=?\w+)\s*\{|(\}))/.exec(message.slice(cursor.at)) ?? []
    if (open === undefined) throw new Error(`a plural does not end in “${message}”`)
    cursor.at += open.length
    if (end !== undefined) break
    forms.set(form!, parse(message, cursor))
    cursor.at++
  }
  if (!forms.has('other')) throw new Error(`a plural has no other form in “${message}”`)
  return { name, forms }
}

function written(parts: readonly Part[], language: Language, values: MessageValues, counted: string): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('#', () => counted)
      const value = values[part.name]
      const text = value === undefined ? `{${part.name}}` : String(value)
      return part.forms ? written(formFor(part.forms, value ?? Number.NaN, language), language, values, text) : text
    })
    .join('')
}

/** A form without `#` says the number itself, and so serves a plain number only, not “1 to 2”. */
function formFor(
  forms: ReadonlyMap<string, readonly Part[]>,
  value: string | number,
  language: Language,
): readonly Part[] {
  const counted = countedBy(value)
  const chosen = forms.get(`=${counted}`) ?? forms.get(rulesOf(language).select(counted))
  const other = forms.get('other')!
  if (!chosen || isPlain(value)) return chosen ?? other
  return chosen.some((part) => typeof part === 'string' && part.includes('#')) ? chosen : other
}

const rules = new Map<Language, Intl.PluralRules>()

function rulesOf(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}

const isPlain = (value: string | number): boolean => typeof value === 'number' || /^\d[\d,]*$/.test(value)

/** The number that a noun behind the value goes with: the last one, 210 of “160 to 210”; none for one with decimals. */
function countedBy(value: string | number): number {
  if (typeof value === 'number') return value
  const last = value.match(/\d[\d,]*(?:\.\d+)?/g)?.at(-1)
  return last === undefined || last.includes('.') ? Number.NaN : Number(last.replaceAll(',', ''))
}
