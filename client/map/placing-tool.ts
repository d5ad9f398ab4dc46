import type OpenLayersMap from 'ol/Map.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import { formatNumber } from '../../core/format/format.ts'
import { roundedPlace } from '../../core/drawing/read-place.ts'
import { fitPicture, type Fit } from '../../core/picture/fit.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { PictureRecord } from '../../core/model/picture-record.ts'
import { drawnLayer } from '../actions/draw.ts'
import { giveHalf, redoPoint, undoPoint } from '../actions/place-picture.ts'
import { isTyping } from '../actions/other-windows.ts'
import { layerPictureAddress, waitingPictureAddress } from '../api/pictures.ts'
import { placingFit } from '../state/placing-fit.ts'
import { pointsOf, type PlacingState } from '../state/placing-state.ts'
import type { PageState } from '../state/page-state.ts'
import { markFeatures } from './point-marks.ts'
import { readTheme } from './theme.ts'
import { createWarpedPicture, type WarpedPicture } from './warped-picture.ts'

/** Shows a picture on the ground while it is placed or drawn on, and takes clicks on the map for its control points. */
export function createPlacingTool(map: OpenLayersMap) {
  const source = new VectorSource()
  const marks = new VectorLayer({ source })
  const warped = createWarpedPicture()
  const target = map.getTargetElement()!
  let isPlacing = false
  let isShown = false
  let shown: readonly unknown[] = []

  const give = (coordinate: readonly number[]): void => {
    const [lon, lat] = toLonLat([...coordinate])
    giveHalf({ place: roundedPlace([lon!, lat!]) })
  }
  const clicked = (event: MapBrowserEvent): void => give(event.coordinate)
  // Two points one after the other are no wish to see more.
  const doubled = (event: MapBrowserEvent): void => event.stopPropagation()

  function pressed(event: KeyboardEvent): void {
    if (isTyping()) return
    const centre = map.getView().getCenter()
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && event.code === 'KeyZ') (event.shiftKey ? redoPoint : undoPoint)()
    else if (isCommand && event.code === 'KeyY') redoPoint()
    else if (event.key === ' ' && document.activeElement === target && centre) give(centre)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function turn(on: boolean): void {
    isPlacing = on
    marks.setMap(on ? map : null)
    if (on) {
      map.on('click', clicked)
      map.on('dblclick', doubled)
      document.addEventListener('keydown', pressed, true)
    } else {
      map.un('click', clicked)
      map.un('dblclick', doubled)
      document.removeEventListener('keydown', pressed, true)
      source.clear()
    }
    target.classList.toggle('drawing', on)
  }

  return {
    show(state: PageState): void {
      const { drawing } = state
      const placing = drawing?.placing ?? null
      if (isPlacing !== (placing !== null)) turn(placing !== null)
      const picture = placing ? beingPlaced(placing) : drawnOn(state)
      if (isShown !== (picture !== null)) {
        isShown = picture !== null
        warped.layer.setMap(isShown ? map : null)
      }
      warped.show(picture)
      if (!placing) return
      const fit = placingFit(placing)
      const points = pointsOf(placing)
      const theme = readTheme()
      const key = [points, placing.half, placing.chosen, fit, theme.paper]
      if (key.every((part, i) => part === shown[i])) return
      shown = key
      const { place } = placing.half
      source.clear()
      source.addFeatures(
        markFeatures(
          [
            ...points.map(({ x, y, lon, lat }, i) => ({
              at: fromLonLat([lon, lat]),
              number: formatNumber(i + 1),
              isChosen: i === placing.chosen,
              fitted: fit?.ok ? fromLonLat([...fit.value.fit.placeOf([x, y])]) : null,
            })),
            ...(place ? [{ at: fromLonLat([...place]), number: null, isChosen: true, fitted: null }] : []),
          ],
          theme,
        ),
      )
    },
  }
}

function beingPlaced(placing: PlacingState): WarpedPicture | null {
  const fit = placingFit(placing)
  const { picture, opacity } = placing
  if (!picture || !fit?.ok) return null
  const { width, height, uploadId } = picture
  return { address: waitingPictureAddress(uploadId), width, height, placeOf: fit.value.fit.placeOf, opacity }
}

/** By file, which is of one picture as long as the layer has it. */
const fits = new WeakMap<PictureRecord['points'], Fit>()

function drawnOn(state: PageState): WarpedPicture | null {
  const { study, drawing } = state
  const layer: Layer | null = drawnLayer(state)
  if (!study || !drawing || !layer?.picture) return null
  const { points, transform, plane, width, height } = layer.picture
  const fit = fits.get(points) ?? fitPicture(points, transform, plane)
  fits.set(points, fit)
  const address = layerPictureAddress(study.id, layer.id)
  return { address, width, height, placeOf: fit.placeOf, opacity: drawing.pictureOpacity }
}
