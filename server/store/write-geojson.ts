import { open } from 'node:fs/promises'
import type { Feature, Geometry } from 'geojson'

const chunkLength = 1_000_000

/**
 * Writes a collection, a line for each feature, and makes it safe on disk. Neither its features nor its text, which may be
 * longer than a string can be, are ever there as a whole; `written` is told how many are.
 */
export async function writeGeoJson(
  path: string,
  features: Iterable<Feature<Geometry | null>>,
  written?: (count: number) => void,
): Promise<void> {
  const file = await open(path, 'w')
  try {
    let text = '{"type":"FeatureCollection","features":['
    let count = 0
    for (const feature of features) {
      text += `${count++ === 0 ? '' : ','}\n${JSON.stringify(feature)}`
      if (text.length < chunkLength) continue
      await file.write(text)
      text = ''
      written?.(count)
    }
    await file.write(`${text}\n]}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
