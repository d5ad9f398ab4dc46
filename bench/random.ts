/** Numbers from 0 to 1, the same on every machine. */
export type Random = () => number

/** Marsaglia's xorshift of 32 bits, scrambled by its seed. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 2654435761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}
