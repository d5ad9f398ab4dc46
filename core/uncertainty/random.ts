/** Standard normal deviates of one stream: the same on every machine for the same numbers. */
export type NormalStream = { next: () => number }

/**
 * The stream named by `seed` and `path` (draw number, source number …). Uniform numbers by sfc32 (Doty-Humphrey,
 * PractRand), its state mixed from the path by the finaliser of MurmurHash3; normals by Marsaglia's polar method (1964).
 * A stream for each draw, and not one for all, gives the same numbers for any number of threads. `Math.log` is the one
 * function in it that the language leaves to the engine; V8, on which Node and the tests run, has one for all machines.
 */
export function normalStream(seed: number, ...path: readonly number[]): NormalStream {
  let one = mix(0x9e3779b9 ^ Math.imul(seed | 0, 0x85ebca6b))
  let other = mix(0x7f4a7c15 ^ Math.imul(seed | 0, 0xc2b2ae35))
  for (const number of path) {
    one = mix(one ^ Math.imul(number | 0, 0x85ebca6b))
    other = mix((other + Math.imul(number | 0, 0xc2b2ae35)) | 0)
  }
  let a = one
  let b = other
  let c = mix(one ^ (other + 1))
  let counter = 1

  function uniform(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) uniform()

  let spare: number | null = null
  return {
    next() {
      if (spare !== null) {
        const value = spare
        spare = null
        return value
      }
      for (;;) {
        const u = 2 * uniform() - 1
        const v = 2 * uniform() - 1
        const square = u * u + v * v
        if (square >= 1 || square === 0) continue
        const scale = Math.sqrt((-2 * Math.log(square)) / square)
        spare = v * scale
        return u * scale
      }
    },
  }
}

function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
