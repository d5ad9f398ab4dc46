import type { AttributeValue, Features } from '../geometry/shapes.ts'
import { problem, type Problem } from '../result/problem.ts'
import type { Layer } from './layer.ts'
import { sourceOf, type Source } from './sources.ts'

/** The ids of the sources that a feature names in the text of its cell, separated by semicolons, each once and in order. */
export const featureSources = (value: AttributeValue | undefined): string[] =>
  [
    ...new Set(
      String(value ?? '')
        .split(';')
        .map((id) => id.trim()),
    ),
  ]
    .filter((id) => id !== '')
    .toSorted(byText)

/** The first feature that names a source which is not among `sources`, by its number; `null` where all are known. */
export function unknownSource(
  { name, sourcesField }: Pick<Layer, 'name' | 'sourcesField'>,
  { attributes }: Features,
  sources: readonly Source[],
): Problem | null {
  if (sourcesField === undefined) return null
  for (const [i, row] of attributes.entries()) {
    const source = featureSources(row[sourcesField]).find((id) => !sourceOf(sources, id))
    if (source !== undefined)
      return problem('feature-source-unknown', { layer: name, feature: i + 1, field: sourcesField, source })
  }
  return null
}

/** One text for one set of sources. */
export const sourcesKey = (ids: readonly string[]): string => ids.toSorted(byText).join(';')

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
