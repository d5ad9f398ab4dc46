import Layer from 'ol/layer/Layer.js'
import type { FrameState } from 'ol/Map.js'
import type { PageState, StudyView } from '../state/page-state.ts'
import { sceneOf, type Scene } from '../state/scene.ts'
import { visibleLayers } from '../state/shown-series.ts'
import { paintGround } from './ground-mask.ts'
import { tilesArrived } from './tile-store.ts'
import { layerHeights } from './study-layers.ts'
import type { Theme } from './theme.ts'

const tileSide = 16

/** The visible layers of which several claim ground of the plan, by the measurement. */
export const severalNames = (state: PageState): readonly string[] => {
  const claimed = (state.measurement?.layers ?? []).filter(({ multipleM2 }) => multipleM2 > 0)
  const visible = new Set(visibleLayers(state).map(({ name }) => name))
  return claimed.flatMap(({ name }) => (visible.has(name) ? [name] : []))
}

/** Stripes over the ground of the plan that several claim, in place of the colour of the class drawn last, as bar and table have them. */
export function severalLayers(state: PageState, theme: Theme): Layer[] {
  const { heights, step } = layerHeights(state)
  return severalNames(state).flatMap((name) => {
    const height = heights.get(name)
    return height === undefined ? [] : [severalLayer(name, height + step / 2, state, theme)]
  })
}

function severalLayer(name: string, zIndex: number, state: StudyView, theme: Theme): Layer {
  const element = document.createElement('div')
  element.className = 'several-ground'
  let painted = ''
  return new Layer({
    zIndex,
    render(frame) {
      const scene = sceneOf(state)
      const key = [frame.coordinateToPixelTransform, frame.size, frame.pixelRatio, tilesArrived()].join()
      if (scene && key !== painted) element.replaceChildren(paint(name, scene, theme, frame))
      painted = key
      return element
    },
  })
}

function paint(name: string, scene: Scene, theme: Theme, frame: FrameState): HTMLCanvasElement {
  const canvas = paintGround({ kind: 'several', layer: name }, scene, frame)
  const context = canvas.getContext('2d')!
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = context.createPattern(stripes(theme, frame.pixelRatio), 'repeat')!
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

function stripes(theme: Theme, ratio: number): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  tile.width = tile.height = tileSide * ratio
  const context = tile.getContext('2d')!
  context.scale(ratio, ratio)
  context.fillStyle = theme.paper
  context.fillRect(0, 0, tileSide, tileSide)
  context.strokeStyle = theme.secondInk
  context.lineWidth = tileSide / 4 / Math.SQRT2
  context.beginPath()
  for (let at = -tileSide; at <= tileSide; at += tileSide / 2) {
    context.moveTo(at - 2, tileSide + 2)
    context.lineTo(at + tileSide + 2, -2)
  }
  context.stroke()
  return tile
}
