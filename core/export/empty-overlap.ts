import { inks } from '../sheet/paper.ts'
import type { ExportLayer } from './export-layer.ts'
import { both } from './field.ts'
import { areaFields } from './overlap-layer.ts'

/** The overlap of a plan without an outline: no feature, and a word why. */
export const emptyOverlap = (): ExportLayer => ({
  name: 'overlap',
  title: both('export.layer.overlap'),
  description: both('told.not-measured'),
  kind: 'polygon',
  fields: areaFields(false),
  features: [],
  look: {
    field: null,
    categories: [
      { value: null, label: both('export.layer.overlap'), styles: [{ line: { color: inks.ink, widthMm: 0.6 } }] },
    ],
  },
})
