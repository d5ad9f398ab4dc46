/**
 * Draws of the 95 % intervals and their seed wherever figures are read that nobody asked otherwise about: page, sheet,
 * report, exports and comparison of one study have one set of draws, and so one interval for each figure.
 */
export const usualDraws = { draws: 1000, seed: 1 } as const
