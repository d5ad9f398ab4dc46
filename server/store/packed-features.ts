import type { Attributes, AttributeValue, Features } from '../../core/geometry/shapes.ts'

/**
 * Features as plain buffers and columns, which a file gives back many times faster than the text that they were read from: the
 * fields of the rows, of each row the place of its fields, and of each field its values once each with the place of every row's own.
 */
export type PackedFeatures = {
  readonly shapes: Features['shapes']
  readonly fieldsOf: readonly (readonly string[])[]
  readonly placeOfRow: Uint32Array
  readonly columns: ReadonlyMap<string, { readonly values: readonly AttributeValue[]; readonly places: Uint32Array }>
}

/** A map takes it for 0. */
const minusZero = Symbol('minus zero')

export function packFeatures({ shapes, attributes }: Features): PackedFeatures {
  const fieldsOf: (readonly string[])[] = []
  const placeOf = new Map<string, number>()
  const columns = new Map<string, { values: AttributeValue[]; placeOf: Map<unknown, number>; places: Uint32Array }>()
  let last: readonly string[] = []
  let place = -1
  const placeOfRow = Uint32Array.from(attributes, (row, at) => {
    const names = Object.keys(row)
    if (place < 0 || names.length !== last.length || names.some((name, i) => name !== last[i])) {
      const key = JSON.stringify(names)
      place = placeOf.get(key) ?? fieldsOf.push(names) - 1
      placeOf.set(key, place)
      last = names
    }
    for (const name of names) {
      let column = columns.get(name)
      if (!column)
        columns.set(name, (column = { values: [], placeOf: new Map(), places: new Uint32Array(attributes.length) }))
      const value = row[name]!
      const known = Object.is(value, -0) ? minusZero : value
      let own = column.placeOf.get(known)
      if (own === undefined) column.placeOf.set(known, (own = column.values.push(value) - 1))
      column.places[at] = own
    }
    return place
  })
  return {
    shapes,
    fieldsOf,
    placeOfRow,
    columns: new Map([...columns].map(([name, { values, places }]) => [name, { values, places }])),
  }
}

export function unpackFeatures({ shapes, fieldsOf, placeOfRow, columns }: PackedFeatures): Features {
  const known = fieldsOf.map((names) => names.map((name) => ({ name, ...columns.get(name)! })))
  const attributes = Array.from(placeOfRow, (place, at): Attributes => {
    const row = Object.create(null) as Record<string, AttributeValue>
    for (const { name, values, places } of known[place]!) row[name] = values[places[at]!]!
    return row
  })
  return { shapes, attributes }
}
