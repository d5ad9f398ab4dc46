import { note } from '../result/note.ts'
import type { Layer, LayerClass } from './layer.ts'

/**
 * The classes and notes of a layer without what nobody can have agreed on: `agreed`, typed where neither classes nor features
 * name any source, goes, and a note names the classes.
 */
export function withoutTypedAgreement({
  name,
  sourcesField,
  classes,
  notes,
}: Pick<Layer, 'name' | 'sourcesField' | 'classes' | 'notes'>): {
  readonly classes: LayerClass[]
  readonly notes: Layer['notes']
} {
  const isTyped = ({ confidence, sources = [] }: LayerClass): boolean => confidence === 'agreed' && sources.length === 0
  const typed =
    sourcesField === undefined && !classes.some(({ sources = [] }) => sources.length > 0) ? classes.filter(isTyped) : []
  if (typed.length === 0) return { classes, notes }
  const stated = classes.map((own) => {
    const { confidence: _confidence, ...rest } = own
    return isTyped(own) ? rest : own
  })
  const found = note('confidence-not-stated', { layer: name, classes: typed.map((own) => own.class ?? '∅').join('; ') })
  return { classes: stated, notes: [...notes, { ...found, layer: name }] }
}
