import type { Shapes } from '../../core/geometry/shapes.ts'

/** Numbers that are appended to a buffer that grows. */
function growing<T extends Float64Array | Uint32Array>(make: (length: number) => T) {
  let buffer = make(256)
  let length = 0
  return {
    push(value: number): void {
      if (length === buffer.length) {
        const grown = make(length * 2)
        grown.set(buffer)
        buffer = grown
      }
      buffer[length++] = value
    },
    get length() {
      return length
    },
    at: (index: number) => buffer[index]!,
    dropLast: (count: number) => void (length -= count),
    take: () => buffer.slice(0, length) as T,
  }
}

/** Collects the parts of features, in their order, into flat shapes. */
export type ShapesBuilder = {
  readonly startPolygon: (feature: number) => void
  readonly startPart: () => void
  readonly addVertex: (x: number, y: number) => void
  /** Ends the part that was started: a ring loses the last vertex that repeats its first. Tells what the part was. */
  readonly endPart: () => { readonly vertices: number; readonly distinct: number; readonly closed: boolean }
  readonly polygons: () => number
  readonly build: () => Shapes
}

export function shapesBuilder(kind: Shapes['kind']): ShapesBuilder {
  const coordinates = growing((length) => new Float64Array(length))
  const partStart = growing((length) => new Uint32Array(length))
  const partPolygon = growing((length) => new Uint32Array(length))
  const polygonFeature = growing((length) => new Uint32Array(length))
  return {
    startPolygon: (feature) => polygonFeature.push(feature),
    startPart() {
      partStart.push(coordinates.length / 2)
      partPolygon.push(polygonFeature.length - 1)
    },
    addVertex(x, y) {
      coordinates.push(x)
      coordinates.push(y)
    },
    endPart() {
      const start = 2 * partStart.at(partStart.length - 1)
      const end = coordinates.length
      const closed =
        end - start > 2 && coordinates.at(start) === coordinates.at(end - 2) && coordinates.at(start + 1) === coordinates.at(end - 1)
      if (closed && kind === 'polygon') coordinates.dropLast(2)
      return { vertices: (coordinates.length - start) / 2, distinct: distinctUpTo3(start), closed }
    },
    polygons: () => polygonFeature.length,
    build() {
      const starts = partStart.take()
      const partStarts = new Uint32Array(starts.length + 1)
      partStarts.set(starts)
      partStarts[starts.length] = coordinates.length / 2
      return {
        kind,
        coordinates: coordinates.take(),
        partStart: partStarts,
        partPolygon: partPolygon.take(),
        polygonFeature: polygonFeature.take(),
      }
    },
  }

  /** Number of distinct vertices from `start` on, counted up to three. */
  function distinctUpTo3(start: number): number {
    const seen: number[] = []
    for (let i = start; i < coordinates.length && seen.length < 3; i += 2) {
      const known = seen.some((j) => coordinates.at(j) === coordinates.at(i) && coordinates.at(j + 1) === coordinates.at(i + 1))
      if (!known) seen.push(i)
    }
    return seen.length
  }
}
