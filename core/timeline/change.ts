import type { Note } from '../result/note.ts'
import { overlay, type OverlayLayer } from '../overlay/overlay.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { reportedTogether } from '../measure/class-groups.ts'
import { byName } from '../classify/classes.ts'
import { isOfParty } from '../measure/hold-ends.ts'
import { drawIntervals } from '../measure/intervals.ts'
import { sigmaOf } from '../measure/layer-error.ts'
import type { Layer } from '../model/layer.ts'
import { overlayLayerOf, type MeasuredLayer } from '../measure/measured-layer.ts'
import type { ClassName, IntervalMethod } from '../model/measurement.ts'
import { mergeCells, sumOf, reportedLayer } from '../measure/overlay-cells.ts'
import { usualDraws } from '../model/usual-draws.ts'
import type { VoiceOf } from '../model/voices.ts'
import { differenceInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import { changedPart, differ, isChanged, notKnownGround } from './changed-cell.ts'
import { changeByParty, type DrawnDay } from './party-change.ts'
import { cellsByParty, passageOf } from './party-passages.ts'
import { redrawnGround, type NamedLayer } from './redrawn-ground.ts'
import { areOthers, ownersOver, reportedParties } from './reported-parties.ts'
import type { Change, ChangeCell, ClassChange } from './timeline-answer.ts'

/** A snapshot as it holds on a day. */
export type Snapshot = { readonly date: string; readonly measured: MeasuredLayer }

/** How a change is measured. */
export type ChangeOptions = {
  readonly sliverWidthM?: number | undefined
  /** Draws for the 95 % intervals of the cells; none where it is 0 or missing. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
}

/** Of a normal distribution's 95 % interval. */
const standardDeviations = 1.96

/**
 * The change of a layer between two of its snapshots on the ground of `plan`. Two drawings of the same line differ by
 * chance: strips along lines that both days draw, narrower everywhere than the sliver width, are kept apart from change.
 * The width is `sliverWidthM`, or else 1.96 times the root of the summed squares of both snapshots' accuracies.
 */
export function changeBetween(
  plan: { readonly layer: Layer; readonly overlay: OverlayLayer },
  from: Snapshot,
  to: Snapshot,
  voiceOf: VoiceOf,
  { sliverWidthM, draws = 0, seed = usualDraws.seed }: ChangeOptions = {},
  work: TaskContext = {},
): { readonly change: Change; readonly notes: readonly Note[]; readonly interval: IntervalMethod | undefined } {
  const layers = [overlayLayerOf(from.measured), overlayLayerOf(to.measured)] as const
  const { combinations, planM2 } = overlay([plan.overlay, ...layers], work)
  const ground = mergeCells(combinations, 1, 2, planM2)
  const days = [from.measured, to.measured].map((measured, place) =>
    reportedLayer(measured, ground, place, planM2, voiceOf),
  )
  const parties = days.map(reportedParties)
  const { ended } = to.measured
  const hasEnded = (name: ClassName): boolean => ended.some(({ party }) => isOfParty(from.measured.layer, name, party))
  const passages = ground.map(({ classes }) => {
    const [fromClasses, toClasses] = [namesOf(from, classes[0]!), namesOf(to, classes[1]!)]
    const [fromParties, toParties] = [ownersOver(parties[0]!, fromClasses), ownersOver(parties[1]!, toClasses)]
    const lasting = {
      classes: fromClasses.filter((name) => !hasEnded(name)),
      parties: fromParties.filter((own) => !ended.some(({ party }) => party === (own.party ?? own.class))),
    }
    const isNotKnown =
      (differ(fromClasses, toClasses) && !differ(lasting.classes, toClasses)) ||
      (lasting.parties.length < fromParties.length && !areOthers(lasting.parties, toParties))
    return {
      from: cellName(fromClasses),
      to: cellName(toClasses),
      fromClasses,
      toClasses,
      fromParties,
      toParties,
      ...(isNotKnown ? { notKnown: true as const } : {}),
    }
  })
  const together = cellsByParty(passages)
  const drawn =
    draws > 0
      ? drawIntervals(
          plan,
          [from.measured, to.measured],
          ground,
          planM2,
          { draws, seed, samples: true, reported: days.map(reportedTogether), sums: together },
          work,
        )
      : null
  const widthM = sliverWidthM ?? statedWidthM(from.measured, to.measured)
  const named = (snapshot: Snapshot, overlay: OverlayLayer): NamedLayer => ({
    overlay,
    namesOf: (classes) => namesOf(snapshot, classes),
  })
  const redrawn =
    widthM === null || passages.every(({ fromClasses, toClasses }) => !differ(fromClasses, toClasses))
      ? null
      : redrawnGround(plan.overlay, [named(from, layers[0]), named(to, layers[1])], widthM, work)
  const matrix = ground.map(({ areaM2 }, i): ChangeCell => {
    const passage = passages[i]!
    const { fromClasses, toClasses, notKnown } = passage
    return {
      ...passage,
      areaM2,
      ...drawn?.intervals?.ground[i],
      ...(redrawn && differ(fromClasses, toClasses) && !notKnown
        ? { sliversM2: partOf(areaM2, redrawn(fromClasses, toClasses)) }
        : {}),
    }
  })
  const sumWhere = (
    holds: (cell: ChangeCell) => boolean,
    of: (cell: ChangeCell) => number = ({ areaM2 }) => areaM2,
  ): number => sumOf(matrix.filter(holds).map(of))
  const slivers = ({ sliversM2 = 0 }: ChangeCell): number => sliversM2
  const zones = drawn?.intervals?.zones
  const drawnOn = (place: 0 | 1, name: ClassName): DrawnArea => {
    const member = [from, to][place]!.measured.names.indexOf(name)
    const sample = zones?.[place]?.classes[member]?.sample
    if (!sample) return { areaM2: 0, stillM2: 0, draws: new Float64Array(draws) }
    const areaM2 = sumOf(ground.filter((own) => own.classes[place]!.includes(member)).map((own) => own.areaM2))
    return { areaM2, stillM2: sample.stillM2, draws: sample.drawnM2 }
  }
  const names = [...new Set([...from.measured.names, ...to.measured.names])]
  const classes = names.map((name): ClassChange => {
    const gained = (cell: ChangeCell): boolean => !cell.fromClasses.includes(name) && cell.toClasses.includes(name)
    const left = (cell: ChangeCell): boolean => cell.fromClasses.includes(name) && !cell.toClasses.includes(name)
    const lost = (cell: ChangeCell): boolean => left(cell) && !cell.notKnown
    const notKnown = notKnownGround(matrix.filter(left))
    return {
      class: name,
      gainedM2: sumWhere(gained),
      lostM2: sumWhere(lost),
      unchangedM2: sumWhere((cell) => cell.fromClasses.includes(name) && cell.toClasses.includes(name)),
      netM2: sumWhere(gained) - sumWhere(lost),
      ...(notKnown.notKnownM2 !== undefined
        ? notKnown
        : zones
          ? { net: differenceInterval(drawnOn(1, name), drawnOn(0, name)) }
          : {}),
      sliversM2: { gained: sumWhere(gained, slivers), lost: sumWhere(lost, slivers) },
    }
  })
  const drawnDay = (place: 0 | 1): DrawnDay => ({
    parties: parties[place]!,
    drawnOf: (kind, i, areaM2) => {
      const sample = zones?.[place]?.[kind === 'group' ? 'groups' : 'classes'][i]?.sample
      return sample ? { areaM2, stillM2: sample.stillM2, draws: sample.drawnM2 } : null
    },
  })
  const change: Change = {
    layer: from.measured.layer.name,
    from: from.date,
    to: to.date,
    fromLayer: from.measured.layer.id,
    toLayer: to.measured.layer.id,
    matrix: matrix.toSorted((a, b) => b.areaM2 - a.areaM2),
    partyMatrix: together
      .map((places, i) =>
        passageOf(
          places.map((place) => matrix[place]!),
          drawn?.intervals?.sums[i],
        ),
      )
      .toSorted((a, b) => b.areaM2 - a.areaM2),
    classes,
    ...changeByParty(matrix, [drawnDay(0), drawnDay(1)], zones ? draws : 0),
    changedM2: sumWhere(isChanged, changedPart),
    sliversM2: sumWhere(isChanged, slivers),
    ...notKnownGround(matrix),
    sliverWidthM: widthM,
    reconciliation: { residualM2: sumWhere(() => true) - planM2 },
  }
  return { change, notes: drawn?.notes ?? [], interval: drawn?.intervals?.method }
}

/** Strips are linked from the pieces of the walk and agree with it to less than this; what is left below it is nothing. */
const agreementM2 = 0.01

const partOf = (wholeM2: number, partM2: number): number => (wholeM2 - partM2 < agreementM2 ? wholeM2 : partM2)

const namesOf = ({ measured }: Snapshot, classes: readonly number[]): ClassName[] =>
  classes.map((place) => measured.names[place]!).sort(byName)

const cellName = (classes: readonly ClassName[]): string | null =>
  classes.length === 0 ? null : classes.map((name) => name ?? '').join(' + ')

function statedWidthM(from: MeasuredLayer, to: MeasuredLayer): number | null {
  const [a, b] = [sigmaOf(from.layer), sigmaOf(to.layer)]
  return a === null || b === null ? null : standardDeviations * Math.hypot(a, b)
}
