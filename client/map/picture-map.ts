import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import ImageLayer from 'ol/layer/Image.js'
import VectorLayer from 'ol/layer/Vector.js'
import Projection from 'ol/proj/Projection.js'
import ImageStatic from 'ol/source/ImageStatic.js'
import VectorSource from 'ol/source/Vector.js'
import { formatNumber } from '../../core/format/format.ts'
import { giveHalf } from '../actions/place-picture.ts'
import { waitingPictureAddress } from '../api/pictures.ts'
import { pointsOf, type PlacingState, type SeenPicture } from '../state/placing-state.ts'
import { markFeatures } from './point-marks.ts'
import { readTheme } from './theme.ts'

type PictureMap = {
  readonly show: (placing: PlacingState) => void
  readonly zoomBy: (steps: number) => void
  readonly fit: () => void
}

const maps = new WeakMap<Element, PictureMap>()
const padding = [24, 24, 24, 24]
/** Of a pixel: what a pointer gives is no finer. */
const digits = 1

/** The picture in its own pixels, to be clicked: x to the right, y down, as its control points count them. */
export function pictureMap(element: HTMLElement): PictureMap {
  const known = maps.get(element)
  if (known) return known
  const own = create(element)
  maps.set(element, own)
  return own
}

function create(target: HTMLElement): PictureMap {
  const marks = new VectorSource()
  const interactions = defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false })
  const map = new OpenLayersMap({ target, controls: [], interactions, layers: [] })
  let picture: SeenPicture | null = null
  let shown: readonly unknown[] = []
  const extentOf = ({ width, height }: SeenPicture): number[] => [0, -height, width, 0]
  const give = ([x, y]: readonly number[]): void =>
    giveHalf({ pixel: [Number(x!.toFixed(digits)), Number((-y!).toFixed(digits))] })
  const fit = (): void => {
    if (picture) map.getView().fit(extentOf(picture), { padding })
  }

  map.on('click', ({ coordinate }) => give(coordinate))
  target.addEventListener('keydown', (event) => {
    const centre = map.getView().getCenter()
    if (event.key !== ' ' || !centre) return
    event.preventDefault()
    give(centre)
  })

  function open(seen: SeenPicture): void {
    picture = seen
    const extent = extentOf(seen)
    const projection = new Projection({ code: `picture ${seen.sha256}`, units: 'pixels', extent })
    const source = new ImageStatic({ url: waitingPictureAddress(seen.uploadId), projection, imageExtent: extent })
    map.setLayers([new ImageLayer({ source }), new VectorLayer({ source: marks })])
    map.setView(
      new View({
        projection,
        enableRotation: false,
        center: [seen.width / 2, -seen.height / 2],
        resolution: 1,
        minResolution: 1 / 16,
        maxResolution: Math.max(seen.width, seen.height) / 100,
        constrainResolution: false,
      }),
    )
    fit()
  }

  return {
    show(placing) {
      if (placing.picture && placing.picture !== picture) open(placing.picture)
      const points = pointsOf(placing)
      const theme = readTheme()
      const key = [points, placing.half, placing.chosen, theme.paper]
      if (key.every((part, i) => part === shown[i])) return
      shown = key
      const { pixel } = placing.half
      marks.clear()
      marks.addFeatures(
        markFeatures(
          [
            ...points.map(({ x, y }, i) => ({
              at: [x, -y],
              number: formatNumber(i + 1),
              isChosen: i === placing.chosen,
              fitted: null,
            })),
            ...(pixel ? [{ at: [pixel[0], -pixel[1]], number: null, isChosen: true, fitted: null }] : []),
          ],
          theme,
        ),
      )
    },
    zoomBy: (steps) => {
      const view = map.getView()
      view.setZoom((view.getZoom() ?? 0) + steps)
    },
    fit,
  }
}
