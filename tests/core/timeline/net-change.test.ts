import { describe, expect, test } from 'vitest'
import { netDecision, netText } from '../../../core/timeline/net-change.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

/** ISIS west of a line at `width`, the government east of it; every layer good to `accuracyM`, on one base or none. */
function netOf(widths: readonly [number, number], accuracyM: number, base?: string) {
  const control = (date: string, width: number) =>
    made([zone({ c: 'ISIS' }, box(-5, -5, 5 + width, 20)), zone({ c: 'Government' }, box(width, -5, 15 - width, 20))], {
      id: `control-${date}`,
      name: 'control',
      role: 'control',
      classField: 'c',
      date,
      accuracyM,
      base: base ?? date,
      title: { en: 'Control' },
    })
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM, base: base ?? 'plan' }),
    control('2018-03-26', widths[0]),
    control('2018-04-21', widths[1]),
  ])
  const timeline = timelineOf(study, features, { draws: 200, seed: 3, only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  return timeline.value.changes[0]!.classes.find((own) => own.class === 'ISIS')!
}

describe('how much more ground a class has on the second day', () => {
  test('is said where the draws of both days establish it', () => {
    const own = netOf([4, 7], 20)
    expect(own.netM2).toBeCloseTo(own.gainedM2 - own.lostM2, 6)
    expect([netDecision(own.net), netDecision(netOf([7, 4], 20).net)]).toEqual(['more', 'less'])
    expect(netText(own, 'en')).toMatch(
      /^\u2066\+3\d(\.\d)?\u2069 \(\u2066\+\d+(\.\d)?\u2069 to \u2066\+\d+(\.\d)?\u2069\)$/,
    )
  })

  test('is not decided where lines so coarse could as well have moved the other way, or nothing was drawn', () => {
    const own = netOf([4, 4.5], 100)
    expect(own.net!.low).toBeLessThan(0)
    expect(own.net!.high).toBeGreaterThan(own.netM2)
    expect(netText(own, 'en')).toMatch(/^not decided \(\u2066−\d+(\.\d)?\u2069 to \u2066\+\d+(\.\d)?\u2069\)$/)
    expect(netDecision(undefined)).toBe('undecided')
  })

  test('is decided by less where both days rest on one base and err together', () => {
    expect(netDecision(netOf([4, 4.5], 100, 'one base').net)).toBe('more')
    const still = netOf([4, 4], 100, 'one base')
    expect(Math.abs(still.net!.high - still.net!.low)).toBeLessThan(1)
  })
})
