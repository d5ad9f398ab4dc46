import { describe, expect, test } from 'vitest'
import { comparisonSchema } from '../../../core/compare/comparison-answer.ts'
import { basilia } from './running-command.ts'

/** Fewer than the usual draws, which the tables of the last case have. */
const drawn = ['--draws', '40']

describe('basilia compare', () => {
  test('sets studies side by side in the measures each has on its own', async () => {
    const { code, out } = await basilia('compare', 'basilia-city', 'jobar', 'marota-city', ...drawn, '--format', 'json')
    expect(code).toBe(0)
    const { studies } = comparisonSchema.parse(JSON.parse(out))
    expect(studies.map(({ id }) => id)).toEqual(['basilia-city', 'jobar', 'marota-city'])
    const alone = JSON.parse((await basilia('measure', 'jobar', ...drawn, '--format', 'json')).out)
    expect(studies[1]).toMatchObject({ plan: alone.plan, layers: alone.layers })
  })

  test('counts days from the announcement, sets published figures against ours, and says what is alike', async () => {
    const { out } = await basilia('compare', 'basilia-city', 'jobar', 'yarmouk-camp', ...drawn, '--format', 'json')
    const { studies, findings } = comparisonSchema.parse(JSON.parse(out))
    expect(studies[0]!.events.find(({ date }) => date === '2018-05-21')?.days).toBe(56)
    expect(studies[0]!.onAnnouncement).toMatchObject({ date: '2018-03-26', held: { holds: 'shown' }, shelled: null })
    expect(studies[1]).toMatchObject({ announced: '2022-06-28', siege: null })
    expect(
      studies[0]!.against
        .filter(({ published }) => published.of === undefined && published.measure === 'areaM2')
        .map(({ verdict, difference }) => [verdict, difference]),
    ).toEqual([
      ['drawn', null],
      ['drawn', null],
      ['drawn', null],
    ])
    const first = studies[2]!.against.find(({ differenceOfPublished }) => differenceOfPublished !== null)!
    expect(first).toMatchObject({
      verdict: 'within',
      interval: { low: studies[2]!.plan.low, high: studies[2]!.plan.high },
    })
    expect(first.differenceOfPublished!.high).toBeCloseTo(studies[2]!.plan.areaM2 / first.published.value - 1, 12)
    expect(findings.map(({ topic, kind }) => [topic, kind])).toEqual(
      expect.arrayContaining([['plan-area', 'different']]),
    )
    const table = (await basilia('compare', 'basilia-city', 'jobar', 'yarmouk-camp', ...drawn)).out
    for (const { text } of findings) expect(table).toContain(text.en)
    expect(table).toMatch(/event +Outside the plan: ISIS bussed out.* 56\n/)
  })

  test('as a table and as CSV it names every study', async () => {
    for (const format of ['table', 'csv']) {
      const { code, out } = await basilia('compare', 'marota-city', 'jobar', '--format', format)
      expect(code).toBe(0)
      for (const id of ['marota-city', 'jobar']) expect(out).toContain(id)
    }
  })

  test('refuses a study beside one of the same id, of whose numbers its sentences would speak', async () => {
    const { code, out, err } = await basilia('compare', 'jobar', 'marota-city', 'jobar')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('Study jobar is named twice')
  })
})
