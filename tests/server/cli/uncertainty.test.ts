import { describe, expect, test } from 'vitest'
import { basilia } from './running-command.ts'

describe('basilia uncertainty', () => {
  test('When a study is named, then its areas stand with estimate, interval and bounds, one row each', async () => {
    const { code, out } = await basilia(
      'uncertainty',
      'basilia-city',
      '--draws',
      '100',
      '--seed',
      '2',
      '--format',
      'csv',
    )
    expect(code).toBe(0)
    const [head, ...rows] = out
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    expect(head).toEqual(
      expect.arrayContaining(['row', 'layer', 'class', 'estimateLowM2', 'lowM2', 'highM2', 'minM2', 'maxM2']),
    )
    const plan = rows.find((row) => row[0] === 'area' && row[2] === 'plan')!
    const value = (name: string) => Number(plan[head!.indexOf(name)])
    expect(value('minM2')).toBeLessThan(value('lowM2'))
    expect(value('highM2')).toBeLessThan(value('maxM2'))
    expect(new Set(rows.map(([row]) => row))).toContain('not attributable')
  })

  test('When the band cannot be used, then the reason is told', async () => {
    const { code, err } = await basilia('uncertainty', 'basilia-city', '--band', 'wide')
    expect(code).toBe(2)
    expect(err).toContain('--band cannot be "wide"')
  })
})
