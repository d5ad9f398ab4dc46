const longest = 60

/** An id from a text: its Latin letters and digits, joined by hyphens; `fallback` where there are none. */
export function slug(text: string, fallback: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const id = (words ?? []).join('-').slice(0, longest).replace(/-+$/, '')
  return id || fallback
}

/** `wanted`, or with the first number behind it that makes it none of `taken`. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(id)) return id
  }
}
