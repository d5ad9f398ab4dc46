import { expect, test } from 'vitest'
import type { Study } from '../../../../core/model/study.ts'
import { done } from '../../../../core/result/outcome.ts'
import { keepValues } from '../../../../server/store/kept-values.ts'
import { keepMeasurements } from '../../../../server/http/loading/measuring.ts'
import type { Store } from '../../../../server/store/store.ts'
import type { TaskRunner } from '../../../../server/workers/tasks.ts'

test('a measurement that is asked for again and again is made once, whatever is asked for beside it', async () => {
  const made: unknown[] = []
  const runner = {
    run: async (_name: string, { request }: { request: { seed?: number } }) => {
      made.push(request.seed)
      return done({})
    },
  } as unknown as TaskRunner
  const measuring = keepMeasurements({} as Store, runner, { databaseUrl: null, databaseNodes: [] })
  const study = { id: 'a', layers: [] } as unknown as Study
  for (let seed = 1; seed <= 100; seed++) {
    await measuring.measure(study, { seed: 0 }, {})
    await measuring.measure(study, { seed }, {})
  }
  expect(made.filter((seed) => seed === 0)).toHaveLength(1)
  expect(made).toHaveLength(101)
})

test('values are kept up to so many bytes, those asked for last; a large one is not', () => {
  const kept = keepValues((text: string) => text.length, 100)
  for (const key of ['a', 'b', 'c', 'd']) kept.keep(key, key.repeat(25))
  expect(kept.find('a')).toBe('a'.repeat(25))
  kept.keep('e', 'e'.repeat(25))
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => kept.find(key) !== undefined)).toEqual(['a', 'c', 'd', 'e'])
  kept.keep('large', 'l'.repeat(26))
  expect(kept.find('large')).toBeUndefined()
})
