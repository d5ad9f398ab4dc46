import type { Note } from '../result/note.ts'
import type { ClaimedFigure } from './claimed-figure.ts'
import type { Confidence } from './confidence.ts'
import type { Text } from './text.ts'
import type { DayFrom } from './asked-day.ts'
import type { HoldEnd } from './hold-end.ts'

/** The name of a class in a measurement; `null` is ground whose class value is empty. */
export type ClassName = string | null

/** A 95 % interval around an area, in square metres; absent where none was asked for or an accuracy is missing. */
export type Interval = {
  readonly low?: number
  readonly high?: number
  /** Of the area's share of the plan, 0 to 1: plan and area are drawn together, so it is no quotient of the ends above. */
  readonly shareLow?: number
  readonly shareHigh?: number
  readonly drawn?: Drawn
  /** Only where samples were asked for, of the plan, its classes and groups. */
  readonly sample?: Sample
}

/** An area on the map that the draws lie around, and in each draw by its number: NaN where that draw left the plan without area. */
export type Sample = { readonly stillM2: number; readonly drawnM2: Float64Array }

/** What the draws say of an area beside its interval. */
export type Drawn = {
  readonly meanM2: number
  readonly medianM2: number
  readonly sdM2: number
  /** The mean less the area itself. */
  readonly biasM2: number
  /** Part of the draws in which the area is larger than the threshold that was asked for. */
  readonly aboveProbability?: number
}

/** How the draws were made, enough to make them again. */
export type IntervalMethod = {
  readonly draws: number
  readonly seed: number
  /** Draws that left the plan without area, and so out of every interval. */
  readonly leftOut: number
  readonly aboveM2?: number
  readonly layers: readonly {
    readonly name: string
    /** Standard deviation per axis, half of the datum operation's accuracy in it. */
    readonly sigmaM: number
    /** Correlation length of the field. */
    readonly lambdaM: number
    /** Layers with the same one move together. */
    readonly source: string
  }[]
  /** The layer of the units, where they were drawn as well. */
  readonly units?: IntervalMethod['layers'][number]
}

/** Correlations over the draws between the areas of classes, of those that vary at all: `matrix` has a row for each of `of`. */
export type Correlations = {
  readonly of: readonly { readonly layer: string; readonly class: ClassName }[]
  readonly matrix: readonly (readonly number[])[]
}

export type ClassArea = Interval & {
  readonly class: ClassName
  /** Plan ground covered by at least one polygon of the class, counted once. */
  readonly areaM2: number
  /** Of the plan, 0 to 1. */
  readonly share: number
  readonly confidence?: Confidence
  readonly party?: string
  /** Ids of the sources that name it. */
  readonly sources?: readonly string[]
  /** How many of them are independent, where some have one publisher. */
  readonly publishers?: number
  /** Of them those that name it only in a wider sense, where others name the ground itself. */
  readonly widelyBy?: readonly string[]
}

/** Plan ground covered by any of several classes, counted once. */
export type GroundArea = Interval & { readonly areaM2: number; readonly share: number }

/** Ground of the classes of one party, or of all of a layer: the areas of classes that overlap do not add up to it. */
export type GroupArea = {
  /** `null` for all classes of the layer, `affected` for the grades of damage that count as affected. */
  readonly party: string | null
  /** Ground that every source names which speaks of any of it; where none are named, that which not only some speak of. */
  readonly agreed: GroundArea
  readonly all: GroundArea
  /** Ids of the sources that speak of it, also those that name another party there; missing where none are named. */
  readonly sources?: readonly string[]
  /** How many of them are independent, where some have one publisher. */
  readonly publishers?: number
  /** Only `all` takes the places that sources name in their wide sense. */
  readonly widely?: true
  /** Of control: whom else sources name on its ground. */
  readonly others?: readonly OtherParty[]
}

/** Another party that sources name on ground of one; one party alone can hold ground. */
export type OtherParty = {
  readonly party: string
  readonly label: Text
  /** Ids of the sources that name it there. */
  readonly sources: readonly string[]
  /** How many independent sources among them do not name the first party there too: 0 where the same sources name both. */
  readonly against: number
  /** Whether they name it on all of the ground. */
  readonly everywhere: boolean
}

/** Ground that at least so many of the independent sources name which speak of it: of a party, or of all classes of a layer (`null`). */
export type ReadingArea = GroundArea & {
  readonly party: string | null
  readonly atLeast: number
  /** How many independent sources speak of any of it, also those that name another party there. */
  readonly of: number
  /** Ids of the sources that each name all of it; where fewer than `atLeast` do, of all that name any. */
  readonly sources: readonly string[]
  /** Whether they are not the same for all of its ground. */
  readonly varies: boolean
  /** The places that sources name are meant in their wide sense. */
  readonly widely?: true
  /** Of the sources those that name some of it only in a wider sense, where others name the ground itself. */
  readonly widelyBy?: readonly string[]
  readonly label: Text
}

export type LayerMeasurement = {
  readonly name: string
  /** The layer (snapshot) that holds on the date; `null` where all lie after it. */
  readonly layer: string | null
  readonly role: string
  readonly date: string | null
  readonly classes: readonly ClassArea[]
  /** All classes together, then those of each party, then affected ground. */
  readonly groups: readonly GroupArea[]
  /**
   * The party that the study asks about, or all ground under shelling or damage, by the readings of its sources: from the
   * ground that all name to the ground that any names, each containing the one before; missing where no class names sources.
   */
  readonly bySources?: readonly ReadingArea[]
  /** Ground claimed by two or more classes of the layer. */
  readonly multipleM2: number
  readonly multiple?: Interval
  /** Plan ground that the layer says nothing about, and that of parties whose hold has ended. */
  readonly uncoveredM2: number
  readonly uncovered?: Interval
  /**
   * Whose hold ended between the layer's day and that of the measurement, with the ground that is not known for it; missing where
   * nobody's did. Of a unit the ground is missing: it was split for the plan.
   */
  readonly ended?: readonly (EndedHold | Omit<EndedHold, keyof GroundArea>)[]
  /** Beside `ended`: plan ground that the layer never named. */
  readonly unnamed?: GroundArea
}

/** The end of a hold with the plan ground of that party which no other class covers. */
export type EndedHold = HoldEnd & GroundArea & { readonly label: Text }

/** Classes by layer name: what lies over one and the same ground. */
export type ClassesByLayer = Readonly<Record<string, readonly ClassName[]>>

export type CombinationArea = Interval & {
  readonly classes: ClassesByLayer
  readonly areaM2: number
  readonly share: number
}

/** The share of the plan, 0 to 1, that an area in a row is, with both intervals. */
export type RowArea = Interval & { readonly share: number }

/** A row of a parcel, a sector or a neighbourhood; `id` is `null` for the plan outside all units. Shares are of the plan. */
export type FeatureMeasurement = RowArea & {
  readonly id: string | null
  readonly areaM2: number
  /** Square metres by layer and class. */
  readonly layers: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Of the same classes, where intervals were drawn. */
  readonly intervals?: Readonly<Record<string, Readonly<Record<string, RowArea>>>>
  readonly combinations: readonly CombinationArea[]
}

export type PointCount = {
  readonly layer: string
  readonly class: ClassName
  readonly count: number
  readonly perHa: number
}

/** The areas of every class and combination inside a plan: computed once, shown everywhere. */
export type Measurement = {
  readonly schema: 'basilia-measurement/1'
  readonly at: string | null
  /** Who chose the day; `null` where there is none. */
  readonly atFrom: DayFrom | null
  readonly plan: Interval & {
    readonly name: string
    readonly features: number
    readonly areaM2: number
    /** Id of the published figure that the area is, where no outline is known and none is measured. */
    readonly areaFrom?: string
  }
  readonly layers: readonly LayerMeasurement[]
  readonly combinations: readonly CombinationArea[]
  /** What sources claim in figures without drawing it; never mixed with what is measured. */
  readonly claimed: readonly ClaimedFigure[]
  readonly features?: readonly FeatureMeasurement[]
  readonly units?: readonly FeatureMeasurement[]
  readonly points?: readonly PointCount[]
  /** What the combinations add up to, less the plan's area computed on its own. */
  readonly reconciliation: { readonly residualM2: number }
  readonly method: {
    readonly ellipsoid: 'WGS 84'
    readonly edges: 'straight in longitude/latitude'
    readonly engine: string
    readonly interval?: IntervalMethod
  }
  readonly correlations?: Correlations
  readonly notes: readonly Note[]
}
