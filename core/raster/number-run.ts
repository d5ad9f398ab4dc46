/** Whole numbers that grow as they are added and may be cut back. */
export type NumberRun = {
  readonly add: (value: number) => void
  readonly at: (index: number) => number
  readonly cutTo: (length: number) => void
  readonly length: () => number
  readonly take: (from: number, to: number) => Int32Array
}

export function numberRun(): NumberRun {
  let buffer = new Int32Array(1024)
  let length = 0
  return {
    add(value) {
      if (length === buffer.length) {
        const grown = new Int32Array(2 * length)
        grown.set(buffer)
        buffer = grown
      }
      buffer[length++] = value
    },
    at: (index) => buffer[index]!,
    cutTo: (shorter) => void (length = shorter),
    length: () => length,
    take: (from, to) => buffer.slice(from, to),
  }
}
