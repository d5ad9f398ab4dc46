import shp from 'shpjs'
import type { Geometry } from 'geojson'

/** The shapes in a zip of shapefiles by its own `.prj`, for a first look; none where it cannot be read. */
async function shapesIn(zip: ArrayBuffer): Promise<Geometry[]> {
  const read = await shp(zip).catch(() => [])
  return [read].flat().flatMap(({ features }) => features.flatMap((own) => own.geometry ?? []))
}

// A thread of the page's own.
self.addEventListener('message', async ({ data }: MessageEvent<ArrayBuffer>) => {
  self.postMessage(await shapesIn(data), { transfer: [] })
})
