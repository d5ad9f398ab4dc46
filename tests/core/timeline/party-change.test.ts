import { expect, test } from 'vitest'
import { isChanged } from '../../../core/timeline/changed-cell.ts'
import { changedAreaText, partyChangeTexts } from '../../../core/timeline/party-change-text.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

type Side = readonly [name: string, sources: readonly string[], from: number, to: number, party?: string]

function control(date: string, sides: readonly Side[], accuracyM = 10) {
  return made(
    sides.map(([name, , from, to]) => zone({ c: name }, box(from, 0, to - from, 10))),
    {
      id: `control-${date}`,
      name: 'control',
      role: 'control',
      classField: 'c',
      date,
      accuracyM,
      base: 'one map',
      classes: sides.map(([name, sources, , , party = 'ISIS']) => ({
        class: name,
        values: [name],
        label: { en: name },
        color: '#282727',
        pattern: 'solid' as const,
        party,
        ...(sources.length > 0 ? { sources: [...sources] } : {}),
      })),
    },
  )
}

function changeOf(first: readonly Side[], second: readonly Side[], draws = 200) {
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10, base: 'one map' }),
    control('2018-03-26', first),
    control('2018-04-21', second),
  ])
  const timeline = timelineOf(study, features, { draws, seed: 3, only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  return timeline.value.changes[0]!
}
const nameOf = ({ party, class: own }: { party: string | null; class: string | null }): string => party ?? own ?? 'all'
const words = (change: ReturnType<typeof changeOf>): string =>
  partyChangeTexts(change, nameOf, 'en')
    .join('; ')
    .replaceAll(/[\u2066\u2069]/g, '')

test('ground that other sets of sources name on the second day did not change its party', () => {
  const change = changeOf(
    [
      ['ISIS', ['a', 'b'], 0, 4],
      ['ISIS, some sources (1 of 2)', ['a'], 4, 8],
    ],
    [
      ['ISIS', ['c', 'd', 'e'], 0, 4],
      ['ISIS, some sources (2 of 3)', ['c', 'd'], 4, 8],
    ],
  )
  expect(change.changedM2).toBeGreaterThan(10_000)
  expect(change.parties).toHaveLength(1)
  expect(change.byParty).toMatchObject({ agreed: { changedM2: 0 }, all: { changedM2: 0 } })
  expect([words(change), changedAreaText(change, 'changedM2', 'en')]).toEqual(['', '0'])
})

test('a party has more or less by what all sources say and by what some say, each with the draws of both days', () => {
  const change = changeOf(
    [
      ['ISIS', ['a', 'b'], 0, 2],
      ['ISIS, b', ['b'], 2, 8],
    ],
    [
      ['ISIS', ['c', 'd'], 0, 4],
      ['ISIS, d', ['d'], 4, 5],
      ['Army', ['d'], 5, 10, 'Army'],
    ],
  )
  const isis = change.parties.find(({ party }) => party === 'ISIS')!
  const tenth = change.matrix.reduce((sum, { areaM2 }) => sum + areaM2, 0) / 10
  expect([isis.agreed.netM2 / tenth, isis.all.netM2 / tenth].map(Math.round)).toEqual([2, -3])
  expect(isis.agreed.net!.low).toBeGreaterThan(0)
  expect(isis.all.net!.high).toBeLessThan(0)
  expect(words(change)).toMatch(
    /^Army: \+5\d(?:\.\d)? \(\+5\d(?:\.\d)? to \+5\d(?:\.\d)?\); ISIS: by all sources \+2\d.*, by some −3\d(?:\.\d)? \(−\d\d(?:\.\d)? to −\d\d(?:\.\d)?\)$/,
  )
  // Three tenths that went over, and two that nobody was told to hold before.
  expect(changedAreaText(change, 'changedM2', 'en')).toMatch(/^by all sources \d+(?:\.\d)?, by some 5\d(?:\.\d)?$/)
})

test('without sources both ends are one, and change as the cells do', () => {
  const change = changeOf(
    [
      ['A', [], 0, 6, 'A'],
      ['B', [], 6, 10, 'B'],
    ],
    [
      ['A', [], 0, 3, 'A'],
      ['B', [], 3, 10, 'B'],
    ],
    0,
  )
  expect(change.byParty.all.changedM2).toBeCloseTo(
    change.matrix.filter(isChanged).reduce((sum, { areaM2, sliversM2 = 0 }) => sum + areaM2 - sliversM2, 0),
    6,
  )
  expect(change.byParty.agreed).toEqual(change.byParty.all)
})
