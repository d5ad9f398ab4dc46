import type { Geometry } from 'geojson'
import type { Extent } from '../../core/geometry/shapes.ts'
import type { PageState } from './page-state.ts'

/** Shapes of a file in degrees, as a first look shows them before it has joined, and where they lie. */
export type Preview = { readonly shapes: readonly Geometry[]; readonly extent: Extent }

const none: readonly Preview[] = []

/** What of the files that are sent, or asked about, is seen already. */
export function previewsOf({ upload, loadForm }: Pick<PageState, 'upload' | 'loadForm'>): readonly Preview[] {
  if (upload.phase === 'sending') return upload.preview ? [upload.preview] : none
  return loadForm?.rows.flatMap(({ phase, preview }) => (phase === 'loaded' || !preview ? [] : [preview])) ?? none
}
