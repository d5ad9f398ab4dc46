import Flatbush from 'flatbush'

/** The polygons whose boxes meet the box of another one. */
export function boxIndex(polygons: readonly number[][][][]): (polygon: number[][][]) => number[] {
  const index = new Flatbush(polygons.length)
  for (const polygon of polygons) index.add(...boxOf(polygon))
  index.finish()
  return (polygon) => index.search(...boxOf(polygon))
}

function boxOf(polygon: number[][][]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of polygon[0]!) {
    const [x, y] = [position[0]!, position[1]!]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
