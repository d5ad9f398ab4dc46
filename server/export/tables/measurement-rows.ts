import type {
  ClassArea,
  ClassesByLayer,
  ClassName,
  FeatureMeasurement,
  Interval,
  LayerMeasurement,
  Measurement,
} from '../../../core/model/measurement.ts'
import { uncoveredRows } from '../../../core/answer/hold-ended-text.ts'
import { isReported } from '../../../core/model/outline.ts'
import { semicolon, type Language } from '../../../core/i18n/translate.ts'
import type { LastReport, TableRow } from './table-row.ts'

/** Every figure of a measurement as one rectangular table, in the measurement's order. */
export function measurementRows(
  { plan, at, layers, combinations, features, units, points, method, notes }: Measurement,
  language: Language,
): TableRow[] {
  const reports = lastReports(notes)
  const shareOf = (areaM2: number): number => areaM2 / plan.areaM2
  const rows: TableRow[] = [
    isReported({ plan })
      ? { row: 'plan-published', layer: plan.name, ...dated(at), areaM2: plan.areaM2 }
      : { row: 'plan', layer: plan.name, ...dated(at), areaM2: plan.areaM2, share: 1, interval: plan },
    ...layers.flatMap((layer) => layerRows(layer, plan.areaM2, notes)),
    ...combinations.map((own): TableRow => ({
      row: 'combination',
      ...withReports(Object.keys(own.classes), reports),
      class: combinationName(own.classes, language),
      areaM2: own.areaM2,
      share: own.share,
      interval: own,
    })),
    ...(features ?? []).flatMap((feature) => featureRows(feature, 'feature', shareOf, reports, language)),
    ...(units ?? []).flatMap((unit) =>
      featureRows(unit, unit.id === null ? 'outside' : 'unit', shareOf, reports, language),
    ),
    ...(points ?? []).map((own): TableRow => ({
      row: 'points',
      layer: own.layer,
      ...withReports([own.layer], reports),
      class: nameOf(own.class),
      count: own.count,
      perHa: own.perHa,
    })),
  ]
  const { interval: drawnBy } = method
  return drawnBy ? rows.map((row) => (row.interval?.low === undefined ? row : { ...row, drawnBy })) : rows
}

/** The layers that are shown for a later day than their own, by name. */
type LastReports = ReadonlyMap<string, LastReport>

/** Of the notes of a measurement those that say so. */
export const lastReports = (notes: Measurement['notes']): LastReports =>
  new Map(
    notes.flatMap(({ code, values: { layer, date, at } }) =>
      code === 'layer-last-known'
        ? [[String(layer), { layer: String(layer), date: String(date), at: String(at) }] as const]
        : [],
    ),
  )

export function withReports(layers: readonly string[], reports: LastReports): Pick<TableRow, 'lastReported'> {
  const found = layers.flatMap((layer) => reports.get(layer) ?? [])
  return found.length > 0 ? { lastReported: found } : {}
}

/** What a layer says of the plan: its classes, ground that several claim, ground not covered. */
export function layerRows(layer: LayerMeasurement, planM2: number, notes: Measurement['notes']): TableRow[] {
  const own = { layer: layer.name, role: layer.role }
  const about = { ...own, ...dated(layer.date), ...withReports([layer.name], lastReports(notes)) }
  const isUnsourced = notes.some(
    ({ code, values }) => code === 'layer-without-source' && values['layer'] === layer.name,
  )
  if (layer.layer === null) return [{ row: 'class', ...about }]
  const rest = (row: 'multiple' | 'uncovered', areaM2: number, interval: Interval | undefined): TableRow => ({
    row,
    ...about,
    areaM2,
    share: areaM2 / planM2,
    ...(interval ? { interval } : {}),
  })
  return [
    ...layer.classes.map((own): TableRow => ({
      row: 'class',
      ...about,
      class: nameOf(own.class),
      ...saidOf(own, isUnsourced),
      areaM2: own.areaM2,
      share: own.share,
      interval: own,
    })),
    ...(layer.bySources ?? []).map((own): TableRow => ({
      row: 'reading',
      ...about,
      label: own.label,
      ...(own.party === null ? {} : { party: own.party }),
      sources: own.sources,
      areaM2: own.areaM2,
      share: own.share,
      interval: own,
    })),
    rest('multiple', layer.multipleM2, layer.multiple),
    ...uncoveredRows(layer, 'en').map(({ areaM2, interval, end }): TableRow =>
      // Not as last reported: of this ground nobody knows who holds it.
      end === null
        ? rest('uncovered', areaM2, interval)
        : { row: 'hold-ended', ...own, date: end.date, party: end.party, areaM2, share: areaM2 / planM2, interval },
    ),
  ]
}

/** A unit's own area, each class in it, and each combination in it. */
function featureRows(
  { id, areaM2, share, layers, intervals, combinations, ...interval }: FeatureMeasurement,
  row: 'feature' | 'unit' | 'outside',
  shareOf: (areaM2: number) => number,
  reports: LastReports,
  language: Language,
): TableRow[] {
  const own = { row, ...(id === null ? {} : { unit: id }) }
  return [
    { ...own, areaM2, share, interval },
    ...Object.entries(layers).flatMap(([layer, classes]) =>
      Object.entries(classes).map(([name, area]): TableRow => ({
        ...own,
        layer,
        ...withReports([layer], reports),
        class: name,
        areaM2: area,
        share: intervals?.[layer]?.[name]?.share ?? shareOf(area),
        interval: intervals?.[layer]?.[name] ?? {},
      })),
    ),
    ...combinations.map((ground): TableRow => ({
      ...own,
      ...withReports(Object.keys(ground.classes), reports),
      class: combinationName(ground.classes, language),
      areaM2: ground.areaM2,
      share: ground.share,
      interval: ground,
    })),
  ]
}

/** Who says so of a class; of one whose layer names no source at all, that. */
const saidOf = (
  { confidence, party, sources }: ClassArea,
  isUnsourced: boolean,
): Pick<TableRow, 'confidence' | 'party' | 'sources'> => ({
  ...(confidence ? { confidence } : isUnsourced ? { confidence: 'no-source' } : {}),
  ...(party === undefined ? {} : { party }),
  ...(sources ? { sources } : {}),
})

const nameOf = (name: ClassName): string => name ?? ''

const dated = (date: string | null): { date?: string } => (date === null ? {} : { date })

/** Such as "control: ISIS; shelling: –": a layer that says nothing has a dash. */
export const combinationName = (classes: ClassesByLayer, language: Language): string =>
  Object.entries(classes)
    .map(([layer, names]) => `${layer}: ${names.length === 0 ? '–' : names.map((name) => name ?? '∅').join(' + ')}`)
    .join(semicolon(language))
