import type { AttributeValue } from '../geometry/shapes.ts'

/** The ids of the sources that a feature names in the text of its cell, separated by semicolons, each once and in order. */
export const featureSources = (value: AttributeValue | undefined): string[] =>
  [...new Set(String(value ?? '').split(';').map((id) => id.trim()))].filter((id) => id !== '').toSorted(byText)

/** One text for one set of sources. */
export const sourcesKey = (ids: readonly string[]): string => ids.toSorted(byText).join(';')

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
