import Layer from 'ol/layer/Layer.js'
import type { FrameState } from 'ol/Map.js'
import { fromLonLat } from 'ol/proj.js'
import { apply } from 'ol/transform.js'
import type { Position } from '../../core/picture/transform.ts'
import { emptyCanvas } from './ground-mask.ts'

/** A picture on the ground: where its pixels lie, and how it is shown. */
export type WarpedPicture = {
  readonly address: string
  /** Its size in pixels, of which `address` may give fewer. */
  readonly width: number
  readonly height: number
  readonly placeOf: (pixel: Position) => Position
  readonly opacity: number
}

/** A fit bends a cell by less than this part of the picture's side, and else the cells are made smaller. */
const bent = 1 / 4_000
const mostCells = 32
/** Above the base map, under whatever the study shows. */
const underLayers = -0.5
/** Cells are drawn so much larger that no seam shows between them. */
const overlapPx = 0.7
/** A cell whose corners lie so near to a parallelogram is drawn at once. */
const evenPx = 0.5

/** The picture under all other layers, warped as its fit says: on a grid, each cell or half of it drawn by the affine map of its corners. */
export function createWarpedPicture() {
  let shown: WarpedPicture | null = null
  let grid: Grid | null = null
  const pictures = new Map<string, HTMLImageElement>()
  const element = document.createElement('div')
  element.className = 'veil'

  const layer = new Layer({
    zIndex: underLayers,
    render(frame) {
      const picture = shown && pictures.get(shown.address)
      const canvas = emptyCanvas(frame)
      // Of the whole: where triangles overlap, what shines through would be seen twice.
      element.style.opacity = String(shown?.opacity ?? 1)
      if (shown && grid && picture?.complete && picture.naturalWidth > 0) paint(canvas, frame, picture, grid)
      element.replaceChildren(canvas)
      return element
    },
  })

  return {
    layer,
    show(next: WarpedPicture | null): void {
      if (next?.address === shown?.address && next?.placeOf === shown?.placeOf && next?.opacity === shown?.opacity)
        return
      if (next && next.placeOf !== shown?.placeOf) grid = gridOf(next)
      shown = next
      if (next && !pictures.has(next.address)) {
        const picture = new Image()
        picture.addEventListener('load', () => layer.changed())
        picture.src = next.address
        pictures.clear()
        pictures.set(next.address, picture)
      }
      layer.changed()
    },
  }
}

/** Corners of cells in parts of the picture's sides, and where they lie in Web Mercator. */
type Grid = { readonly cells: number; readonly corners: readonly (readonly number[])[] }

function gridOf({ width, height, placeOf }: WarpedPicture): Grid {
  const at = (u: number, v: number): number[] => fromLonLat([...placeOf([u * width, v * height])])
  const corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)]
  const side = Math.hypot(corners[1]![0]! - corners[2]![0]!, corners[1]![1]! - corners[2]![1]!)
  for (let cells = 1; ; cells *= 2) {
    const grid = { cells, corners: nodes(cells).map(([u, v]) => at(u, v)) }
    if (cells >= mostCells || bendOf(grid, at) < bent * side) return grid
  }
}

const nodes = (cells: number): (readonly [number, number])[] =>
  Array.from({ length: (cells + 1) ** 2 }, (_, k) => [(k % (cells + 1)) / cells, Math.floor(k / (cells + 1)) / cells])

/** How far the middle of a cell lies from the middle of the diagonal that cuts it, at most. */
function bendOf({ cells, corners }: Grid, at: (u: number, v: number) => number[]): number {
  let most = 0
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const [a, b] = [corners[row * (cells + 1) + column]!, corners[(row + 1) * (cells + 1) + column + 1]!]
      const [x, y] = at((column + 0.5) / cells, (row + 0.5) / cells)
      most = Math.max(most, Math.hypot((a[0]! + b[0]!) / 2 - x!, (a[1]! + b[1]!) / 2 - y!))
    }
  return most
}

function paint(
  canvas: HTMLCanvasElement,
  { coordinateToPixelTransform, pixelRatio }: FrameState,
  picture: HTMLImageElement,
  { cells, corners }: Grid,
): void {
  const context = canvas.getContext('2d')!
  const [width, height] = [picture.naturalWidth, picture.naturalHeight]
  const onScreen = corners.map((corner) =>
    apply(coordinateToPixelTransform, [...corner]).map((own) => own * pixelRatio),
  )
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) {
      const first = row * (cells + 1) + column
      const [a, b, c, d] = [first, first + 1, first + cells + 1, first + cells + 2].map((at) => onScreen[at]!)
      const [u, v, size] = [(column / cells) * width, (row / cells) * height, [width / cells, height / cells] as const]
      if (isOutside([a!, b!, c!, d!], canvas)) continue
      const isEven = [0, 1].every((axis) => Math.abs(a![axis]! + d![axis]! - b![axis]! - c![axis]!) < evenPx)
      piece(context, picture, [a!, b!, c!, ...(isEven ? [d!] : [])], [u, v], size, 'upper')
      if (!isEven) piece(context, picture, [d!, c!, b!], [u, v], size, 'lower')
    }
}

const isOutside = (places: readonly number[][], { width, height }: HTMLCanvasElement): boolean =>
  places.every(([x]) => x! < 0) ||
  places.every(([, y]) => y! < 0) ||
  places.every(([x]) => x! > width) ||
  places.every(([, y]) => y! > height)

/**
 * Draws a cell, or half of it: `corner`, `along` and `down` are where its right angle and the ends of its legs lie on the screen,
 * and with the corner across from it where both halves are drawn alike.
 */
function piece(
  context: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  places: readonly number[][],
  [u, v]: readonly [number, number],
  [width, height]: readonly [number, number],
  half: 'upper' | 'lower',
): void {
  const [corner, along, down, across] = places as [number[], number[], number[], number[]?]
  const sign = half === 'upper' ? 1 : -1
  const [ax, ay] = [(sign * (along[0]! - corner[0]!)) / width, (sign * (along[1]! - corner[1]!)) / width]
  const [bx, by] = [(sign * (down[0]! - corner[0]!)) / height, (sign * (down[1]! - corner[1]!)) / height]
  const [x0, y0] = half === 'upper' ? [u, v] : [u + width, v + height]
  const middle = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis]!, 0) / places.length)
  context.save()
  context.beginPath()
  for (const place of across ? [corner, along, across, down] : places) {
    const [dx, dy] = [place[0]! - middle[0]!, place[1]! - middle[1]!]
    const grown = 1 + overlapPx / Math.max(1, Math.hypot(dx, dy))
    context.lineTo(middle[0]! + dx * grown, middle[1]! + dy * grown)
  }
  context.clip()
  context.transform(ax, ay, bx, by, corner[0]! - ax * x0 - bx * y0, corner[1]! - ay * x0 - by * y0)
  context.drawImage(picture, 0, 0)
  context.restore()
}
