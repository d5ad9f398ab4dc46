import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import { inks } from '../../../core/sheet/paper.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'

/** As QGIS numbers the places of a label: round a point, along a line, across ground. */
const placements = { point: 0, line: 2, polygon: 1 } as const
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`

/** The names of features as QGIS sets them on its map: in the language, in English where a feature has none in it. */
export function layerLabels(
  labels: NonNullable<ExportLayer['labels']>,
  kind: ExportLayer['kind'],
  language: Language,
): Svg {
  const own = textIn(language, labels)
  const isExpression = own !== labels.en
  const buffer = element('text-buffer', {
    bufferDraw: 1,
    bufferColor: inks.paper,
    bufferSize: 0.8,
    bufferSizeUnits: 'MM',
    bufferOpacity: 1,
  })
  const style = element(
    'text-style',
    {
      fieldName: isExpression ? `coalesce(nullif(${quoted(own)}, ''), ${quoted(labels.en)})` : labels.en,
      isExpression: Number(isExpression),
      fontFamily: 'IBM Plex Sans Arabic',
      fontSize: 8,
      fontSizeUnit: 'Point',
      textColor: inks.ink,
      textOpacity: 1,
      multilineHeight: 1,
    },
    buffer,
  )
  const format = element('text-format', { autoWrapLength: 18, useMaxLineLengthForAutoWrap: 1, multilineAlign: 1 })
  const placement = element('placement', { placement: placements[kind], priority: 5 })
  const rendering = element('rendering', { drawLabels: 1, obstacle: 1, fontMaxPixelSize: 10_000, maxNumLabels: 2000 })
  return element(
    'labeling',
    { type: 'simple' },
    element('settings', { calloutType: 'simple' }, style, format, placement, rendering),
  )
}
