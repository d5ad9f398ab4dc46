import type { Position } from 'geojson'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { SheetInput } from '../../../core/sheet/sheet.ts'
import { layoutVersion, defaultLayout, readSheetLayout, type SheetLayout } from '../../../core/sheet/sheet-layout.ts'
import type { Font } from '../../../core/sheet/text.ts'
import { mmOfPoints } from '../../../core/sheet/paper.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { studySchema, type Study } from '../../../core/model/study.ts'

/** Letters of one width, so that a test can reckon what fits. */
export const evenFont: Font = {
  widthMm: (text, sizePt) => Array.from(text).length * mmOfPoints(sizePt) * 0.5,
  draws: (character) => character.codePointAt(0)! < 0x2e80,
}

export const middle = [36.28, 33.48] as const

/** A closed ring of a rectangle, in thousandths of a degree from the middle. */
export const rectangle = (west: number, south: number, east: number, north: number): Position[] =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([lon, lat]) => [middle[0] + lon! / 1000, middle[1] + lat! / 1000])

export const polygons = (
  parts: readonly { rings: Position[][]; properties?: Record<string, string | null> }[],
): Features =>
  featuresFromGeoJson(
    {
      type: 'FeatureCollection',
      features: parts.map(({ rings, properties }) => ({
        type: 'Feature',
        properties: properties ?? {},
        geometry: { type: 'Polygon', coordinates: rings },
      })),
    },
    'polygon',
  )

const source = {
  id: 'enab-baladi',
  title: { en: 'The Factional Rift Finalizes the File of Eastern Qalamun' },
  publisher: { en: 'Enab Baladi English' },
  url: 'https://english.enabbaladi.net',
  date: '2018-04-22',
  licence: 'CC BY 4.0',
}

export const layerRecord = (layer: Partial<Layer> & Pick<Layer, 'id' | 'role'>): Record<string, unknown> => ({
  name: layer.id,
  title: { en: layer.id },
  file: `layers/${layer.id}.geojson`,
  geometryType: 'polygon',
  crs: { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 },
  features: 1,
  extent: null,
  sha256: '0'.repeat(64),
  source: source.id,
  ...layer,
})

export const exampleStudy = (change: Record<string, unknown> = {}): Study =>
  studySchema.parse({
    schema: 'basilia-study/2',
    id: 'basilia-city',
    title: { en: 'Basilia City', ar: 'باسيليا سيتي' },
    revision: 1,
    asOf: '2018-04-21',
    plan: { layer: 'plan', name: { en: 'Basilia City', ar: 'باسيليا سيتي' } },
    headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } },
    layers: [
      layerRecord({ id: 'plan', role: 'plan', title: { en: 'Plan', ar: 'المخطط' }, schematic: true, accuracyM: 100 }),
      layerRecord({
        id: 'control',
        role: 'control',
        title: { en: 'Control', ar: 'السيطرة' },
        date: '2018-04-21',
        classField: 'held',
        schematic: true,
        accuracyM: 150,
        classes: [
          {
            class: 'ISIS',
            values: ['ISIS'],
            label: { en: 'ISIS', ar: 'تنظيم الدولة' },
            color: '#282727',
            pattern: 'dots',
            party: 'ISIS',
            confidence: 'agreed',
          },
          {
            class: 'ISIS, some sources',
            values: ['some'],
            label: { en: 'ISIS, some sources', ar: 'تنظيم الدولة، بعض المصادر' },
            color: '#282727',
            pattern: 'diagonal',
            party: 'ISIS',
            confidence: 'some-sources',
          },
          {
            class: 'Government',
            values: ['Government'],
            label: { en: 'Government', ar: 'الحكومة' },
            color: '#C92610',
            pattern: 'solid',
          },
        ],
      }),
      layerRecord({
        id: 'shelling',
        role: 'shelling',
        title: { en: 'Reported shelled', ar: 'ورد قصفه' },
        date: '2018-04-20',
      }),
      layerRecord({
        id: 'units',
        role: 'units',
        title: { en: 'Neighbourhoods', ar: 'الأحياء' },
        labelField: { en: 'en', ar: 'ar' },
      }),
    ],
    published: [{ id: 'published-1', measure: 'areaM2', value: 9_000_000, date: '2018-03', source: source.id }],
    sources: [source],
    ...change,
  })

export const exampleFeatures = (): Map<string, Features> =>
  new Map([
    ['plan', polygons([{ rings: [rectangle(-16, -13, 16, 13)] }])],
    [
      'control',
      polygons([
        { rings: [rectangle(-40, -40, 0, 40)], properties: { held: 'Government' } },
        { rings: [rectangle(0, -40, 40, 0)], properties: { held: 'ISIS' } },
        { rings: [rectangle(0, 0, 40, 40)], properties: { held: 'some' } },
      ]),
    ],
    ['shelling', polygons([{ rings: [rectangle(4, -30, 30, 4)] }])],
    [
      'units',
      polygons([
        { rings: [rectangle(-16, -13, 0, 13)], properties: { en: 'Al Lawan', ar: 'اللوان' } },
        { rings: [rectangle(0, -13, 16, 13)], properties: { en: 'Qadam Sharqi', ar: 'القدم الشرقي' } },
      ]),
    ],
  ])

const planM2 = 8_576_000

const share = (part: number) => ({ areaM2: planM2 * part, share: part })

export const exampleMeasurement = (change: Partial<Measurement> = {}): Measurement => ({
  schema: 'basilia-measurement/1',
  at: '2018-04-21',
  atFrom: 'study',
  plan: { name: 'Basilia City', features: 1, areaM2: planM2 },
  claimed: [],
  layers: [
    {
      name: 'control',
      layer: 'control',
      role: 'control',
      date: '2018-04-21',
      classes: [
        { class: 'ISIS', ...share(0.25) },
        { class: 'ISIS, some sources', ...share(0.25) },
        { class: 'Government', ...share(0.5) },
      ],
      groups: [
        { party: null, agreed: share(0.75), all: share(1) },
        { party: 'ISIS', agreed: share(0.25), all: share(0.5) },
      ],
      multipleM2: 0,
      uncoveredM2: 0,
    },
    {
      name: 'shelling',
      layer: 'shelling',
      role: 'shelling',
      date: '2018-04-20',
      classes: [{ class: 'shelling', ...share(0.2) }],
      groups: [{ party: null, agreed: share(0.2), all: share(0.2) }],
      multipleM2: 0,
      uncoveredM2: planM2 * 0.8,
    },
  ],
  combinations: [
    { classes: { control: ['Government'], shelling: [] }, ...share(0.5) },
    { classes: { control: ['ISIS, some sources'], shelling: [] }, ...share(0.25) },
    { classes: { control: ['ISIS'], shelling: ['shelling'] }, ...share(0.2) },
    { classes: { control: ['ISIS'], shelling: [] }, ...share(0.05) },
  ],
  reconciliation: { residualM2: 0 },
  method: { ellipsoid: 'WGS 84', edges: 'straight in longitude/latitude', engine: 'basilia 0.1.0' },
  notes: [],
  ...change,
})

export const exampleInput = (change: Partial<SheetInput> = {}): SheetInput => ({
  study: exampleStudy(),
  features: exampleFeatures(),
  measurement: exampleMeasurement(),
  language: 'en',
  layout: defaultLayout,
  hash: '0123456789abcdef'.repeat(4),
  font: evenFont,
  ...change,
})

/** A layout with what is said of it. */
export function layoutOf(said: Record<string, unknown>): SheetLayout {
  const read = readSheetLayout({ schema: layoutVersion, ...said })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
