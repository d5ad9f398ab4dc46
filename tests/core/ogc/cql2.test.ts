import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { selects, type Kind } from '../../../core/ogc/cql2-filter.ts'
import { readFilter } from '../../../core/ogc/cql2-text.ts'

const kinds: Record<string, Kind> = { class: 'text', id: 'number', date: 'date', 'two words': 'text', سيطرة: 'text' }
const features = [
  { id: 1, class: 'ISIS', date: '2018-03-26', 'two words': "it's", سيطرة: 'نعم' },
  { id: 2, class: 'Government', date: '2018-04-21', 'two words': null, سيطرة: 'لا' },
  { id: 3, class: null, date: null, 'two words': 'AND', سيطرة: null },
]

function selected(filter: string): number[] {
  const read = readFilter(filter, kinds)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return features.filter((own) => selects(read.value, own)).map(({ id }) => id)
}

describe('a filter selects', () => {
  test.each<[string, number[]]>([
    ["class = 'ISIS'", [1]],
    ["'ISIS' = class", [1]],
    ["class<>'ISIS'", [2]],
    ["NOT class = 'ISIS'", [2]],
    ["not (class = 'ISIS')", [2]],
    ['class IS NULL', [3]],
    ['class is not null', [1, 2]],
    ["class IN ('ISIS', 'Government')", [1, 2]],
    ["class NOT IN ('ISIS')", [2]],
    ["class = 'ISIS' OR class = 'Government' AND id = 1", [1]],
    ["(class = 'ISIS' OR class = 'Government') AND id = 2", [2]],
    ['class IS NULL OR id < 2', [1, 3]],
    ['id >= 2 AND id <= 3', [2, 3]],
    ['id > 1.5e0', [2, 3]],
    ['id = -1', []],
    ["date > DATE('2018-03-26')", [2]],
    ["date >= date('2018-03-26')", [1, 2]],
    ["\"two words\" = 'it''s'", [1]],
    ["\"two words\" = 'it\\'s'", [1]],
    ['"two words" = \'AND\'', [3]],
    ["سيطرة = 'نعم'", [1]],
    ['TRUE', [1, 2, 3]],
    ['id = 1 AND FALSE', []],
    ["TIMESTAMP('2018-04-21T10:00:00Z') < TIMESTAMP('2018-04-21T10:00:00.5Z')", [1, 2, 3]],
    // What is missing is neither like nor unlike anything.
    ["class = 'ISIS' OR class <> 'ISIS'", [1, 2]],
    ["NOT (class = 'ISIS' AND id = 3)", [1, 2]],
  ])('%s: %j', (filter, ids) => expect(selected(filter)).toEqual(ids))
})

describe('a filter is refused', () => {
  test.each<[string, string, object]>([
    ['', 'filter-unreadable', { place: 1 }],
    ['class', 'filter-unreadable', { place: 6 }],
    ["class = 'ISIS", 'filter-unreadable', { place: 9, found: "'ISIS" }],
    ["class == 'ISIS'", 'filter-unreadable', { place: 8 }],
    ["class = 'a' AND", 'filter-unreadable', { place: 16 }],
    ["class LIKE 'I%'", 'filter-unreadable', { place: 7, found: "LIKE 'I%'" }],
    ["(class = 'a'", 'filter-unreadable', { place: 13 }],
    ["class = 'a')", 'filter-unreadable', { place: 12 }],
    ["date = DATE('2018-02-30')", 'filter-unreadable', { place: 13 }],
    ['id = 1abc', 'filter-unreadable', { place: 6 }],
    [`${'('.repeat(200)}id = 1${')'.repeat(200)}`, 'filter-unreadable', { place: 52 }],
    [`${'NOT '.repeat(2000)}id = 1`, 'filter-unreadable', { place: 205 }],
    ["constructor = 'a'", 'filter-property-unknown', { name: 'constructor' }],
    ['__proto__ IS NULL', 'filter-property-unknown', { name: '__proto__' }],
    ["id = 'a'", 'filter-kinds-differ', { one: 'id (number)', other: 'a' }],
    ["date = '2018-04-21'", 'filter-kinds-differ', { one: 'date (date)' }],
    ["id IN (1, 'b')", 'filter-kinds-differ', { other: 'b' }],
  ])('%s: %s', (filter, code, values) => {
    expect(readFilter(filter, kinds)).toMatchObject({ ok: false, problem: { code, values } })
  })

  test('or read, whatever it is', () => {
    const word = constantFrom(
      'class',
      'id',
      '(',
      ')',
      'NOT',
      'AND',
      'OR',
      'IN',
      'IS',
      'NULL',
      '=',
      '<',
      ',',
      "'a'",
      '1',
      'DATE',
      '"',
    )
    assert(
      property(string(), (text) => {
        expect(readFilter(text, kinds).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 500, seed: 17 },
    )
    assert(
      property(oneof(word, string()), word, word, word, word, word, (...words) => {
        expect(readFilter(words.join(' '), kinds).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 2000, seed: 17 },
    )
  })
})
