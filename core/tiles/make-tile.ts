import Flatbush from 'flatbush'
import { coverCells, rectanglesOf } from './cover-cells.ts'
import { cutShapes, mvtTypeOf, shapesExtent } from './cut-shapes.ts'
import { sampleCover } from './sample-cover.ts'
import { labelsInTile } from './labels-in-tile.ts'
import { mostPolygons } from './most-polygons.ts'
import type { TileGround } from './tile-ground.ts'
import { labelsExtent, labelsIn, type LabelText } from './tile-labels.ts'
import { tilePixels, type TilePlace } from './world.ts'
import { geometryPen, geometryTypes, writeMvt, type TileAttributes, type TileFeature } from './write-mvt.ts'

/** The features of a layer in their classes on a day, as its tiles say them. */
export type TileClasses = {
  /** Of each feature what a tile calls its ground, by number; less than 0 where it takes no part. */
  readonly classOfFeature: ArrayLike<number>
  readonly attributesOfClass: (place: number) => TileAttributes
  /** What a feature says beside its class. */
  readonly ownAttributes: (feature: number) => TileAttributes
  /** Its name, where names of the layer are shown. */
  readonly labelOf?: (feature: number) => LabelText | null
}

/**
 * How fine a tile may be: its shapes on a grid of so many eighths of a pixel, or what they cover in cells of so many
 * pixels. From fine to coarse; the last is small however much there is.
 */
const finenesses = [{ step: 1 }, { step: 2 }, { step: 4 }, { step: 8 }, { pixels: 1 }, { pixels: 2 }] as const

const nameInTile = 'features'

/**
 * The Mapbox Vector Tile of a place: the finest whose `weight` is at most `most`. Where its zoom is so far that some tile
 * has more polygons than can be drawn one by one, it holds one feature for each class: cells, as many as the class has
 * ground, because shapes too small to be seen are either drawn larger than they are or not at all.
 */
export function makeTile(
  ground: TileGround,
  classes: TileClasses,
  place: TilePlace,
  most: number,
  weightOf: (tile: Uint8Array) => number,
): Uint8Array {
  const isFar = ground.kind === 'polygon' && place.zoom < ground.nearZoom
  const found = polygonsIn(ground, classes, place)
  let tile: Uint8Array = new Uint8Array()
  for (const fineness of finenesses) {
    const isShapes = 'step' in fineness
    if (isShapes && (isFar || (ground.kind === 'polygon' && found.length > 2 * mostPolygons))) continue
    if (!isShapes && ground.kind !== 'polygon') continue
    tile = isShapes
      ? tileOfShapes(ground, classes, place, found, fineness.step)
      : tileOfCells(ground, classes, place, found, fineness.pixels)
    if (weightOf(tile) <= most) break
  }
  return tile
}

function polygonsIn(ground: TileGround, { classOfFeature }: TileClasses, { zoom, x, y }: TilePlace): number[] {
  if (ground.tree.byteLength === 0) return []
  const side = 2 ** (32 - zoom)
  const margin = side / 32
  return Flatbush.from(ground.tree).search(
    x * side - margin,
    y * side - margin,
    (x + 1) * side + margin,
    (y + 1) * side + margin,
    (polygon) => classOfFeature[ground.polygonFeature[polygon]!]! >= 0,
  )
}

function tileOfShapes(
  ground: TileGround,
  { classOfFeature, attributesOfClass, ownAttributes, labelOf }: TileClasses,
  place: TilePlace,
  polygons: readonly number[],
  step: number,
): Uint8Array {
  const sorted = polygons.toSorted((a, b) => a - b)
  const features = cutShapes(ground, place, sorted, step, (feature) => ({
    ...attributesOfClass(classOfFeature[feature]!),
    ...ownAttributes(feature),
  }))
  const labels = labelOf && ground.kind === 'polygon' ? labelsIn(ground, place, sorted, labelOf) : []
  return writeMvt([
    { name: nameInTile, extent: shapesExtent, type: mvtTypeOf(ground), features },
    ...(labels.length > 0
      ? [{ name: labelsInTile, extent: labelsExtent, type: geometryTypes.point, features: labels }]
      : []),
  ])
}

function tileOfCells(
  ground: TileGround,
  { classOfFeature, attributesOfClass }: TileClasses,
  place: TilePlace,
  polygons: readonly number[],
  pixels: 1 | 2,
): Uint8Array {
  const covers = sampleCover(ground, place, polygons, (feature) => classOfFeature[feature]!)
  const cells = coverCells(new Map([...covers].sort(([a], [b]) => a - b)), pixels)
  const features = [...covers.keys()]
    .sort((a, b) => a - b)
    .flatMap((own): TileFeature[] => {
      const pen = geometryPen()
      for (const [left, top, right, bottom] of rectanglesOf(cells, own) as Iterable<[number, number, number, number]>)
        pen.path([left, top, right, top, right, bottom, left, bottom], true)
      return pen.geometry.length === 0 ? [] : [{ attributes: attributesOfClass(own), geometry: pen.geometry }]
    })
  return writeMvt([{ name: nameInTile, extent: tilePixels / pixels, type: geometryTypes.polygon, features }])
}
