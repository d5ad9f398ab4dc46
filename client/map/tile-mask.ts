import { labelsInTile } from '../../core/tiles/labels-in-tile.ts'
import { tilePixels } from '../../core/tiles/world.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import type { KeptTile } from './tile-store.ts'

/** Canvases of a megabyte or four. */
const mostKept = 48
const kept = new Map<string, { readonly tile: KeptTile; readonly mask: HTMLCanvasElement }>()

/**
 * The ground of a class in a tile as opaque pixels, painted once: every frame while the map is moved needs it again.
 * `perPixel` are the pixels that a pixel of the tile takes on the map.
 */
export const tileMask = (tile: KeptTile, name: ClassName, perPixel: number): HTMLCanvasElement =>
  remembered(tile, ['class', name], perPixel, (context, side) => paint(context, tile, name, side))

/** The ground in a tile that two or more of the sets of classes cover. */
export const tileSeveral = (
  tile: KeptTile,
  sets: readonly (readonly ClassName[])[],
  perPixel: number,
): HTMLCanvasElement =>
  remembered(tile, ['several', sets], perPixel, (several, side) => {
    sets.forEach((names, i) => {
      const shared = blank(side)
      for (const name of names) shared.drawImage(tileMask(tile, name, perPixel), 0, 0)
      const others = blank(side)
      for (const name of sets.slice(i + 1).flat()) others.drawImage(tileMask(tile, name, perPixel), 0, 0)
      shared.globalCompositeOperation = 'destination-in'
      shared.drawImage(others.canvas, 0, 0)
      several.drawImage(shared.canvas, 0, 0)
    })
  })

function remembered(
  tile: KeptTile,
  what: unknown,
  perPixel: number,
  fill: (context: CanvasRenderingContext2D, side: number) => void,
): HTMLCanvasElement {
  const side = tilePixels * (perPixel > 1.05 ? 2 : 1)
  const key = JSON.stringify([tile.key, what, side])
  const before = kept.get(key)
  if (before?.tile === tile) {
    kept.delete(key)
    kept.set(key, before)
    return before.mask
  }
  const context = blank(side)
  fill(context, side)
  kept.set(key, { tile, mask: context.canvas })
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return context.canvas
}

function blank(side: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  return canvas.getContext('2d')!
}

function paint(
  context: CanvasRenderingContext2D,
  { features, extent: [left, bottom, right, top] }: KeptTile,
  name: ClassName,
  side: number,
): void {
  const [perX, perY] = [side / (right! - left!), side / (top! - bottom!)]
  context.beginPath()
  for (const feature of features) {
    if (feature.get('layer') === labelsInTile) continue
    if (((feature.get('class') as string | undefined) ?? null) !== name || feature.get('ended') === true) continue
    const flat = feature.getFlatCoordinates()
    let start = 0
    for (const end of feature.getEnds() ?? []) {
      for (let i = start; i < end; i += 2) {
        const [x, y] = [(flat[i]! - left!) * perX, (top! - flat[i + 1]!) * perY]
        if (i === start) context.moveTo(x, y)
        else context.lineTo(x, y)
      }
      context.closePath()
      start = end
    }
  }
  context.fill()
}
