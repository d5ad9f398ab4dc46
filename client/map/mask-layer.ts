import Layer from 'ol/layer/Layer.js'
import type { FrameState } from 'ol/Map.js'
import { groundKey, type Ground } from '../state/ground.ts'
import type { Scene } from '../state/scene.ts'
import { compose, emptyCanvas, fillParts, paintGround } from './ground-mask.ts'
import { tilesArrived } from './tile-store.ts'
import type { Theme } from './theme.ts'
import { withAlpha } from '../../core/symbology/color.ts'

type Shown = { readonly scene: Scene | null; readonly ground: Ground | null; readonly theme: Theme }

const outsideMask = 0.5
const plainMask = 0.62
const edgePx = 2

/** Veils the ground outside the plan; where a row is lit, all but its ground, which gets an edge as well. */
export function createMaskLayer(): { layer: Layer; show: (shown: Shown) => void } {
  let shown: Shown | null = null
  let lastFrame: FrameState | null = null
  let painted: { key: string; scene: Scene | null } | null = null
  // In an element of its own: OpenLayers would draw the layers above straight onto a bare canvas.
  const element = document.createElement('div')
  element.className = 'veil'

  function paint(frame: FrameState, { scene, ground, theme }: Shown): void {
    const place = [frame.coordinateToPixelTransform, frame.size, frame.pixelRatio, ground && tilesArrived()]
    const key = [place, theme.paper, ground && groundKey(ground)].join()
    if (painted?.key === key && painted.scene === scene) return
    const maskLayer = emptyCanvas(frame)
    if (scene && ground) paintHovered(maskLayer, scene, ground, theme, frame)
    else if (scene) paintOutside(maskLayer, scene, theme, frame)
    // Browsers print what was done to a canvas, step by step: what cuts out of a mask would cut out of the paper.
    const canvas = emptyCanvas(frame)
    canvas.getContext('2d')!.drawImage(maskLayer, 0, 0)
    element.replaceChildren(canvas)
    painted = { key, scene }
  }

  const layer = new Layer({
    render(frame) {
      lastFrame = frame
      if (shown) paint(frame, shown)
      return element
    },
  })
  return {
    layer,
    /** Paints at once, so that lighting ground does not draw the layers under it again. */
    show(next) {
      shown = next
      if (lastFrame) paint(lastFrame, shown)
    },
  }
}

function paintOutside(canvas: HTMLCanvasElement, { plan }: Scene, theme: Theme, frame: FrameState): void {
  const context = masked(canvas, theme, outsideMask)
  compose(context, 'destination-out', fillParts([plan], frame))
}

function paintHovered(canvas: HTMLCanvasElement, scene: Scene, ground: Ground, theme: Theme, frame: FrameState): void {
  const mask = paintGround(ground, scene, frame)
  const context = masked(canvas, theme, plainMask)
  compose(context, 'destination-out', mask)
  context.drawImage(edgeOf(mask, theme, frame), 0, 0)
}

function masked(canvas: HTMLCanvasElement, theme: Theme, alpha: number): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')!
  context.fillStyle = withAlpha(theme.paper, alpha)
  context.fillRect(0, 0, canvas.width, canvas.height)
  return context
}

/** A line in the action colour round the mask: the mask moved every way, without the mask itself. */
function edgeOf(mask: HTMLCanvasElement, theme: Theme, frame: FrameState): HTMLCanvasElement {
  const edge = emptyCanvas(frame)
  const context = edge.getContext('2d')!
  const reach = edgePx * frame.pixelRatio
  for (let eighth = 0; eighth < 8; eighth++) {
    const angle = (eighth * Math.PI) / 4
    context.drawImage(mask, reach * Math.cos(angle), reach * Math.sin(angle))
  }
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = theme.action
  context.fillRect(0, 0, edge.width, edge.height)
  compose(context, 'destination-out', mask)
  return edge
}
