import type { Shapes } from '../geometry/shapes.ts'
import type { PictureRecord } from '../model/picture-record.ts'
import type { Note } from '../result/note.ts'
import { fitPicture } from './fit.ts'
import { pixelOf } from './pixel-of.ts'
import { placePicture } from './place-picture.ts'
import type { PixelBox } from './placing-error.ts'

/** The fit by which the picture of a layer lies on the ground. */
const fitOfRecord = ({ points, transform, plane }: PictureRecord) => fitPicture(points, transform, plane)

/**
 * The picture of a layer that is drawn on it, with the error of its placing over what is drawn now, and what its points say of
 * that. What was said of the picture itself stays: it does not follow from where is drawn.
 */
export function placedOver(
  record: PictureRecord,
  drawn: Shapes,
): { readonly picture: PictureRecord; readonly notes: readonly Note[] } {
  const box = pixelBox(record, drawn)
  const { points, transform, plane, clickPx, linePx, width, height, placing } = record
  const size = { width, height }
  const placed = placePicture({
    points,
    transform,
    plane,
    clickPx,
    linePx,
    size,
    source: placing.source,
    ...(box ? { box } : {}),
  })
  // Points that placed it once do so again; over other ground they may say less of it than a placing needs.
  if (!placed.ok) return { picture: record, notes: [] }
  const { modes, ...rest } = placed.value.placing
  return {
    picture: { ...record, placing: { ...rest, modes: modes.map((mode) => [...mode]) } },
    notes: placed.value.notes.filter(({ code }) => code !== 'picture-accuracy-unstated'),
  }
}

/** The part of the picture that is drawn on; `null` where nothing is, or it lies where the fit does not reach. */
function pixelBox(record: PictureRecord, { coordinates }: Shapes): PixelBox | null {
  if (coordinates.length === 0) return null
  const fit = fitOfRecord(record)
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < coordinates.length; i += 2) {
    const pixel = pixelOf(fit, [coordinates[i]!, coordinates[i + 1]!])
    if (!pixel) return null
    box[0] = Math.min(box[0], pixel[0])
    box[1] = Math.min(box[1], pixel[1])
    box[2] = Math.max(box[2], pixel[0])
    box[3] = Math.max(box[3], pixel[1])
  }
  return box
}
