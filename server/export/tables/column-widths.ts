/** How many letters the longest cell of each column has; there may be more lines than a call takes arguments. */
export const columnWidths = (lines: readonly (readonly string[])[]): number[] =>
  (lines[0] ?? []).map((_, i) => lines.reduce((most, line) => Math.max(most, line[i]!.length), 0))
