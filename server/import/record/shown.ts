/** A value of a file as a user can find it there; short, and never deeper than two levels, however deep it is. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    const members = value.slice(0, 3).map((inner: unknown) => (Array.isArray(inner) ? '[…]' : shown(inner)))
    return `[${members.join(', ')}${value.length > 3 ? ', …' : ''}]`
  }
  if (typeof value === 'object') return value === null ? 'null' : '{…}'
  if (typeof value === 'string') return value.slice(0, 60)
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '–'
}
