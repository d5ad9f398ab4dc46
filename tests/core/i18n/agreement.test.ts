import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ar } from '../../../core/i18n/ar/index.ts'
import { en } from '../../../core/i18n/en/index.ts'

const root = new URL('../../../', import.meta.url).pathname

/** Names under which code hands a number to a message: `count: formatNumber(…)`, `draws: method.draws`, `count: places.length`. */
function countedNames(): Set<string> {
  const files = ['core', 'server', 'client'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  const names = files
    .filter((file) => file.endsWith('.ts') && !file.includes('/words/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(\w+): (?:formatNumber\(|[\w.?!]+\.(?:length|size)\b)/g)].map(
        ([, name]) => name!,
      ),
    )
  return new Set([...names, 'count', 'days', 'draws', 'events', 'features', 'records', 'rows', 'seconds', 'areaHa'])
}

/** What a value of another kind shares its name with a count for. */
const notCounts = new Set([
  'value',
  'half',
  'denominator',
  'factor',
  'mean',
  'sd',
  'perHa',
  'of',
  'number',
  'place',
  'code',
  'metres',
  'year',
  'day',
  'sigmas',
  'method',
  'layers',
  'at',
  'where',
])
/** Abbreviations of units are the same for every number, and so are words that do not count the thing before them. */
const invariant =
  /^(?:m|km|m²|km²|ha|mm|s|MB|px|%|×|of|to|are|is|and|or|per|by|more|with|at|in|each|on|from|as|left|take|can|lie|them|newly|affected|graded|would|من|م|كم|م²|كم²|ث|مم|ميغابايت|منها|إلى|على|تحت|أو|في|لكل|تركت|والمسافة|بين|و\S*|ل\S*)$/

/** A value that counts something directly before a noun, outside of any plural. */
function uncountedNouns(message: string, counted: ReadonlySet<string>): string[] {
  const outside = message.replaceAll(/\{\w+, plural,(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '…')
  return [...outside.matchAll(/\{(\w+)\}[  ]([\p{L}²%×]+)/gu)]
    .filter(([, name, word]) => counted.has(name!) && !notCounts.has(name!) && !invariant.test(word!))
    .map(([text]) => text)
}

describe('a message with a number', () => {
  const counted = countedNames()

  test.each([
    ['en', en],
    ['ar', ar],
  ] as const)('has a form of its noun for each number (%s)', (_, catalogue) => {
    const missing = Object.entries(catalogue).flatMap(([key, message]) =>
      uncountedNouns(message, counted).map((text) => `${key}: ${text}`),
    )
    expect(missing).toEqual([])
  })

  test('is found where it has none', () => {
    expect(uncountedNouns('{count} features have no geometry', counted)).toEqual(['{count} features'])
    expect(uncountedNouns('{count, plural, one {# feature} other {# features}} and {radius} m', counted)).toEqual([])
  })

  test.each([
    ['en', en, ['one', 'other']],
    ['ar', ar, ['one', 'two', 'few', 'many', 'other']],
  ] as const)('has every form that its language knows (%s)', (_, catalogue, forms) => {
    const lacking = Object.entries(catalogue).flatMap(([key, message]) =>
      [...message.matchAll(/\{(\w+), plural,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g)]
        // A plural that only sets one number apart (both of 2, all of more) has no noun to agree.
        .filter(
          ([, , body]) =>
            !/^\s*=\d+ \{(?:[^{}]|\{[^{}]*\})*\} other \{(?:[^{}]|\{[^{}]*\})*\}$/.test(body!) &&
            forms.some((form) => !new RegExp(`(?:^|\\s)${form} \\{`).test(body!)),
        )
        .map(([, name]) => `${key}: ${name}`),
    )
    expect(lacking).toEqual([])
  })

  test('has in Arabic no verb or pronoun behind it that one form only would fit', () => {
    expect(Object.entries(ar).flatMap(([key, text]) => unfitting(text).map((after) => `${key}: ${after}`))).toEqual([])
  })

  test('is found where the same verb follows one, two and many', () => {
    const rings = '{count, plural, one {حلقة واحدة} two {حلقتان} few {# حلقات} many {# حلقة} other {# حلقة}}'
    expect(unfitting(`{file}: ${rings} لا تعود إلى نقطتها الأولى: {places}.`)).toEqual([' لا تعود إلى نقطتها الأولى'])
    expect(unfitting(`{file}: ${rings} بلا مساحة؛ تُحسب مرة واحدة.`)).toEqual([])
  })
})

/**
 * What follows a counted noun that is a subject (its dual ends in ان) and would have to agree with it, as لا تعود does: two of them
 * would be لا تعودان. The verb or pronoun belongs into the forms, or the sentence does without.
 */
function unfitting(message: string): string[] {
  const plural = /\{\w+, plural,(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g
  return [...message.matchAll(plural)].flatMap(({ 0: forms, index }) => {
    const [clause] = /^[^:؛.(]*/.exec(message.slice(index + forms.length))!
    return / two \{[^{}]*ان(?![\p{L}\p{M}])/u.test(forms) && agreeing.test(clause) ? [clause] : []
  })
}

const verb = '(?:لا |لم )?[تي][\\p{L}\\p{M}]+'
const pronoun = '(?:فيها|منها|لها|إليها|عليها|[وف]?هي|صفوفها|فئاتها)(?!\\p{L})'
const agreeing = new RegExp(
  `^ (?:${verb}|${pronoun}|[^،]*(?:تسمّي|تحوي|كل منها))|، ?(?:[فو]هي|[فو]بقيت|[فو]?لكل منها|حول كل منها)(?!\\p{L})`,
  'u',
)
