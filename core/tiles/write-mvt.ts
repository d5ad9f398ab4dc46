import { PbfWriter } from 'pbf'

/** What a feature of a tile says; nothing else of its file leaves with it. */
export type TileAttributes = {
  /** Missing where the class is that without a name. */
  readonly class?: string
  readonly id?: string
  readonly label?: string
  readonly labelAr?: string
  /** Of a name, how many metres of Web Mercator it may take. */
  readonly room?: number
  /** Of ground whose party's hold has ended, so that nobody knows who holds it; its class is missing. */
  readonly ended?: true
}

export type TileFeature = {
  /** Number of the feature in its layer, from 1; missing where it stands for many. */
  readonly number?: number
  readonly attributes: TileAttributes
  /** Commands and zigzag-encoded steps as MVT has them. */
  readonly geometry: readonly number[]
}

export const geometryTypes = { point: 1, line: 2, polygon: 3 } as const

/** A layer of a Mapbox Vector Tile 2.1 (fields of its schema by their numbers). */
export type MvtLayer = {
  readonly name: string
  /** Units on the side of the tile. */
  readonly extent: number
  readonly type: (typeof geometryTypes)[keyof typeof geometryTypes]
  readonly features: readonly TileFeature[]
}

/** The bytes of a tile. */
export function writeMvt(layers: readonly MvtLayer[]): Uint8Array {
  const tile = new PbfWriter()
  for (const layer of layers) tile.writeMessage(3, writeLayer, layer)
  return tile.finish()
}

type Words = { readonly keys: Map<string, number>; readonly values: Map<string | number | true, number> }

function writeLayer({ name, extent, type, features }: MvtLayer, writer: PbfWriter): void {
  const words: Words = { keys: new Map(), values: new Map() }
  writer.writeVarintField(15, 2)
  writer.writeStringField(1, name)
  writer.writeVarintField(5, extent)
  for (const feature of features) writer.writeMessage(2, writeFeature, { ...feature, type, words })
  for (const key of words.keys.keys()) writer.writeStringField(3, key)
  for (const value of words.values.keys()) writer.writeMessage(4, writeValue, value)
}

function writeFeature(
  { number, attributes, geometry, type, words }: TileFeature & { type: number; words: Words },
  writer: PbfWriter,
): void {
  if (number !== undefined) writer.writeVarintField(1, number)
  const tags = Object.entries(attributes).flatMap(([key, value]) => [
    placeIn(words.keys, key),
    placeIn(words.values, value),
  ])
  writer.writePackedVarint(2, tags)
  writer.writeVarintField(3, type)
  writer.writePackedVarint(4, geometry as number[])
}

function placeIn<Word>(words: Map<Word, number>, word: Word): number {
  const place = words.get(word) ?? words.size
  words.set(word, place)
  return place
}

function writeValue(value: string | number | true, writer: PbfWriter): void {
  if (value === true) writer.writeBooleanField(7, true)
  else if (typeof value === 'number') writer.writeVarintField(5, value)
  else writer.writeStringField(1, value)
}

const command = (id: number, count: number): number => (id & 7) | (count << 3)
const zigzag = (value: number): number => (value << 1) ^ (value >> 31)

/** Draws into `geometry`: every part begins where the one before it ended. */
export function geometryPen() {
  const geometry: number[] = []
  let [atX, atY] = [0, 0]
  const step = (x: number, y: number): void => {
    geometry.push(zigzag(x - atX), zigzag(y - atY))
    atX = x
    atY = y
  }
  return {
    geometry,
    /** A ring or a line through the positions x, y, x, y …; a ring is closed by itself. */
    path(xy: ArrayLike<number>, isRing: boolean): void {
      geometry.push(command(1, 1))
      step(xy[0]!, xy[1]!)
      geometry.push(command(2, xy.length / 2 - 1))
      for (let i = 2; i < xy.length; i += 2) step(xy[i]!, xy[i + 1]!)
      if (isRing) geometry.push(command(7, 1))
    },
    points(xy: ArrayLike<number>): void {
      geometry.push(command(1, xy.length / 2))
      for (let i = 0; i < xy.length; i += 2) step(xy[i]!, xy[i + 1]!)
    },
  }
}
