/** The words of a comparison that its answer and its readers share. */

export const coverageTopics = ['area', 'held', 'shelled', 'damaged'] as const
export type CoverageTopic = (typeof coverageTopics)[number]

/**
 * How a study knows something of its plan; `named` where the ground is that of places which reports name, so that it measures the
 * places and not what was hit there; `drawn` where the drawing was fitted to a published figure and so measures nothing.
 */
export const bases = ['measured', 'named', 'drawn', 'claimed', 'unknown'] as const
export type Basis = (typeof bases)[number]

export const findingKinds = ['similar', 'different', 'undecided', 'listed', 'open'] as const
