/** Standard deviations in metres that the answer supposes of layers, by their names, in place of those that they state. */
export type Assumed = ReadonlyMap<string, number>

export const nothingAssumed: Assumed = new Map()
