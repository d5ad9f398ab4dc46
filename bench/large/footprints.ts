import { writeZip } from '../../server/export/archive/zip-writer.ts'
import { randomFrom } from '../random.ts'

const classes = ['destroyed', 'severe', 'moderate'] as const
const [west, south, across, down] = [36.2, 33.42, 0.2, 0.14] as const
const vertices = 7
const contentBytes = 4 + 32 + 4 + 4 + 4 + 16 * vertices
const classWidth = 9

/** The plan in the middle of the footprints, as GeoJSON. */
export const planText = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [36.25, 33.45],
            [36.35, 33.45],
            [36.35, 33.53],
            [36.25, 33.53],
            [36.25, 33.45],
          ],
        ],
      },
    },
  ],
})

/** Writes so many seeded L-shaped footprints of three classes as a zipped shapefile. */
export async function writeFootprints(path: string, count: number): Promise<void> {
  const random = randomFrom(3)
  const shp = Buffer.alloc(100 + count * (8 + contentBytes))
  const shx = Buffer.alloc(100 + count * 8)
  const dbf = Buffer.alloc(32 + 32 + 1 + count * (1 + classWidth), 0x20)
  const box = [west, south, west + across, south + down] as const
  for (const head of [shp, shx]) {
    head.writeInt32BE(9994, 0)
    head.writeInt32BE(head.length / 2, 24)
    head.writeInt32LE(1000, 28)
    head.writeInt32LE(5, 32)
    box.forEach((edge, i) => head.writeDoubleLE(edge, 36 + 8 * i))
  }
  dbf.fill(0, 0, 65)
  dbf.writeUInt8(3, 0)
  dbf.set([118, 4, 21], 1)
  dbf.writeUInt32LE(count, 4)
  dbf.writeUInt16LE(65, 8)
  dbf.writeUInt16LE(1 + classWidth, 10)
  dbf.write('grade', 32, 'latin1')
  dbf.write('C', 43, 'latin1')
  dbf.writeUInt8(classWidth, 48)
  dbf.writeUInt8(13, 64)
  for (let i = 0; i < count; i++) {
    const [x, y] = [west + random() * across, south + random() * down]
    const [w, h] = [0.00005 + random() * 0.0001, 0.00005 + random() * 0.0001]
    // Clockwise, as a shapefile has its shells.
    const ring = [x, y, x, y + h, x + w / 2, y + h, x + w / 2, y + h / 2, x + w, y + h / 2, x + w, y, x, y]
    const at = 100 + i * (8 + contentBytes)
    shp.writeInt32BE(i + 1, at)
    shp.writeInt32BE(contentBytes / 2, at + 4)
    shp.writeInt32LE(5, at + 8)
    ;[x, y, x + w, y + h].forEach((edge, j) => shp.writeDoubleLE(edge, at + 12 + 8 * j))
    shp.writeInt32LE(1, at + 44)
    shp.writeInt32LE(vertices, at + 48)
    ring.forEach((value, j) => shp.writeDoubleLE(value, at + 56 + 8 * j))
    shx.writeInt32BE(at / 2, 100 + 8 * i)
    shx.writeInt32BE(contentBytes / 2, 104 + 8 * i)
    dbf.write(classes[Math.floor(random() * 3)]!, 65 + i * (1 + classWidth) + 1, 'latin1')
  }
  const prj = Buffer.from(
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  )
  const parts = { shp, shx, dbf, prj }
  const isWritten = await writeZip(
    path,
    Object.entries(parts).map(([ending, bytes]) => ({
      name: `footprints.${ending}`,
      read: () => Promise.resolve(bytes),
    })),
  )
  if (!isWritten) throw new Error('the footprints do not fit into a zip')
}
