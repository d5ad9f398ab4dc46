import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, type Problem } from '../result/problem.ts'
import { dateSchema } from '../model/text-schema.ts'
import { comparisons, type Comparison, type Filter, type Kind, type Scalar } from './cql2-filter.ts'
import { tokensOf, type Token } from './cql2-tokens.ts'

/** Brackets and NOTs within each other; nobody writes more, and a parser that follows any number of them runs out of stack. */
const deepest = 50

/**
 * A filter in CQL2 text (OGC 21-065r2): `= <> < > <= >=`, IN, IS NULL, AND, OR, NOT and brackets over the properties that
 * `kinds` names. Refused are what cannot be read, with its place, a property that is not there, and values of two kinds.
 */
export function readFilter(text: string, kinds: Readonly<Record<string, Kind>>): Outcome<Filter> {
  const unreadable = (at: number): Problem =>
    problem('filter-unreadable', { place: at + 1, found: text.slice(at, at + 30).trim() || '—' })
  const tokens = tokensOf(text)
  if (typeof tokens === 'number') return refused(unreadable(tokens))
  try {
    const parser = parserOf(tokens, text.length, kinds)
    const filter = parser.either(0)
    parser.end()
    return done(filter)
  } catch (fault) {
    if (fault instanceof Unusable)
      return refused(typeof fault.reason === 'number' ? unreadable(fault.reason) : fault.reason)
    throw fault
  }
}

/** Ends the reading wherever it is; never leaves this file. */
class Unusable extends Error {
  readonly reason: Problem | number
  constructor(reason: Problem | number) {
    super('unusable')
    this.reason = reason
  }
}

function parserOf(tokens: readonly Token[], length: number, kinds: Readonly<Record<string, Kind>>) {
  let place = 0

  const fail = (): never => {
    throw new Unusable(tokens[place]?.at ?? length)
  }
  const isWord = (word: string, token = tokens[place]): boolean =>
    token?.kind === 'word' && token.text.toUpperCase() === word
  const isSign = (sign: string): boolean => tokens[place]?.kind === 'sign' && tokens[place]?.text === sign
  const take = (is: boolean): boolean => {
    if (is) place++
    return is
  }
  const expect = (is: boolean): void => {
    if (!take(is)) fail()
  }

  /** Conditions with OR between them; `depth` counts the brackets about them. */
  function either(depth: number): Filter {
    const all = [both(depth)]
    while (take(isWord('OR'))) all.push(both(depth))
    return all.length === 1 ? all[0]! : { op: 'or', all }
  }

  function both(depth: number): Filter {
    const all = [not(depth)]
    while (take(isWord('AND'))) all.push(not(depth))
    return all.length === 1 ? all[0]! : { op: 'and', all }
  }

  function not(depth: number): Filter {
    if (depth > deepest) fail()
    if (take(isWord('NOT'))) return { op: 'not', filter: not(depth + 1) }
    if (take(isSign('('))) {
      const inner = either(depth + 1)
      expect(isSign(')'))
      return inner
    }
    return condition()
  }

  function condition(): Filter {
    const first = scalar()
    if (take(isWord('IS'))) {
      const isNot = take(isWord('NOT'))
      expect(isWord('NULL'))
      return inverted(isNot, { op: 'is-null', of: first })
    }
    const isNot = isWord('NOT') && isWord('IN', tokens[place + 1]) && take(true)
    if (take(isWord('IN'))) {
      expect(isSign('('))
      const list = [scalar()]
      while (take(isSign(','))) list.push(scalar())
      expect(isSign(')'))
      for (const own of list) checkKinds(first, own)
      return inverted(isNot, { op: 'in', of: first, list })
    }
    const sign = comparisons.find(isSign)
    if (sign === undefined) {
      if ('value' in first && typeof first.value === 'boolean') return { op: 'always', value: first.value }
      return fail()
    }
    place++
    return comparison(sign, first, scalar())
  }

  function scalar(): Scalar {
    const token = tokens[place]
    if (!token || token.kind === 'sign') return fail()
    if (token.kind === 'word') {
      if (isWord('TRUE') || isWord('FALSE')) {
        place++
        return { value: token.text.toUpperCase() === 'TRUE', kind: 'boolean' }
      }
      const isCalled = tokens[place + 1]?.text === '('
      if (isCalled && isWord('DATE')) return called('date')
      if (isCalled && isWord('TIMESTAMP')) return called('moment')
    }
    place++
    if (token.kind === 'text') return { value: token.text, kind: 'text' }
    if (token.kind === 'number') return { value: Number(token.text), kind: 'number' }
    if (!Object.hasOwn(kinds, token.text)) {
      const known = Object.keys(kinds).join(', ')
      throw new Unusable(problem('filter-property-unknown', { name: token.text, known }))
    }
    return { property: token.text, kind: kinds[token.text]! }
  }

  /** DATE('2018-04-21') or TIMESTAMP('2018-04-21T12:00:00Z'). */
  function called(kind: 'date' | 'moment'): Scalar {
    place += 2
    const token = tokens[place]
    if (token?.kind !== 'text' || !literals[kind].safeParse(token.text).success) return fail()
    place++
    expect(isSign(')'))
    return { value: kind === 'date' ? token.text : new Date(token.text).toISOString(), kind }
  }

  return {
    either,
    end(): void {
      if (place < tokens.length) fail()
    },
  }
}

const literals = { date: dateSchema, moment: z.iso.datetime() }

const inverted = (isNot: boolean, filter: Filter): Filter => (isNot ? { op: 'not', filter } : filter)

function comparison(op: Comparison, left: Scalar, right: Scalar): Filter {
  checkKinds(left, right)
  return { op, left, right }
}

function checkKinds(one: Scalar, other: Scalar): void {
  if (one.kind === other.kind) return
  throw new Unusable(problem('filter-kinds-differ', { one: said(one), other: said(other) }))
}

const said = (scalar: Scalar): string =>
  'property' in scalar ? `${scalar.property} (${scalar.kind})` : String(scalar.value)
