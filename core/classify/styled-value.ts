import type { SuggestedClass } from '../model/layer.ts'

/** What a style draws one value or several with. */
export type StyledValue = {
  readonly values: readonly (string | null)[]
  readonly label: string
} & Pick<SuggestedClass, 'color' | 'pattern'>

/** What was found in a style: the field, its values as they stand there, and the labels of what stands for all others. */
export type FoundStyle =
  | { readonly field: string; readonly styled: readonly StyledValue[]; readonly others: readonly string[] }
  | { readonly reason: string }
