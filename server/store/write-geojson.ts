import { open } from 'node:fs/promises'
import type { FeatureCollection, Geometry } from 'geojson'

const chunkLength = 1_000_000

/** Writes a collection and makes it safe on disk, never holding its whole text, which may be longer than a string can be. */
export async function writeGeoJson(path: string, { features }: FeatureCollection<Geometry | null>): Promise<void> {
  const file = await open(path, 'w')
  try {
    let text = '{"type":"FeatureCollection","features":['
    for (const [i, feature] of features.entries()) {
      text += `${i === 0 ? '' : ','}\n${JSON.stringify(feature)}`
      if (text.length < chunkLength) continue
      await file.write(text)
      text = ''
    }
    await file.write(`${text}\n]}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
