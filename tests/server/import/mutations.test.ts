import { expect, test } from 'vitest'
import { mutatedFiles } from '../../../bench/mutations/mutated-file.ts'
import { seedsOf } from '../../../bench/mutations/seeds.ts'
import { inspectFiles } from '../../../server/import/inspection.ts'
import { expectSentence } from './reading.ts'

/** The first mutations of `npm run bench -- mutations`: about a thousand over all formats. */
const each = 70

test.each(Object.keys(seedsOf))('damaged files are read or refused in words: %s', async (format) => {
  const seeds = await seedsOf[format]!()
  for (const { files } of seeds) expect((await inspectFiles(files)).ok).toBe(true)
  for (let number = 0; number < each; number++) {
    const seen = await inspectFiles(mutatedFiles(seeds[number % seeds.length]!.files, number))
    if (!seen.ok) expectSentence(seen.problem)
    else JSON.stringify(seen.value)
  }
})
