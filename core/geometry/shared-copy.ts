/** The array itself, or where threads are to read it a copy in shared memory. */
export function sharedCopy(array: Uint32Array, isShared: boolean): Uint32Array {
  if (!isShared) return array
  const copy = new Uint32Array(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

/** Zeros, in shared memory where threads are to read them. */
export const numbers = (length: number, isShared: boolean): Float64Array =>
  isShared ? new Float64Array(new SharedArrayBuffer(8 * length)) : new Float64Array(length)

export const wholeNumbers = (length: number, isShared: boolean): Uint32Array =>
  isShared ? new Uint32Array(new SharedArrayBuffer(4 * length)) : new Uint32Array(length)
