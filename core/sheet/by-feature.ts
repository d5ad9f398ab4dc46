/** Parts of features, those of each together, in the order of their first. */
export function byFeature<Part extends { readonly feature: number }>(parts: readonly Part[]): [number, Part[]][] {
  const found = new Map<number, Part[]>()
  for (const part of parts) {
    const own = found.get(part.feature)
    if (own) own.push(part)
    else found.set(part.feature, [part])
  }
  return [...found]
}
