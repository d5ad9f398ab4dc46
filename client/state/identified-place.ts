import type { Identified } from '../../core/measure/identify.ts'

/** The place that the reader asks about, and what the layers say of it; `null` until they have. */
export type IdentifiedPlace = { readonly lon: number; readonly lat: number; readonly said: Identified | null }
