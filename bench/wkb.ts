/** A polygon as well-known binary, little-endian. */
export function wkbOf(rings: readonly number[][][]): Uint8Array {
  const bytes = new Uint8Array(rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 9))
  const view = new DataView(bytes.buffer)
  bytes[0] = 1
  view.setUint32(1, 3, true)
  view.setUint32(5, rings.length, true)
  let at = 9
  for (const ring of rings) {
    view.setUint32(at, ring.length, true)
    at += 4
    for (const position of ring) {
      view.setFloat64(at, position[0]!, true)
      view.setFloat64(at + 8, position[1]!, true)
      at += 16
    }
  }
  return bytes
}
