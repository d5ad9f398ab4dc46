import { ownersIn } from '../../core/model/owners.ts'
import type { FrameState } from 'ol/Map.js'
import { fromLonLat } from 'ol/proj.js'
import type { Shapes } from '../../core/geometry/shapes.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import type { ChangedGround, Ground } from '../state/ground.ts'
import { tilePixels } from '../../core/tiles/world.ts'
import { tileMask, tileSeveral } from './tile-mask.ts'
import { tilesOver, type KeptTile } from './tile-store.ts'
import type { TiledLayer } from '../state/tiled-layer.ts'
import type { Part, Scene } from '../state/scene.ts'

/**
 * Ground as opaque pixels, found by laying the shapes over one another the way the measurement does: what lies in
 * the plan and in every class that the ground has, and in none that it has not. Nothing is computed from it.
 */
export function paintGround(ground: Ground, scene: Scene, frame: FrameState): HTMLCanvasElement {
  const mask = fillParts([scene.plan], frame)
  const context = mask.getContext('2d')!
  const keep = (parts: readonly Part[]): void => compose(context, 'destination-in', fillParts(parts, frame))
  const remove = (parts: readonly Part[]): void => compose(context, 'destination-out', fillParts(parts, frame))
  switch (ground.kind) {
    case 'class':
      keep(present(scene.layers.get(ground.layer), [ground.class]))
      break
    case 'several':
      compose(context, 'destination-in', fillSeveral(byOwner(ground.layer, scene), frame))
      break
    case 'uncovered':
      remove([...(scene.layers.get(ground.layer)?.values() ?? [])])
      break
    case 'unit':
      if (ground.id === null) remove([...scene.units.values()])
      else keep(present(scene.units, [ground.id]))
      break
    case 'change':
      compose(context, 'destination-in', paintChange(ground, scene, frame))
      break
    case 'cells': {
      const all = emptyCanvas(frame)
      for (const classes of ground.cells)
        compose(all.getContext('2d')!, 'source-over', paintGround({ kind: 'cell', classes }, scene, frame))
      compose(context, 'destination-in', all)
      break
    }
    case 'cell':
    case 'combination':
      for (const [layer, parts] of scene.layers) {
        const classes = ground.classes[layer] ?? (ground.kind === 'cell' ? null : [])
        if (classes !== null) keepOnly(mask, parts, classes, frame)
      }
  }
  return mask
}

/** Keeps what lies in all of the classes and in none other of their layer. */
function keepOnly(
  mask: HTMLCanvasElement,
  parts: ReadonlyMap<ClassName, Part>,
  classes: readonly ClassName[],
  frame: FrameState,
): void {
  const context = mask.getContext('2d')!
  for (const [name, part] of parts)
    if (classes.includes(name)) compose(context, 'destination-in', fillParts([part], frame))
  compose(
    context,
    'destination-out',
    fillParts(
      [...parts].flatMap(([name, part]) => (classes.includes(name) ? [] : [part])),
      frame,
    ),
  )
}

/** Ground of a layer by what it was on one day and what on another; slivers are not left out. */
function paintChange(ground: ChangedGround, scene: Scene, frame: FrameState): HTMLCanvasElement {
  const [before, after] = [scene.on(ground.layer, ground.from), scene.on(ground.layer, ground.to)]
  const painted = emptyCanvas(frame)
  if (!before || !after) return painted
  if (ground.what === 'passage') {
    for (const { fromClasses, toClasses } of ground.cells) {
      const cell = fillParts([scene.plan], frame)
      keepOnly(cell, before, fromClasses, frame)
      keepOnly(cell, after, toClasses, frame)
      compose(painted.getContext('2d')!, 'source-over', cell)
    }
    return painted
  }
  const parties = ground.what === 'all' ? ground.parties : [{ ...ground, isKnown: true }]
  for (const { fromClasses, toClasses, isKnown } of parties) {
    const [then, now] = [present(before, fromClasses), present(after, toClasses)]
    if (ground.what !== 'lost') addDifference(painted, now, then, frame)
    if (ground.what !== 'gained' && isKnown) addDifference(painted, then, now, frame)
  }
  return painted
}

function addDifference(
  into: HTMLCanvasElement,
  parts: readonly Part[],
  without: readonly Part[],
  frame: FrameState,
): void {
  const canvas = fillParts(parts, frame)
  compose(canvas.getContext('2d')!, 'destination-out', fillParts(without, frame))
  compose(into.getContext('2d')!, 'source-over', canvas)
}

const present = (parts: ReadonlyMap<ClassName, Part> | undefined, names: readonly ClassName[]): Part[] =>
  names.flatMap((name) => parts?.get(name) ?? [])

/** The classes of a layer, those of one party together. */
function byOwner(layer: string, { layers, owners }: Scene): Part[][] {
  const ownerOf = owners.get(layer) ?? ownersIn([])
  const parts = [...(layers.get(layer) ?? [])]
  return [...new Set(parts.map(([name]) => ownerOf(name)))].map((owner) =>
    parts.flatMap(([name, part]) => (ownerOf(name) === owner ? [part] : [])),
  )
}

/** Ground that two or more of the sets of parts cover. */
function fillSeveral(sets: readonly (readonly Part[])[], frame: FrameState): HTMLCanvasElement {
  const several = emptyCanvas(frame)
  const [first] = sets.flat()
  if (first && 'tiled' in first) {
    const names = sets.map((parts) => parts.flatMap((part) => ('tiled' in part ? [part.class] : [])))
    drawTiles(several.getContext('2d')!, first.tiled, frame, (tile, perPixel) => tileSeveral(tile, names, perPixel))
    return several
  }
  sets.forEach((parts, i) => {
    const others = sets.slice(i + 1).flat()
    if (others.length === 0) return
    const shared = fillParts(parts, frame)
    compose(shared.getContext('2d')!, 'destination-in', fillParts(others, frame))
    compose(several.getContext('2d')!, 'source-over', shared)
  })
  return several
}

/** All polygons of the parts, each filled by the even-odd rule. */
export function fillParts(parts: readonly Part[], frame: FrameState): HTMLCanvasElement {
  const canvas = emptyCanvas(frame)
  const context = canvas.getContext('2d')!
  for (const part of parts) {
    if ('shapes' in part) fillShapes(context, part.shapes, frame)
    else drawTiles(context, part.tiled, frame, (tile, perPixel) => tileMask(tile, part.class, perPixel))
  }
  return canvas
}

/** Masks of the tiles of a layer, as far as these are there. */
function drawTiles(
  context: CanvasRenderingContext2D,
  tiled: TiledLayer,
  frame: FrameState,
  maskOf: (tile: KeptTile, perPixel: number) => HTMLCanvasElement,
): void {
  for (const tile of tilesOver(tiled, frame.extent!, frame.viewState.resolution)) {
    const [left, top, width, height] = pixelBox(tile.extent, frame)
    context.drawImage(maskOf(tile, width / tilePixels), left, top, width, height)
  }
}

function pixelBox(extent: readonly number[], frame: FrameState): [x: number, y: number, width: number, height: number] {
  const [a, , , d, e, f] = frame.coordinateToPixelTransform as [number, number, number, number, number, number]
  const [left, top] = [
    Math.round((extent[0]! * a + e) * frame.pixelRatio),
    Math.round((extent[3]! * d + f) * frame.pixelRatio),
  ]
  const [right, bottom] = [
    Math.round((extent[2]! * a + e) * frame.pixelRatio),
    Math.round((extent[1]! * d + f) * frame.pixelRatio),
  ]
  return [left, top, right - left, bottom - top]
}

function fillShapes(context: CanvasRenderingContext2D, shapes: Shapes, frame: FrameState): void {
  const xy = projected(shapes)
  const [a, , , d, e, f] = frame.coordinateToPixelTransform as [number, number, number, number, number, number]
  const ratio = frame.pixelRatio
  const { partStart, partPolygon } = shapes
  for (let part = 0; part < partPolygon.length; part++) {
    if (part === 0 || partPolygon[part] !== partPolygon[part - 1]) context.beginPath()
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      const x = (xy[i * 2]! * a + e) * ratio
      const y = (xy[i * 2 + 1]! * d + f) * ratio
      if (i === partStart[part]) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    context.closePath()
    if (partPolygon[part] !== partPolygon[part + 1]) context.fill('evenodd')
  }
}

const projections = new WeakMap<Shapes, Float64Array>()

/** The vertices in the map's projection, kept because every frame needs them. */
function projected(shapes: Shapes): Float64Array {
  const known = projections.get(shapes)
  if (known) return known
  const { coordinates } = shapes
  const xy = new Float64Array(coordinates.length)
  for (let i = 0; i < coordinates.length; i += 2) xy.set(fromLonLat([coordinates[i]!, coordinates[i + 1]!]), i)
  projections.set(shapes, xy)
  return xy
}

export function emptyCanvas({ size: [width, height], pixelRatio }: FrameState): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width! * pixelRatio)
  canvas.height = Math.round(height! * pixelRatio)
  return canvas
}

export function compose(
  context: CanvasRenderingContext2D,
  how: GlobalCompositeOperation,
  what: HTMLCanvasElement,
): void {
  context.globalCompositeOperation = how
  context.drawImage(what, 0, 0)
  context.globalCompositeOperation = 'source-over'
}
