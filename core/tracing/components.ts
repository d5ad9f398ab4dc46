/** Pixels that belong together: for each its number, from 0, or -1; and how many each number has. */
export type Components = { readonly of: Int32Array; readonly sizes: readonly number[] }

/** The connected pieces, side by side, of pixels with one key; `keyOf` is negative where a pixel takes no part. */
export function components(width: number, height: number, keyOf: (pixel: number) => number): Components {
  const count = width * height
  const of = new Int32Array(count).fill(-1)
  const sizes: number[] = []
  const stack = new Int32Array(count)
  for (let first = 0; first < count; first++) {
    if (of[first] !== -1) continue
    const key = keyOf(first)
    if (key < 0) continue
    const own = sizes.length
    let [size, top] = [0, 1]
    stack[0] = first
    of[first] = own
    while (top > 0) {
      const pixel = stack[--top]!
      size++
      const x = pixel % width
      if (x > 0 && of[pixel - 1] === -1 && keyOf(pixel - 1) === key) of[(stack[top++] = pixel - 1)] = own
      if (x + 1 < width && of[pixel + 1] === -1 && keyOf(pixel + 1) === key) of[(stack[top++] = pixel + 1)] = own
      if (pixel >= width && of[pixel - width] === -1 && keyOf(pixel - width) === key)
        of[(stack[top++] = pixel - width)] = own
      if (pixel + width < count && of[pixel + width] === -1 && keyOf(pixel + width) === key)
        of[(stack[top++] = pixel + width)] = own
    }
    sizes.push(size)
  }
  return { of, sizes }
}
