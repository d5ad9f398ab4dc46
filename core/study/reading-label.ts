import { say } from '../words/say.ts'
import type { Text } from './text.ts'

/** What a reading is called: how many of the sources that speak of the party name its ground. */
export function readingLabel({ atLeast, of }: { readonly atLeast: number; readonly of: number }): Text {
  const key = of === 1 ? 'reading.one-source' : atLeast === of ? 'reading.all-sources' : atLeast === 1 ? 'reading.any-source' : 'reading.some-sources'
  const values = { atLeast, of }
  return { en: say('en', key, values), ar: say('ar', key, values) }
}
