import * as fc from 'fast-check'

/** A file with some of its bytes changed, and perhaps its end cut off. */
export const mutated = (bytes: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.option(fc.nat(bytes.length), { freq: 3 }),
    )
    .map(([changes, end]) => {
      const copy = Uint8Array.from(bytes)
      for (const [at, value] of changes) copy[at] = value
      return end === null ? copy : copy.subarray(0, end)
    })
