import { textIn } from '../model/text.ts'
import { inEachLanguage, translateInEach, semicolon } from '../i18n/translate.ts'
import type { Geometry } from 'geojson'
import { geoJsonFromFeatures } from '../geometry/geojson.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { overlapGround } from '../overlay/overlap-ground.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import type { ClassStyle } from '../sheet/class-style.ts'
import { byName } from '../classify/classes.ts'
import type { Measurable } from '../measure/measurable.ts'
import { overlayLayerByFeature, overlayLayerOf, type MeasuredLayer } from '../measure/measured-layer.ts'
import type { ClassName, Interval, Measurement } from '../model/measurement.ts'
import { groundKey, sumOf } from '../measure/overlay-cells.ts'
import type { StyleOf } from './class-styles.ts'
import { attributesOfContributors } from './contributors.ts'
import { rounded, roundedGeometry, type Category, type ExportLayer } from './export-layer.ts'
import { type Field } from './field.ts'
import type { ChosenFields } from './leaving-fields.ts'
import { uniqueNames } from './unique-names.ts'

/** What becomes one feature: ground under one combination of classes, or under one set of features of the layers. */
export type PiecesBy = 'combination' | 'feature'

export const areaMethod = 'WGS 84 ellipsoid; edges straight in longitude/latitude'

type Piece = Interval & {
  /** Of each zone layer. */
  readonly classes: readonly (readonly ClassName[])[]
  /** Of each zone layer, numbers of its features; only by feature. */
  readonly contributors: readonly (readonly number[])[] | null
  readonly areaM2: number
  readonly geometry: Geometry | null
}

/**
 * The plan's ground as polygons inside the plan, uncovered ground included: they partition the plan. Throws where their
 * areas do not add up to the measurement's: that is a fault of ours and must never become a file.
 */
export function overlapLayer(
  ground: Measurable,
  measurement: Measurement,
  piecesBy: PiecesBy,
  styleOf: StyleOf,
  chosen: ChosenFields = [],
  work: TaskContext = {},
): ExportLayer {
  const pieces = piecesBy === 'combination' ? byCombination(ground, measurement, work) : byFeature(ground, work)
  const planM2 = measurement.plan.areaM2
  const sumM2 = sumOf(pieces.map(({ areaM2 }) => areaM2))
  if (Math.abs(sumM2 - planM2) > 1e-7 * planM2)
    throw new Error(`the pieces add up to ${sumM2} m2, the plan is ${planM2} m2`)
  const { zones } = ground
  const hasInterval = pieces.some(({ low }) => low !== undefined)
  const names = uniqueNames(
    zones.map(({ layer }) => layer.name),
    ownNames,
  )
  const contributors = piecesBy === 'feature' ? attributesOfContributors(zones, [...ownNames, ...names], chosen) : null
  const fields: Field[] = [
    {
      name: 'nr',
      type: 'integer',
      title: translateInEach('export.field.nr'),
      description: translateInEach('export.about.nr'),
    },
    ...zones.map(({ layer: { title, name: layer } }, i): Field => {
      return { name: names[i]!, type: 'text', title, description: translateInEach('export.about.classes', { layer }) }
    }),
    ...(contributors?.fields ?? []),
    { name: 'label_en', type: 'text', title: translateInEach('export.field.label_en') },
    { name: 'label_ar', type: 'text', title: translateInEach('export.field.label_ar') },
    ...areaFields(hasInterval),
  ]
  const labels = pieces.map(({ classes }) => labelOf(zones, classes, styleOf))
  return {
    name: 'overlap',
    title: translateInEach('export.layer.overlap'),
    description: translateInEach(piecesBy === 'combination' ? 'export.about.overlap' : 'export.about.pieces'),
    kind: 'polygon',
    fields,
    features: pieces.map((piece, i) => ({
      type: 'Feature',
      properties: {
        nr: i + 1,
        ...Object.fromEntries(zones.map((_, zone) => [names[zone]!, classText(piece.classes[zone]!)])),
        ...contributors?.valuesOf(piece.contributors!),
        label_en: labels[i]!.en,
        label_ar: labels[i]!.ar ?? labels[i]!.en,
        ...areaValues(piece, planM2, hasInterval),
      },
      geometry: piece.geometry,
    })),
    symbology: {
      field: 'nr',
      categories: pieces.map(({ classes }, i): Category => {
        return { value: i + 1, label: labels[i]!, styles: stylesOf(zones, classes, styleOf) }
      }),
    },
  }
}

const ownNames = [
  'nr',
  'label_en',
  'label_ar',
  'areaM2',
  'areaHa',
  'shareOfPlan',
  'lowM2',
  'highM2',
  'shareLow',
  'shareHigh',
  'area_method',
]

/** The fields that say how large a polygon of ours is. */
export const areaFields = (hasInterval: boolean): Field[] => [
  {
    name: 'areaM2',
    type: 'number',
    unit: 'm2',
    title: translateInEach('sheet.column.areaM2'),
    description: translateInEach('export.about.areaM2'),
  },
  { name: 'areaHa', type: 'number', unit: 'ha', title: translateInEach('sheet.column.areaHa') },
  {
    name: 'shareOfPlan',
    short: 'share_plan',
    type: 'number',
    unit: '1',
    title: translateInEach('sheet.column.share'),
    description: translateInEach('export.about.share'),
  },
  ...(hasInterval
    ? ([
        {
          name: 'lowM2',
          type: 'number',
          unit: 'm2',
          title: translateInEach('sheet.column.lowM2'),
          description: translateInEach('export.about.low'),
        },
        {
          name: 'highM2',
          type: 'number',
          unit: 'm2',
          title: translateInEach('sheet.column.highM2'),
          description: translateInEach('export.about.high'),
        },
        {
          name: 'shareLow',
          type: 'number',
          unit: '1',
          title: translateInEach('sheet.column.shareLow'),
          description: translateInEach('export.about.low'),
        },
        {
          name: 'shareHigh',
          type: 'number',
          unit: '1',
          title: translateInEach('sheet.column.shareHigh'),
          description: translateInEach('export.about.high'),
        },
      ] as const)
    : []),
  { name: 'area_method', short: 'method', type: 'text', title: translateInEach('export.field.area_method') },
]

const areaValues = (
  { areaM2, low, high, shareLow, shareHigh }: Interval & { readonly areaM2: number },
  planM2: number,
  hasInterval: boolean,
) => ({
  areaM2: rounded(areaM2),
  areaHa: rounded(areaM2 / 10_000),
  shareOfPlan: rounded(areaM2 / planM2),
  ...(hasInterval
    ? {
        lowM2: roundedOrNull(low),
        highM2: roundedOrNull(high),
        shareLow: roundedOrNull(shareLow),
        shareHigh: roundedOrNull(shareHigh),
      }
    : {}),
  area_method: areaMethod,
})

const roundedOrNull = (value: number | undefined): number | null => (value === undefined ? null : rounded(value))

/** The measurement's combinations in its order, each with its ground. */
function byCombination({ plan, zones }: Measurable, { combinations }: Measurement, work: TaskContext): Piece[] {
  const classesOf = combinations.map(({ classes }) => zones.map(({ layer }) => classes[layer.name]!))
  const numberOf = new Map(classesOf.map((classes, number) => [JSON.stringify(classes), number]))
  const { ground } = overlapGround(
    [planAsOne(plan.features.shapes), ...zones.map(overlayLayerOf)],
    (classes) => {
      const named = zones.map(({ names }, zone) => classes[zone + 1]!.map((place) => names[place]!).sort(byName))
      const number = numberOf.get(JSON.stringify(named))
      return number === undefined ? [] : [number]
    },
    {},
    work,
  )
  const geometries = geometriesOf(ground.shapes, combinations.length)
  return combinations.map(({ areaM2, low, high }, number) => ({
    classes: classesOf[number]!,
    contributors: null,
    areaM2,
    ...(low === undefined || high === undefined ? {} : { low, high }),
    geometry: geometries[number]!,
  }))
}

/** Ground under one and the same features, largest first. */
function byFeature({ plan, zones }: Measurable, work: TaskContext): Piece[] {
  const sets: (readonly (readonly number[])[])[] = []
  const numberOf = new Map<string, number>()
  const layers = zones.map(({ features, classOfFeature }) => {
    const layer = overlayLayerByFeature(features)
    return {
      ...layer,
      polygonClass: layer.polygonClass.map((feature) => (classOfFeature[feature]! < 0 ? -1 : feature)),
    }
  })
  const { ground } = overlapGround(
    [planAsOne(plan.features.shapes), ...layers],
    (classes) => {
      const contributors = classes.slice(1)
      const key = groundKey(contributors)
      const known = numberOf.get(key)
      if (known !== undefined) return [known]
      numberOf.set(key, sets.length)
      return [sets.push(contributors) - 1]
    },
    {},
    work,
  )
  const areas: number[][] = sets.map(() => [])
  for (const [polygon, areaM2] of ground.areasM2.entries()) areas[ground.shapes.polygonFeature[polygon]!]!.push(areaM2)
  const geometries = geometriesOf(ground.shapes, sets.length)
  return sets
    .map((contributors, number): Piece => ({
      classes: zones.map(({ names, classOfFeature }, zone) =>
        [...new Set(contributors[zone]!.map((feature) => names[classOfFeature[feature]!]!))].sort(byName),
      ),
      contributors,
      areaM2: sumOf(areas[number]!),
      geometry: geometries[number]!,
    }))
    .filter(({ geometry }) => geometry !== null)
    .sort((a, b) => b.areaM2 - a.areaM2 || (groundKey(a.contributors!) < groundKey(b.contributors!) ? -1 : 1))
}

const planAsOne = (shapes: Shapes) => ({
  shapes,
  polygonClass: new Int32Array(shapes.polygonFeature.length),
  classCount: 1,
})

function geometriesOf(shapes: Shapes, count: number): (Geometry | null)[] {
  const collection = geoJsonFromFeatures({ shapes, attributes: Array.from({ length: count }, () => ({})) })
  return collection.features.map(({ geometry }) => geometry && roundedGeometry(geometry))
}

/** The classes over a piece as text; `null` where the layer says nothing, "∅" where the class value is empty. */
const classText = (classes: readonly ClassName[]): string | null =>
  classes.length === 0 ? null : classes.map((name) => name ?? '∅').join(' + ')

function labelOf(
  zones: readonly MeasuredLayer[],
  classes: Piece['classes'],
  styleOf: StyleOf,
): { en: string; ar: string } {
  const labels = zones.flatMap(({ layer }, zone) => {
    const names = classes[zone]!
    return names.length === 0 ? [] : [names.map((name) => styleOf(layer.id, name).label)]
  })
  const bare = translateInEach('export.bare')
  return inEachLanguage(
    (language) =>
      labels.map((parts) => parts.map((label) => textIn(language, label)).join(' + ')).join(semicolon(language)) ||
      textIn(language, bare),
  )
}

const stylesOf = (zones: readonly MeasuredLayer[], classes: Piece['classes'], styleOf: StyleOf): ClassStyle[] =>
  zones.flatMap(({ layer }, zone) => classes[zone]!.map((name) => styleOf(layer.id, name).style))
