import type { LayerClass } from './layer.ts'

type Named = Pick<LayerClass, 'widely' | 'widelyBy'>

/** Of the sources of a class those that name its ground itself, and not only a larger place that it may be part of. */
export const strictSources = ({ widely, widelyBy = [] }: Named, sources: readonly string[]): string[] =>
  widely ? [] : sources.filter((id) => !widelyBy.includes(id))
