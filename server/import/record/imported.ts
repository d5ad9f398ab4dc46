import type { Extent, Features } from '../../../core/geometry/shapes.ts'
import type { Language } from '../../../core/i18n/languages.ts'
import type { Note } from '../../../core/result/note.ts'
import type { CrsCandidate } from '../../../core/crs/candidates.ts'
import type { EncodingReading, FieldDescription } from '../../../core/layers/inspection.ts'
import type { SuggestedClassification, CrsRecord, Stated } from '../../../core/model/layer.ts'

/** Columns by their names: of east or longitude, and of north or latitude. */
export type NamedPositions = { readonly x: string; readonly y: string }

/** What the user says of a file that the file does not say itself, or says wrongly. */
export type ImportOptions = {
  /** A code such as "EPSG:22770". */
  readonly crs?: string | undefined
  readonly encoding?: string | undefined
  /** The layer of a file that holds several. */
  readonly sublayer?: string | undefined
  /** Only features whose field has the value. */
  readonly where?: Readonly<Record<string, string>> | undefined
  /** The columns of a table that say where its rows lie. */
  readonly positions?: NamedPositions | undefined
  /** From which value on the ground of a raster of probabilities or degrees counts. */
  readonly threshold?: number | undefined
  /** The ground that the study is about, to rank candidates for an unknown coordinate system by. */
  readonly near?: Extent | undefined
}

/** One layer of a file, its features in WGS 84. */
export type ImportedLayer = {
  readonly name: string
  /** In WGS 84 where `crs` is known; as they stand in the file where it is `null`. */
  readonly features: Features
  readonly evenOdd: 'polygon' | 'feature'
  /** Rings that do not return to their first point, by their number among the parts of the shapes. */
  readonly openParts: readonly number[]
  /** Number of each feature in its file, from 1. */
  readonly featureNumbers: Uint32Array
  readonly fields: readonly FieldDescription[]
  /** `null` where the file does not say and nobody else has. */
  readonly crs: CrsRecord | null
  readonly candidates: readonly CrsCandidate[]
  readonly encoding: string | null
  readonly stated: Stated
  readonly readings: readonly EncodingReading[]
  /** Classes that the file gives outside its values, to be taken where they are asked for. */
  readonly offers: readonly SuggestedClassification[]
  readonly remark?: Record<Language, string> | undefined
  /** Side of a cell, where it was a raster: its lines are known no better. */
  readonly cellM?: number | undefined
  readonly notes: readonly Note[]
}

/** A file as it was dropped, chosen or named: its name and its bytes. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array }
