import type { Note } from '../result/note.ts'
import type { OpenOrder } from '../measure/open-orders.ts'
import type { AreaBounds } from '../montecarlo/bounds.ts'
import type { Contribution } from './contributions.ts'
import type { FigureSubject } from './figures.ts'
import type { RadiusCurve } from './radius-curve.ts'
import type { SigmaPoint } from './sigma-curve.ts'
import type { ThresholdCurve } from './threshold-curve.ts'

/** One area three ways; a way is missing where an accuracy that it needs is not stated. */
export type FigureUncertainty = {
  readonly subject: FigureSubject
  readonly areaM2: number
  /** Of the plan, 0 to 1. */
  readonly share: number
  /** 95 % interval to the first order, without draws; missing as well where there is no ground whose boundary could move. */
  readonly estimate?: { readonly sdM2: number; readonly lowM2: number; readonly highM2: number }
  /** 95 % interval of the draws, the measurement's own; that of the share but for the plan. */
  readonly draws?: {
    readonly meanM2: number
    readonly sdM2: number
    readonly lowM2: number
    readonly highM2: number
    readonly shareLow?: number
    readonly shareHigh?: number
  }
  /** Every boundary wrong in the worst sense: bounds, not a 95 % interval. */
  readonly bounds?: AreaBounds
}

/** How a layer errs, and how much of the plan it cannot attribute. The first is the plan. */
export type LayerUncertainty = {
  readonly name: string
  readonly layer: string
  /** Standard deviation per axis; `null` where the layer does not state it. */
  readonly sigmaM: number | null
  /** Correlation length of its field. */
  readonly lambdaM: number | null
  /** What it errs together with. */
  readonly source: string
  /** Half the width of the band within which its boundaries may lie in the bounds. */
  readonly bandM: number | null
  /** Plan ground within that band of a boundary: it cannot be attributed at this accuracy. */
  readonly unattributedM2?: number
  readonly unattributedShare?: number
}

/** How sure the areas of a study are: computed once, shown everywhere. */
export type Uncertainty = {
  readonly schema: 'basilia-uncertainty/1'
  readonly at: string | null
  readonly planM2: number
  readonly figures: readonly FigureUncertainty[]
  readonly layers: readonly LayerUncertainty[]
  /** Whose error makes how much of the variance of the figures, in their order; empty without draws. */
  readonly contributions: readonly Contribution[]
  readonly openOrders: readonly OpenOrder[]
  readonly sensitivity: {
    readonly radius: readonly RadiusCurve[]
    /** Figures in their order at each factor; empty without draws. */
    readonly sigma: readonly SigmaPoint[]
    readonly threshold: readonly ThresholdCurve[]
  }
  readonly method: {
    readonly draws: number
    readonly seed: number
    readonly bandSigmas: number
    readonly covariance: 'half a common shift, half a field with exp(-d²/(2 lambda²))'
  }
  readonly notes: readonly Note[]
}
