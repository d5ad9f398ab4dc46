import { expect, test } from 'vitest'
import { claimedProblem } from '../../../core/model/claimed.ts'

const codeOf = (from: string, to: string): string | undefined =>
  claimedProblem({ id: 'a', of: 'plan', measure: 'share', value: 0.3, from, to }, { id: 'study', where: 'claimed[0]' })
    ?.code

test.each([
  ['2018-03-16', '2018-03', undefined],
  ['2018-03', '2018-03-16', undefined],
  ['2018-03-16', '2018', undefined],
  ['2018', '2018', undefined],
  ['2018-03-16', '2018-02', 'claimed-dates-reversed'],
  ['2018-03-16', '2018-03-15', 'claimed-dates-reversed'],
  ['2018', '2017-12-31', 'claimed-dates-reversed'],
])('a figure claimed from %s to %s: %s', (from, to, code) => expect(codeOf(from, to)).toBe(code))
