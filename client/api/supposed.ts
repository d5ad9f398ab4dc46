/** Standard deviations in metres that the answer supposes of layers, by their names, in place of those that they state. */
export type Supposed = ReadonlyMap<string, number>

export const nothingSupposed: Supposed = new Map()
