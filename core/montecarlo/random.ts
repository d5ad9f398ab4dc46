/** Standard normal deviates of one stream: the same on every machine for the same numbers. */
export type NormalStream = { next: () => number }

/**
 * The stream named by `seed` and `path` (draw number, source number …). Uniform numbers by sfc32 (Doty-Humphrey,
 * PractRand), its state mixed from the path by the finaliser of MurmurHash3; normals by Marsaglia's polar method (1964).
 * A stream for each draw, and not one for all, gives the same numbers for any number of threads. `Math.log` is the one
 * function in it that the language leaves to the engine; V8, on which Node and the tests run, has one for all machines.
 */
export function normalStream(seed: number, ...path: readonly number[]): NormalStream {
  const state = streamState(seed, path)
  const two = new Float64Array(2)
  let left = 0
  return {
    next() {
      if (left === 0) {
        fillNormals(state, two, 0, 2)
        left = 2
      }
      return two[2 - left--]!
    },
  }
}

/** The state of the generator after what is thrown away at its beginning: sfc32's three words and its counter. */
export function streamState(seed: number, path: readonly number[]): Int32Array {
  let one = mix(0x9e3779b9 ^ Math.imul(seed | 0, 0x85ebca6b))
  let other = mix(0x7f4a7c15 ^ Math.imul(seed | 0, 0xc2b2ae35))
  for (const number of path) {
    one = mix(one ^ Math.imul(number | 0, 0x85ebca6b))
    other = mix((other + Math.imul(number | 0, 0xc2b2ae35)) | 0)
  }
  const state = Int32Array.of(one, other, mix(one ^ (other + 1)), 1)
  for (let i = 0; i < 12; i++) uniform(state)
  return state
}

function uniform(state: Int32Array): number {
  const [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!]
  const sum = (a + b + counter) | 0
  state[3] = (counter + 1) | 0
  state[0] = b ^ (b >>> 9)
  state[1] = (c + (c << 3)) | 0
  state[2] = ((c << 21) | (c >>> 11)) + sum
  return (sum >>> 0) / 4_294_967_296
}

/** Writes the next normals of a stream from place `first` on; an even number of them, which come in pairs. */
export function fillNormals(state: Int32Array, into: Float64Array, first: number, count: number): void {
  // The state in locals: this is where the time of a draw goes.
  let [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!]
  for (let at = first; at < first + count;) {
    let sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    const u = 2 * ((sum >>> 0) / 4_294_967_296) - 1
    sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    const v = 2 * ((sum >>> 0) / 4_294_967_296) - 1
    const square = u * u + v * v
    if (square >= 1 || square === 0) continue
    const scale = Math.sqrt((-2 * Math.log(square)) / square)
    into[at++] = u * scale
    into[at++] = v * scale
  }
  state.set([a, b, c, counter])
}

function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
