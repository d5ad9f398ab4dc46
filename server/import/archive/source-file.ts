import type { NamedBytes, NamedPositions } from '../record/imported.ts'

/** A file to read with what is known of it. */
export type SourceFile = {
  /** The layer's name, where the format does not give it one. */
  readonly name: string
  readonly file: NamedBytes
  /** The file beside it that has its name and this ending. */
  readonly beside: (ending: string) => NamedBytes | undefined
  /** The files in it, where it is a folder. */
  readonly within: readonly NamedBytes[]
  readonly encoding: string | undefined
  /** The name of the layer that is asked for. */
  readonly requested: string | undefined
  /** The columns that say where the rows of a table lie, where somebody says which. */
  readonly positions?: NamedPositions | undefined
  /** From which value on the ground of a raster counts, where somebody says so. */
  readonly threshold?: number | undefined
}
