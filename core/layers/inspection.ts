import type { CrsCandidate } from '../crs/candidates.ts'
import type { Note } from '../result/note.ts'
import type { Extent, Shapes } from '../geometry/shapes.ts'
import type { DamageReadings } from '../classify/damage-readings.ts'
import type { SuggestedClassification, Stated } from '../model/layer.ts'
import type { ReadingRow } from './reading-record.ts'
import type { ValueCount } from '../classify/value-counts.ts'
import type { ValidityReport } from '../geometry-check/fault.ts'

export type FieldDescription = {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean' | 'date'
  readonly samples: readonly string[]
  /** Values with their counts, most frequent first, where there are at most 200. */
  readonly values?: readonly ValueCount[]
}

/** How the texts of a table read in one encoding: the first that shows it, and how much they read like words. */
export type EncodingReading = { readonly encoding: string; readonly text: string; readonly likelihood: number }

/** What a file shows of itself while its coordinate system is asked for. */
export type ImportEvidence = {
  readonly features: number
  readonly geometryType: Shapes['kind']
  /** Of its coordinates as they stand in the file: least x, least y, greatest x, greatest y. */
  readonly box: Extent | null
  readonly encoding: string | null
  readonly stated: Stated
  readonly evenOdd: 'polygon' | 'feature'
  /** Likeliest first; empty where the encoding is not in doubt. */
  readonly readings: readonly EncodingReading[]
  readonly samples: readonly string[]
  readonly notes: readonly Note[]
}

/** A field; one that may hold damage codes with what each reading of them comes to. */
export type InspectedField = FieldDescription & { readonly damageReadings?: DamageReadings }

/** What reading alone finds in one layer of a file, before anything of it is measured. */
export type FoundLayer = {
  readonly name: string
  readonly geometryType: 'polygon' | 'line' | 'point'
  readonly features: number
  readonly crs: {
    readonly code: string | null
    readonly name: string | null
    readonly operation: string | null
    readonly accuracyM: number | null
    readonly shiftM: number | null
    readonly candidates: readonly CrsCandidate[]
  }
  readonly encoding: string | null
  readonly stated: Stated
  readonly evenOdd: 'polygon' | 'feature'
  /** How its texts read in the encodings that were weighed, where the file does not state one that holds. */
  readonly readings: readonly EncodingReading[]
  readonly fields: readonly InspectedField[]
  /** Classes that the file gives in folders, colours, drawing layers or styles. */
  readonly offers: readonly SuggestedClassification[]
  readonly extent: Extent | null
  readonly notes: readonly Note[]
}

/** What an import found in one layer of a file: the answer of `basilia inspect`. */
export type InspectedLayer = FoundLayer & {
  /** The ground of all features, counted once as `measure` counts it, each polygon by the even-odd rule. Square metres. */
  readonly areaM2: number | null
  /** Where features overlap: their own areas added up, so that ground in several of them counts in each. Square metres. */
  readonly sumOfFeaturesM2?: number
  /** What is wrong with its geometry; `null` where the coordinate system is not known. */
  readonly validity: ValidityReport | null
  /** What was believed of the file, and why. */
  readonly record: readonly ReadingRow[]
}

export type Inspection = { readonly layers: readonly InspectedLayer[] }
