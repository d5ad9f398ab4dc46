/** The same without the areas in each draw, which serve a comparison and are nothing to be read. */
export function withoutSamples<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutSamples) as T
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'sample')
  return Object.fromEntries(kept.map(([key, own]) => [key, withoutSamples(own)])) as T
}
