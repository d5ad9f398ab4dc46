import type { Shapes } from '../geometry/shapes.ts'
import { overlay, type OverlayLayer } from '../overlay/overlay.ts'
import type { Work } from '../progress.ts'
import { byName } from '../study/classes.ts'
import { sigmaOf } from '../study/intervals.ts'
import { overlayLayerOf, type MeasuredLayer } from '../study/measured-layer.ts'
import type { ClassName } from '../study/measurement.ts'
import { gatherGround, sumOf } from '../study/tally.ts'
import { frontLengths } from './front-lengths.ts'

/** Ground of the plan that lay under `fromClasses` on the first day and lies under `toClasses` on the second. */
export type ChangeCell = {
  /** Name of the class, joined by " + " where several claim the ground; `null` where it is not covered; "" where the class value is empty. */
  readonly from: string | null
  readonly to: string | null
  readonly fromClasses: readonly ClassName[]
  readonly toClasses: readonly ClassName[]
  readonly areaM2: number
  /** What redrawing the lines between the two classes could make of such ground; only where an accuracy is known. */
  readonly redrawingM2?: number
  /** Whether the area is no larger than that. */
  readonly isSliver?: boolean
}

/** What became of one class: ground it gained and lost, and ground it has on both days. */
export type ClassChange = {
  readonly class: ClassName
  readonly gainedM2: number
  readonly lostM2: number
  readonly unchangedM2: number
}

/** From one snapshot of a series to another. */
export type Change = {
  readonly layer: string
  readonly from: string
  readonly to: string
  readonly fromLayer: string
  readonly toLayer: string
  /** A partition of the plan, largest first. */
  readonly matrix: readonly ChangeCell[]
  readonly classes: readonly ClassChange[]
  /** Ground whose classes differ, without what counts as slivers. */
  readonly changedM2: number
  readonly sliversM2: number
  /** Width within which a line may have been redrawn without a change on the ground; `null` where no accuracy is stated. */
  readonly sliverWidthM: number | null
  /** What the matrix adds up to, less the plan's area computed on its own. */
  readonly reconciliation: { readonly residualM2: number }
}

/** A snapshot as it holds on a day. */
export type Snapshot = { readonly date: string; readonly measured: MeasuredLayer }

/** Of a normal distribution's 95 % interval. */
const standardDeviations = 1.96

/**
 * The change of a layer between two of its snapshots on the ground of `plan`. Two drawings of the same line differ by
 * chance: a cell of the matrix whose area is at most L x w counts as slivers, where L is the length inside the plan of
 * the line that parts its two classes (the shorter of the two drawings) and w is `sliverWidthM`, or else 1.96 times the
 * root of the summed squares of both snapshots' accuracies.
 */
export function changeBetween(
  plan: OverlayLayer, from: Snapshot, to: Snapshot, sliverWidthM?: number, work: Work = {},
): Change {
  const layers = [overlayLayerOf(from.measured), overlayLayerOf(to.measured)] as const
  const { combinations, planM2 } = overlay([plan, ...layers], work)
  const ground = gatherGround(combinations, 1, 2)
  const widthM = sliverWidthM ?? statedWidthM(from.measured, to.measured)
  const differs = ground.map(({ classes }) => keyOf(from, classes[0]!) !== keyOf(to, classes[1]!))
  const redrawing = widthM === null || !differs.includes(true) ? null : redrawnGround(plan.shapes, from, to, layers, widthM)
  const matrix = ground.map(({ classes, areaM2 }, i): ChangeCell => {
    const fromClasses = namesOf(from, classes[0]!)
    const toClasses = namesOf(to, classes[1]!)
    const redrawingM2 = differs[i] && redrawing ? redrawing(fromClasses, toClasses) : null
    return {
      from: cellName(fromClasses),
      to: cellName(toClasses),
      fromClasses,
      toClasses,
      areaM2,
      ...(redrawingM2 === null ? {} : { redrawingM2, isSliver: areaM2 <= redrawingM2 }),
    }
  })
  const areaWhere = (holds: (cell: ChangeCell) => boolean): number => sumOf(matrix.filter(holds).map(({ areaM2 }) => areaM2))
  const names = [...new Set([...from.measured.names, ...to.measured.names])]
  return {
    layer: from.measured.layer.name,
    from: from.date,
    to: to.date,
    fromLayer: from.measured.layer.id,
    toLayer: to.measured.layer.id,
    matrix: matrix.toSorted((a, b) => b.areaM2 - a.areaM2),
    classes: names.map((name) => ({
      class: name,
      gainedM2: areaWhere((cell) => !cell.fromClasses.includes(name) && cell.toClasses.includes(name)),
      lostM2: areaWhere((cell) => cell.fromClasses.includes(name) && !cell.toClasses.includes(name)),
      unchangedM2: areaWhere((cell) => cell.fromClasses.includes(name) && cell.toClasses.includes(name)),
    })),
    changedM2: areaWhere((cell) => isChanged(cell) && cell.isSliver !== true),
    sliversM2: areaWhere((cell) => cell.isSliver === true),
    sliverWidthM: widthM,
    reconciliation: { residualM2: areaWhere(() => true) - planM2 },
  }
}

/** Whether the ground of a cell lies under other classes on the second day. */
export const isChanged = ({ fromClasses, toClasses }: ChangeCell): boolean =>
  JSON.stringify(fromClasses) !== JSON.stringify(toClasses)

const namesOf = ({ measured }: Snapshot, classes: readonly number[]): ClassName[] =>
  classes.map((place) => measured.names[place]!).sort(byName)

const keyOf = (snapshot: Snapshot, classes: readonly number[]): string => JSON.stringify(namesOf(snapshot, classes))

const cellName = (classes: readonly ClassName[]): string | null =>
  classes.length === 0 ? null : classes.map((name) => name ?? '').join(' + ')

function statedWidthM(from: MeasuredLayer, to: MeasuredLayer): number | null {
  const [a, b] = [sigmaOf(from.layer), sigmaOf(to.layer)]
  return a === null || b === null ? null : standardDeviations * Math.hypot(a, b)
}

/** What redrawing could make of the ground between two sets of classes, in square metres. */
function redrawnGround(
  plan: Shapes, from: Snapshot, to: Snapshot, layers: readonly [OverlayLayer, OverlayLayer], widthM: number,
): (a: readonly ClassName[], b: readonly ClassName[]) => number {
  const drawings = [from, to].map(({ measured }, i) => {
    const lengths = frontLengths(plan, layers[i]!)
    const places = (names: readonly ClassName[]): number[] =>
      names.map((name) => measured.names.indexOf(name)).sort((a, b) => a - b)
    return (a: readonly ClassName[], b: readonly ClassName[]): number => lengths.between(places(a), places(b))
  })
  return (a, b) => Math.min(...drawings.map((lengthM) => lengthM(a, b))) * widthM
}
