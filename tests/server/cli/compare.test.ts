import { describe, expect, test } from 'vitest'
import { comparisonSchema } from '../../../server/routes/answer-schemas.ts'
import { basilia } from './running-command.ts'

describe('basilia compare', () => {
  test('sets studies side by side in the measures each has on its own', async () => {
    const { code, out } = await basilia('compare', 'basilia-city', 'darayya', 'marota-city', '--format', 'json')
    expect(code).toBe(0)
    const { studies } = comparisonSchema.parse(JSON.parse(out))
    expect(studies.map(({ id }) => id)).toEqual(['basilia-city', 'darayya', 'marota-city'])
    const alone = JSON.parse((await basilia('measure', 'darayya', '--format', 'json')).out)
    expect(studies[1]).toMatchObject({ plan: alone.plan, layers: alone.layers })
  })

  test('as a table and as CSV it names every study', async () => {
    for (const format of ['table', 'csv']) {
      const { code, out } = await basilia('compare', 'basilia-city', 'darayya', '--format', format)
      expect(code).toBe(0)
      for (const id of ['basilia-city', 'darayya']) expect(out).toContain(id)
    }
  })
})
