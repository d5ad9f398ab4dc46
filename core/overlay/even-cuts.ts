/** Cuts 0 to `count` into at most `parts` runs of about equal weight: the first of each run, and `count`. */
export function evenCuts(count: number, weightOf: (item: number) => number, parts: number): number[] {
  let total = 0
  for (let item = 0; item < count; item++) total += weightOf(item)
  const share = total / parts
  const cuts = [0]
  let weight = 0
  for (let item = 0; item < count; item++) {
    weight += weightOf(item)
    if (weight >= share && item + 1 < count) {
      cuts.push(item + 1)
      weight = 0
    }
  }
  cuts.push(count)
  return cuts
}
