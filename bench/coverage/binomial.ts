/** Whether so few (or so many) of `of` would be seen with probability below `level` if each came true with `share`: exact. */
export const isFewer = (hits: number, of: number, share: number, level: number): boolean =>
  atMost(hits, of, share) < level
export const isMore = (hits: number, of: number, share: number, level: number): boolean =>
  atMost(of - hits, of, 1 - share) < level

function atMost(hits: number, of: number, share: number): number {
  let log = of * Math.log1p(-share)
  let sum = Math.exp(log)
  for (let k = 1; k <= hits; k++) {
    log += Math.log(((of - k + 1) * share) / (k * (1 - share)))
    sum += Math.exp(log)
  }
  return sum
}
