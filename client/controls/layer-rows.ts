import type { Attributes } from '../../core/geometry/shapes.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { PageState } from '../state/page-state.ts'
import { fieldValues, type FieldValues } from './field-values.ts'

type Rows = Pick<PageState, 'features' | 'fields'>

/** The attributes of a layer as far as the page has them: all, of a large layer the first thousand; none until they are there. */
export const rowsOf = ({ features, fields }: Rows, { id }: Pick<Layer, 'id'>): readonly Attributes[] =>
  features.get(id)?.features.attributes ?? fields.get(id)?.rows ?? []

/** Every field of a layer with the values that it has, counted over all of its features. */
export function fieldsOf({ features, fields }: Rows, { id }: Pick<Layer, 'id'>): readonly FieldValues[] {
  const loaded = features.get(id)
  return loaded ? fieldValues(loaded.features.attributes) : (fields.get(id)?.fields ?? [])
}
