import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { changedPart } from '../../../core/timeline/changed-cell.ts'
import { changedHands } from '../../../core/timeline/party-passages.ts'
import { ownersText } from '../../../core/timeline/owner-text.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

type Side = {
  readonly class: string
  readonly party?: string
  readonly sources: readonly string[]
  readonly from: number
  readonly to: number
}

function snapshot(date: string, sides: readonly Side[]) {
  const names = [...new Map(sides.map((side) => [side.class, side])).values()]
  return made(
    sides.map(({ class: name, from, to }) => zone({ c: name }, box(from, 0, to - from, 10))),
    {
      id: `control-${date}`,
      name: 'control',
      role: 'control',
      classField: 'c',
      date,
      accuracyM: 10,
      base: 'one map',
      classes: names.map(({ class: name, party, sources }) => ({
        class: name,
        values: [name],
        label: { en: name },
        color: '#282727',
        pattern: 'solid' as const,
        ...(party === undefined ? {} : { party }),
        ...(sources.length > 0 ? { sources: [...sources] } : {}),
      })),
    },
  )
}

function changeOf(first: readonly Side[], second: readonly Side[], draws = 0) {
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10, base: 'one map' }),
    snapshot('2018-03-26', first),
    snapshot('2018-04-21', second),
  ])
  const timeline = timelineOf(study, features, { draws, seed: 3, only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  return timeline.value.changes[0]!
}

const names = { party: (name: string) => name, class: (name: string | null) => name ?? 'no value' }
const passages = ({ partyMatrix }: ReturnType<typeof changeOf>): string[] =>
  partyMatrix.map(
    (own) =>
      `${ownersText(own.fromParties, names, 'en')} > ${ownersText(own.toParties, names, 'en')}: ${String(changedHands(own))}`,
  )
const isis = { party: 'ISIS' }

test('ground that other sources name for the same party on the second day has not changed hands', () => {
  const change = changeOf(
    [
      { class: 'ISIS', ...isis, sources: ['a', 'b'], from: 0, to: 4 },
      { class: 'ISIS, some sources', ...isis, sources: ['a'], from: 4, to: 8 },
    ],
    [{ class: 'ISIS', ...isis, sources: ['a', 'b'], from: 0, to: 8 }],
    200,
  )
  expect(passages(change)).toEqual(['ISIS > ISIS: false', 'not covered > not covered: false'])
  expect(change.matrix).toHaveLength(3)
  // One passage of two cells has its own interval: its ends do not add up, for the line between the cells is none of its.
  const [one] = change.partyMatrix
  expect(one!.low).toBeLessThan(one!.areaM2)
  const cells = change.matrix.filter(({ fromParties }) => fromParties.length > 0)
  const summed = cells.reduce((sum, { low = 0, high = 0 }) => sum + high - low, 0)
  expect(one!.high! - one!.low!).toBeLessThan(summed)
  expect(one!.sliversM2).toBeUndefined()
})

test('a class with an empty value is not all classes of its layer', () => {
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }),
    ...['2018-03-26', '2018-04-21'].map((date, i) =>
      made([zone({ c: null }, box(0, 0, 4 + i, 10))], {
        id: `control-${date}`,
        name: 'control',
        role: 'control',
        classField: 'c',
        date,
      }),
    ),
  ])
  const timeline = timelineOf(study, features, { only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  const [change] = timeline.value.changes
  expect(change!.parties.map(({ isAll }) => isAll)).toEqual([undefined])
  expect(passages(change!)).toContain('not covered > no value: true')
})

test('all classes of shelling whose sources are named are one, as in the rows of parties', () => {
  const shelling = ['2018-03-26', '2018-04-21'].map((date, i) => ({
    ...snapshot(date, [
      { class: 'hit', sources: ['a', 'b'], from: 0, to: 2 + 2 * i },
      { class: 'hit, some sources', sources: ['a'], from: 2 + 2 * i, to: 6 },
    ]),
  }))
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }),
    ...shelling.map(({ layer, ...rest }) => ({
      ...rest,
      layer: { ...layer, name: 'shelling', role: 'shelling' as const },
    })),
  ])
  const timeline = timelineOf(study, features, { only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  const [change] = timeline.value.changes
  expect(change!.parties.map(({ isAll }) => isAll)).toEqual([true])
  expect(passages(change!)).toEqual(['all classes > all classes: false', 'not covered > not covered: false'])
})

const side = record({
  class: constantFrom('A, one', 'A, other', 'B', 'C'),
  from: integer({ min: 0, max: 6 }),
  width: integer({ min: 1, max: 4 }),
})
const sidesOf = (drawn: readonly { class: string; from: number; width: number }[]): Side[] =>
  drawn.map(({ class: name, from, width }) => ({
    class: name,
    ...(name.startsWith('A') ? { party: 'A' } : name === 'B' ? { party: 'B' } : {}),
    sources: name === 'A, one' ? ['a', 'b'] : ['a'],
    from,
    to: from + width,
  }))

test('the passages by party are the plan, and those that changed hands are what the sentence says', () => {
  assert(
    property(
      array(side, { minLength: 1, maxLength: 4 }),
      array(side, { minLength: 1, maxLength: 4 }),
      (first, second) => {
        const change = changeOf(sidesOf(first), sidesOf(second))
        const sum = (cells: readonly { areaM2: number }[]): number => cells.reduce((all, { areaM2 }) => all + areaM2, 0)
        expect(sum(change.partyMatrix)).toBeCloseTo(sum(change.matrix), 3)
        const changed = change.matrix.filter((cell) => changedHands(cell) === true)
        expect(changed.reduce((all, cell) => all + changedPart(cell), 0)).toBeCloseTo(change.byParty.all.changedM2, 3)
        for (const own of change.parties)
          for (const [what, other] of [
            ['toParties', 'fromParties'],
            ['fromParties', 'toParties'],
          ] as const) {
            const isOf = (owners: readonly { party: string | null; class: string | null }[]): boolean =>
              owners.some(({ party, class: name }) => party === own.party && name === own.class)
            const moved = change.partyMatrix.filter((cell) => isOf(cell[what]) && !isOf(cell[other]))
            expect(sum(moved)).toBeCloseTo(what === 'toParties' ? own.all.gainedM2 : own.all.lostM2, 3)
          }
      },
    ),
    { seed: 11, numRuns: 60 },
  )
})
