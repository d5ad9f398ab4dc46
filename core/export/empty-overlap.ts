import { translateInEach } from '../i18n/translate.ts'
import { inks } from '../sheet/paper.ts'
import type { ExportLayer } from './export-layer.ts'
import { areaFields } from './overlap-layer.ts'

/** The overlap of a plan without an outline: no feature, and a word why. */
export const emptyOverlap = (): ExportLayer => ({
  name: 'overlap',
  title: translateInEach('export.layer.overlap'),
  description: translateInEach('told.not-measured'),
  kind: 'polygon',
  fields: areaFields(false),
  features: [],
  symbology: {
    field: null,
    categories: [
      {
        value: null,
        label: translateInEach('export.layer.overlap'),
        styles: [{ line: { color: inks.ink, widthMm: 0.6 } }],
      },
    ],
  },
})
