import { isSeveral } from '../overlay/several.ts'
import { ownerNumbers } from '../model/owners.ts'
import type { Combination } from '../overlay/overlay.ts'
import { isReported, type Together } from '../overlay/together.ts'
import { groupAreas, readingAreas } from './class-groups.ts'
import type { Cover, ReportedLayer } from './readings.ts'
import { distinctVoices, type VoiceOf } from '../model/voices.ts'
import type { EndedGround } from './ended-ground.ts'
import type { ZoneIntervals } from './intervals.ts'
import type { MeasuredLayer } from './measured-layer.ts'
import { byName } from '../classify/classes.ts'
import type {
  ClassArea,
  ClassesByLayer,
  ClassName,
  CombinationArea,
  GroundArea,
  Interval,
  LayerMeasurement,
  ReadingArea,
} from '../model/measurement.ts'

/** Ground under one set of classes of the measured layers, whatever plan feature or unit it belongs to. */
export type OverlayCell = { readonly classes: readonly (readonly number[])[]; readonly areaM2: number }

/** Adds in the order of the classes, so that the same ground gives the same bits whatever order it came in; none is more than the plan. */
export function mergeCells(
  combinations: readonly Combination[],
  from: number,
  count: number,
  planM2: number,
): OverlayCell[] {
  const byKey = new Map<string, { classes: readonly (readonly number[])[]; parts: number[] }>()
  for (const { classes, areaM2 } of combinations) {
    const kept = classes.slice(from, from + count)
    const key = groundKey(kept)
    const ground = byKey.get(key)
    if (ground) ground.parts.push(areaM2)
    else byKey.set(key, { classes: kept, parts: [areaM2] })
  }
  return [...byKey.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { classes, parts }]) => ({ classes, areaM2: partOfPlan(parts, planM2) }))
}

/** One text for one set of classes. */
export const groundKey = (classes: OverlayCell['classes']): string => classes.map((list) => list.join(',')).join(';')

/** Of the plan: what adding in another order makes of one and the same ground. */
const rounding = 1e-9

/** The sum of parts of the plan, which is not more than the plan by what adding loses. */
export function partOfPlan(parts: readonly number[], planM2: number): number {
  const sum = sumOf(parts)
  return sum > planM2 && sum <= planM2 * (1 + rounding) ? planM2 : sum
}

/** Sum of the parts, smallest first. */
export const sumOf = (parts: readonly number[]): number =>
  parts.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b).reduce((sum, part) => sum + part, 0)

/** What is reported together of a layer, from the ground of the plan: `place` is its place in the classes of `ground`. */
export function reportedLayer(
  { layer, names }: Pick<MeasuredLayer, 'layer' | 'names'>,
  ground: readonly OverlayCell[],
  place: number,
  planM2: number,
  voiceOf: VoiceOf,
): ReportedLayer {
  const parts = new Map<string, { classes: readonly number[]; parts: number[] }>()
  for (const { classes, areaM2 } of ground) {
    const key = classes[place]!.join()
    const known = parts.get(key)
    if (known) known.parts.push(areaM2)
    else parts.set(key, { classes: classes[place]!, parts: [areaM2] })
  }
  const covers = [...parts.values()].map((own): Cover => ({ classes: own.classes, areaM2: sumOf(own.parts) }))
  return { layer, names, voiceOf, covers, planM2 }
}

/** What one layer says of the plan: `place` is its place in the classes of `ground`, `asked` the party that the study asks about. */
export function summarizeLayer(
  measured: MeasuredLayer,
  ground: readonly OverlayCell[],
  place: number,
  reported: ReportedLayer,
  intervals?: ZoneIntervals,
  requested?: string,
  past?: EndedGround | null,
): LayerMeasurement {
  const { layer, names } = measured
  const { planM2 } = reported
  const owners = ownerNumbers(layer.classes, names)
  const areaWhere = (holds: (classes: readonly number[]) => boolean): number =>
    partOfPlan(
      ground.filter(({ classes }) => holds(classes[place]!)).map(({ areaM2 }) => areaM2),
      planM2,
    )
  const groundOf = (together: Together, i: number): GroundArea => {
    const areaM2 = areaWhere((classes) => isReported(together, classes))
    return { areaM2, share: areaM2 / planM2, ...intervals?.groups[i] }
  }
  return {
    name: layer.name,
    layer: layer.id,
    role: layer.role,
    date: layer.date ?? layer.to ?? layer.from ?? null,
    classes: names.map((name, i) => {
      const areaM2 = areaWhere((classes) => classes.includes(i))
      return { class: name, areaM2, share: areaM2 / planM2, ...saidOf(reported, name), ...intervals?.classes[i] }
    }),
    groups: groupAreas(reported, groundOf),
    ...readingsOf(readingAreas(reported, groundOf), requested),
    multipleM2: areaWhere((classes) => isSeveral(classes, (i) => owners[i])),
    ...(intervals ? { multiple: intervals.multiple } : {}),
    uncoveredM2: areaWhere((classes) => classes.length === 0),
    ...(intervals ? { uncovered: intervals.uncovered } : {}),
    ...past,
  }
}

/** Who says so of a class, and of whom. */
function saidOf(
  { layer: { classes }, voiceOf }: ReportedLayer,
  name: ClassName,
): Pick<ClassArea, 'confidence' | 'party' | 'sources' | 'publishers' | 'widelyBy'> {
  const { confidence, party, sources, widelyBy } = classes.find((own) => own.class === name) ?? {}
  const publishers = distinctVoices(sources ?? [], voiceOf).length
  return {
    ...(confidence ? { confidence } : {}),
    ...(party === undefined || confidence === 'inferred' ? {} : { party }),
    ...(sources ? { sources } : {}),
    ...(sources && publishers < sources.length ? { publishers } : {}),
    ...(widelyBy && widelyBy.length > 0 ? { widelyBy } : {}),
  }
}

/** The readings of the party that is asked about, or else of the ground with the most: all of it, or one party's. */
export function readingsOf(
  readings: readonly ReadingArea[],
  requested: string | null | undefined,
): Pick<LayerMeasurement, 'bySources'> {
  const largest = readings.reduce<ReadingArea | null>((a, b) => (a && a.areaM2 >= b.areaM2 ? a : b), null)
  const party = requested === undefined ? largest?.party : requested
  const own = readings.filter((reading) => reading.party === party)
  return own.length === 0 ? {} : { bySources: own }
}

/** The combinations with the names of their classes, largest first. */
export function nameCombinations(
  measured: readonly MeasuredLayer[],
  ground: readonly OverlayCell[],
  planM2: number,
  intervals?: readonly Interval[],
): CombinationArea[] {
  return ground
    .map(({ classes, areaM2 }, i) => ({
      classes: nameClasses(measured, classes),
      areaM2,
      share: areaM2 / planM2,
      ...intervals?.[i],
    }))
    .sort((a, b) => b.areaM2 - a.areaM2)
}

/** The names of the classes of a ground, layer by layer. */
export const nameClasses = (
  measured: readonly MeasuredLayer[],
  classes: readonly (readonly number[])[],
): ClassesByLayer =>
  Object.fromEntries(
    measured.map(({ layer, names }, i) => [layer.name, classes[i]!.map((name) => names[name]!).sort(byName)]),
  )
