/** A list of whole numbers that grows. */
export type NumberList = { count: number; values: Uint32Array }

export const noNumbers = (): NumberList => ({ count: 0, values: new Uint32Array(64) })

export function addNumbers(list: NumberList, one: number, other: number): void {
  if (list.count + 2 > list.values.length) {
    const larger = new Uint32Array(2 * list.values.length)
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.count++] = one
  list.values[list.count++] = other
}
