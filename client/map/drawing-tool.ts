import Feature from 'ol/Feature.js'
import type OpenLayersMap from 'ol/Map.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import LineString from 'ol/geom/LineString.js'
import MultiPolygon from 'ol/geom/MultiPolygon.js'
import Point from 'ol/geom/Point.js'
import PointerInteraction from 'ol/interaction/Pointer.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { edgesOf, isSamePlace, shapesOf, type Place } from '../../core/drawing/region.ts'
import { roundedPlace } from '../../core/drawing/read-place.ts'
import { containment } from '../../core/geometry/contains.ts'
import { nearestOnEdge } from '../../core/drawing/along-edge.ts'
import {
  addCorner,
  bringRegions,
  change,
  chooseRegion,
  deleteCorner,
  finish,
  insertCorner,
  merge,
  moveCorner,
  snapped,
  startOver,
  takeBack,
} from '../actions/draw.ts'
import { isTyping } from '../actions/other-windows.ts'
import { sketchOf, type DrawingState } from '../state/drawing-state.ts'
import { page, type PageState } from '../state/page-state.ts'
import { groundScale } from './ground-scale.ts'
import type { MapView } from './map-view.ts'
import { createPlacingTool } from './placing-tool.ts'
import { readTheme, type Theme } from './theme.ts'

/** A corner or edge so near to the pointer is meant; fingers are broader. */
const reachPixels = { mouse: 10, touch: 18 }
const metresPerDegree = 111_320

/** What is dragged: a corner, or a place of an edge that becomes one. */
type Dragged = { readonly from: Place; readonly to: Place | null; readonly at: Place }

let tool: ReturnType<typeof createTool> | null = null
let placing: ReturnType<typeof createPlacingTool> | null = null

/** Shows what is drawn on the map and lets it be drawn there; takes both away where nothing is drawn any more. */
export function keepDrawing(state: PageState, { map }: MapView): void {
  tool ??= createTool(map)
  placing ??= createPlacingTool(map)
  tool.show(state)
  placing.show(state)
  void bringRegions()
}

function createTool(map: OpenLayersMap) {
  const source = new VectorSource()
  const layer = new VectorLayer({ source })
  let isOn = false
  let dragged: Dragged | null = null
  let presses: readonly (readonly number[])[] = []
  let shown: readonly unknown[] = []
  const target = map.getTargetElement()!

  const state = (): DrawingState | null => {
    const { drawing } = page.get()
    return drawing?.layer && target.offsetParent !== null ? drawing : null
  }
  const isSketching = ({ tool: own }: DrawingState): boolean => own === 'region' || own === 'hole' || own === 'split'
  const placeAt = (coordinate: readonly number[]): Place => {
    const [lon, lat] = toLonLat([...coordinate])
    return roundedPlace([lon!, lat!])
  }
  const reach = (event: MapBrowserEvent): number => {
    const { pointerType } = event.originalEvent as PointerEvent
    const pixels = pointerType === 'touch' ? reachPixels.touch : reachPixels.mouse
    const [, lat] = toLonLat(event.coordinate)
    return (pixels * map.getView().getResolution()! * groundScale(lat!)) / metresPerDegree
  }
  const snappedAt = (event: MapBrowserEvent, left: readonly Place[] = []): Place =>
    snapped(placeAt(event.coordinate), reach(event), left)

  const dragging = new PointerInteraction({
    handleDownEvent(event) {
      const drawing = state()
      if (drawing?.tool !== 'corners') return false
      dragged = grabbed(drawing, placeAt(event.coordinate), reach(event))
      if (dragged) change({ corner: dragged.to === null ? dragged.from : null })
      return dragged !== null
    },
    handleDragEvent(event) {
      if (!dragged) return
      const left = dragged.to === null ? [dragged.from] : [dragged.from, dragged.to]
      dragged = { ...dragged, at: snappedAt(event, left) }
      show(page.get())
    },
    handleUpEvent() {
      const done = dragged
      dragged = null
      if (done && !isSamePlace(done.at, done.from)) {
        if (done.to === null) moveCorner(done.from, done.at)
        else insertCorner(done.from, done.to, done.at)
      }
      show(page.get())
      return false
    },
  })

  function clicked(event: MapBrowserEvent): void {
    const drawing = state()
    if (!drawing) return
    presses = [...presses.slice(-1), event.pixel]
    if (isSketching(drawing)) {
      const place = snappedAt(event)
      // The second press of a double one lands on the first, or beside it.
      const before = sketchOf(drawing).at(-1)
      if (before && distance(before, place) < reach(event) / 4) return
      return addCorner(place)
    }
    if (drawing.tool === 'corners' && drawing.corner) return
    const number = regionAt(drawing, placeAt(event.coordinate))
    if (drawing.tool === 'merge' && drawing.selected !== null && number !== null && number !== drawing.selected)
      return merge(drawing.selected, number)
    chooseRegion(number)
  }

  function moved(event: MapBrowserEvent): void {
    const drawing = state()
    if (!drawing || event.dragging || !isSketching(drawing)) return
    const next = snappedAt(event)
    if (!drawing.next || !isSamePlace(next, drawing.next)) change({ next })
  }

  function doubled(event: MapBrowserEvent): void {
    if (!state()) return
    event.preventDefault()
    event.stopPropagation()
    // Two corners set quickly are no double click.
    const [one, other] = presses
    const apart = one && other ? Math.hypot(one[0]! - other[0]!, one[1]! - other[1]!) : 0
    if (apart <= reachPixels.touch) finish()
  }

  function pressed(event: KeyboardEvent): void {
    const drawing = state()
    if (!drawing) return
    const focus = document.activeElement
    const isEmptyInput = focus instanceof HTMLInputElement && focus.id === 'draw-place' && focus.value === ''
    if (isTyping() && !isEmptyInput) return
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ'
    const centre = map.getView().getCenter()
    if (isUndo || event.key === 'Backspace') {
      if (!takeBack()) return
    } else if (event.key === 'Escape' && drawing.steps.length > 0) startOver()
    else if (event.key === 'Escape' && drawing.selected !== null) chooseRegion(null)
    else if (event.key === 'Delete' && drawing.corner) deleteCorner(drawing.corner)
    else if (event.key === 'Enter' && focus === target && isSketching(drawing)) finish()
    else if (event.key === ' ' && focus === target && centre && isSketching(drawing)) addCorner(placeAt(centre))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function turn(on: boolean): void {
    isOn = on
    layer.setMap(on ? map : null)
    if (on) {
      map.addInteraction(dragging)
      map.on('click', clicked)
      map.on('pointermove', moved)
      map.on('dblclick', doubled)
      document.addEventListener('keydown', pressed, true)
    } else {
      map.removeInteraction(dragging)
      map.un('click', clicked)
      map.un('pointermove', moved)
      map.un('dblclick', doubled)
      document.removeEventListener('keydown', pressed, true)
      source.clear()
    }
    target.classList.toggle('drawing', on)
  }

  function show({ drawing }: PageState): void {
    const on = drawing?.layer !== undefined && drawing.layer !== null
    if (on !== isOn) turn(on)
    const key = [
      drawing?.regions,
      drawing?.steps,
      drawing?.next,
      drawing?.selected,
      drawing?.corner,
      drawing?.tool,
      dragged,
    ]
    if (!on || (key.length === shown.length && key.every((part, i) => part === shown[i]))) return
    shown = key
    source.clear()
    source.addFeatures(marks(drawing, dragged, readTheme()))
  }

  return { show }
}

const distance = (a: Place, b: Place): number =>
  Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1])

/** The corner under the pointer, else the edge; of the region that is chosen, where one is. */
function grabbed({ regions, selected }: DrawingState, place: Place, within: number): Dragged | null {
  const rings = (selected === null ? regions : [regions[selected]!]).flatMap(({ polygons }) => polygons.flat())
  const corner = rings
    .flat()
    .filter((own) => distance(own, place) <= within)
    .toSorted((a, b) => distance(a, place) - distance(b, place))[0]
  if (corner) return { from: corner, to: null, at: corner }
  for (const ring of rings)
    for (const [from, to] of edgesOf(ring))
      if (nearestOnEdge(place, from, to).distance <= within) return { from, to, at: place }
  return null
}

/** The region that a place lies in, the last drawn first. */
function regionAt({ regions }: DrawingState, [lon, lat]: Place): number | null {
  const number = regions.findLastIndex((region) => containment(shapesOf([region]))(lon, lat))
  return number < 0 ? null : number
}

const onMap = (place: Place): number[] => fromLonLat([...place])

function marks(drawing: DrawingState, dragged: Dragged | null, theme: Theme): Feature[] {
  const { regions, selected, tool, corner, next } = drawing
  const sketch = sketchOf(drawing)
  const isClosed = tool !== 'split'
  const casing = new Stroke({ color: theme.paper, width: 5 })
  const outline = regions.map(({ polygons }, number) => {
    const feature = new Feature(
      new MultiPolygon(polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(onMap)))),
    )
    const isChosen = number === selected
    feature.setStyle([
      new Style({ stroke: casing }),
      new Style({
        stroke: new Stroke({ color: theme.action, width: isChosen ? 3 : 1.5 }),
        ...(isChosen ? { fill: new Fill({ color: `${theme.action}26` }) } : {}),
      }),
    ])
    return feature
  })
  const corners =
    tool === 'corners'
      ? (selected === null ? regions : [regions[selected]!]).flatMap(({ polygons }) => polygons.flat(2))
      : []
  const line = [...sketch, ...(next && sketch.length > 0 ? [next] : [])]
  const drawn = isClosed && line.length > 2 ? [...line, line[0]!] : line
  const features = [
    ...outline,
    ...corners.map((place) => dot(place, theme, corner !== null && isSamePlace(place, corner))),
  ]
  if (drawn.length > 1) {
    const feature = new Feature(new LineString(drawn.map(onMap)))
    feature.setStyle([
      new Style({ stroke: casing }),
      new Style({ stroke: new Stroke({ color: theme.action, width: 2.5, lineDash: [8, 5] }) }),
    ])
    features.push(feature)
  }
  features.push(...sketch.map((place, i) => dot(place, theme, i === 0)))
  if (next) features.push(dot(next, theme, false))
  if (dragged) {
    const feature = new Feature(
      new LineString([dragged.from, dragged.at, ...(dragged.to ? [dragged.to] : [])].map(onMap)),
    )
    feature.setStyle(new Style({ stroke: new Stroke({ color: theme.action, width: 2.5, lineDash: [4, 4] }) }))
    features.push(feature, dot(dragged.at, theme, true))
  }
  return features
}

function dot(place: Place, theme: Theme, isChosen: boolean): Feature {
  const feature = new Feature<Point>(new Point(onMap(place)))
  const stroke = new Stroke({ color: theme.action, width: 2 })
  const fill = new Fill({ color: isChosen ? theme.action : theme.paper })
  feature.setStyle(new Style({ image: new CircleStyle({ radius: isChosen ? 6 : 5, stroke, fill }) }))
  return feature
}
