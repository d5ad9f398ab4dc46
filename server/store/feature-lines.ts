import { open } from 'node:fs/promises'
import type { Feature, FeatureCollection, Geometry } from 'geojson'

const newline = 0x0a
const chunkBytes = 4 * 2 ** 20

/**
 * Where the line of each feature begins in a file that `writeGeoJson` has written, and one more entry for the end; `null`
 * where the file has not a line for each.
 */
export async function featureLines(path: string, count: number): Promise<Float64Array | null> {
  const file = await open(path)
  try {
    const starts = new Float64Array(count + 1)
    const chunk = Buffer.alloc(chunkBytes)
    let [found, at] = [0, 0]
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, at)
      if (bytesRead === 0) break
      for (let i = chunk.indexOf(newline); i >= 0 && i < bytesRead; i = chunk.indexOf(newline, i + 1)) {
        if (found <= count) starts[found] = at + i + 1
        found++
      }
      at += bytesRead
    }
    // One before each feature, one before the closing brackets, and one at the end.
    return found === count + 2 ? starts : null
  } finally {
    await file.close()
  }
}

/** The features of the given numbers, from 0, read without the others; `null` where their lines are no features. */
export async function readFeatureLines(
  path: string,
  lines: Float64Array,
  features: readonly number[],
): Promise<FeatureCollection<Geometry | null> | null> {
  const file = await open(path)
  try {
    const read: Feature<Geometry | null>[] = []
    for (const feature of features) {
      const length = lines[feature + 1]! - lines[feature]!
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, lines[feature])
      const text = buffer.toString('utf8').trim().replace(/,$/, '')
      const parsed = JSON.parse(text) as Feature<Geometry | null>
      if (parsed.type !== 'Feature') return null
      read.push(parsed)
    }
    return { type: 'FeatureCollection', features: read }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  } finally {
    await file.close()
  }
}
