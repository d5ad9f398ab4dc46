import type { z } from 'zod'

/** The options of an address as its schema takes them; numbers are written out, what is missing stays out. */
type QueryOf<Schema extends z.ZodObject> = {
  readonly [Name in keyof z.input<Schema>]?: z.input<Schema>[Name] | number | null
}

type Value = string | number | null | undefined

/** The query of an address, such as `?at=2018-04-21`; empty without options. */
export function queryText<Schema extends z.ZodObject>(options: QueryOf<Schema>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options) as [string, Value | readonly Value[]][])
    for (const each of [value].flat()) if (each !== undefined && each !== null) query.append(name, String(each))
  return query.size === 0 ? '' : `?${query}`
}
