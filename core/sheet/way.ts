/** So much of the height of a sheet that continues another is used at least. */
export const leastFilled = 0.5

/** How a sheet is set where room is short. */
export type Way = {
  /** Of the claimed figures the first so many stand on it. */
  readonly claimedCount: number
  /** A figure leaves to the report what its map shows beside the classes. */
  readonly isBriefLegend: boolean
  /** Sources are named without their layers and addresses. */
  readonly isBriefFoot: boolean
  /** Where the layout has it, under the map in as much room as it needs, or on a sheet of its own. */
  readonly legend: 'usual' | 'below' | 'apart'
  /** What would not fill half of a further sheet is left to the report. */
  readonly isLeftToReport: boolean
}
