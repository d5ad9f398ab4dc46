import type { Attributes } from '../geometry/shapes.ts'

/** Text values by which a reader sees whether the encoding is right: first those that are not plain ASCII. */
export function sampleTexts(rows: readonly Attributes[], most: number): string[] {
  const texts = new Set<string>()
  for (const row of rows) {
    for (const value of Object.values(row)) if (typeof value === 'string' && /\p{L}/u.test(value)) texts.add(value)
    if (texts.size > 500) break
  }
  const isForeign = (text: string): boolean => /[^\u0020-\u007e]/.test(text)
  return [...texts].sort((a, b) => Number(isForeign(b)) - Number(isForeign(a))).slice(0, most)
}
