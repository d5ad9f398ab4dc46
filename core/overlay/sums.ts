/**
 * Compensated sums (Neumaier 1974), one for each label, and how far the pieces of each label's boundary are from
 * closing: the chain of all pieces around a combination of classes ends where it begins.
 */
export type Sums = { sum: Float64Array; rest: Float64Array; gapX: Float64Array; gapY: Float64Array }

export const emptySums = (): Sums => ({
  sum: new Float64Array(64),
  rest: new Float64Array(64),
  gapX: new Float64Array(64),
  gapY: new Float64Array(64),
})

/** Adds a piece's term, and its run and climb in degrees, to those of a label. */
export function addTerm(sums: Sums, label: number, term: number, run: number, climb: number): void {
  if (label >= sums.sum.length) grow(sums, 2 * label)
  const before = sums.sum[label]!
  const total = before + term
  const grown = total - before
  sums.rest[label]! += before - (total - grown) + (term - grown)
  sums.sum[label] = total
  sums.gapX[label]! += run
  sums.gapY[label]! += climb
}

function grow(sums: Sums, length: number): void {
  for (const key of ['sum', 'rest', 'gapX', 'gapY'] as const) {
    const larger = new Float64Array(length)
    larger.set(sums[key])
    sums[key] = larger
  }
}
