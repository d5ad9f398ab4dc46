import type OpenLayersMap from 'ol/Map.js'
import type View from 'ol/View.js'
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js'
import type { Camera } from '../state/camera.ts'
import { page, type PageState } from '../state/page-state.ts'
import { planLayer } from '../state/shown-series.ts'
import { extentToFit } from './extent-to-fit.ts'
import { shownPlace } from './fault-layer.ts'
import { isPrinting } from './printing.ts'

const faultZoom = 17
const fitPadding = [56, 56, 72, 56]

/** Where the map stands: where the page puts it, where the address says, and where the reader has moved it to. */
export function createMapCamera(map: OpenLayersMap, view: View) {
  let fitted = ''
  let faultShown = ''
  let wentTo: NonNullable<PageState['table']>['selected'] = null
  /** Where the map was moved to last, by the reader or by the address. */
  let camera: Camera | null = null
  /** Where the page put the map last. */
  let put = ''
  let onScreen: { readonly centre: number[]; readonly resolution: number } | null = null

  function follow(state: PageState): void {
    goToCamera(state)
    fitOnce(state)
    goToFault(state)
    goToSelected(state)
  }

  /** Moves the map when there is something new to look at, and then leaves it to the reader. */
  function fitOnce(state: PageState): void {
    const wanted = extentToFit(state)
    if (wanted === null || wanted.key === fitted || !map.getSize()) return
    const isFirst = !wanted.key.startsWith('crs ') && !wanted.key.startsWith('layer ')
    fitted = wanted.key
    // Whoever draws has the map where it is wanted.
    if (state.drawing) return
    if (!state.camera || !isFirst) fitTo(wanted.extent)
  }

  /** To a map of another size, as long as the reader has not moved it from where the page put it. */
  function refit(state: PageState): void {
    const wanted = extentToFit(state)
    const isPut = put !== '' && state.camera === null && standing() === put
    if (wanted?.key === fitted && isPut && !state.drawing && !isPrinting()) fitTo(wanted.extent)
    else fitOnce(state)
  }

  /** To where the address says, where the reader did not move the map there. */
  function goToCamera({ camera: wanted }: PageState): void {
    if (wanted === camera) return
    camera = wanted
    if (!wanted) return
    view.setCenter(fromLonLat([wanted.lon, wanted.lat]))
    view.setZoom(wanted.zoom)
    put = standing()
  }

  const standing = (): string => [...(view.getCenter() ?? []), view.getZoom()].join()

  /** Notes where the reader has moved the map to. */
  function noteCamera(): void {
    const [centre, zoom] = [view.getCenter(), view.getZoom()]
    if (put === '' || standing() === put || isPrinting() || !centre || zoom === undefined) return
    put = standing()
    const [lon, lat] = toLonLat(centre)
    camera = { zoom, lat: lat!, lon: lon! }
    page.update({ camera })
  }

  /** Brings the fault that is shown to the middle, near enough to see it. */
  function goToFault({ layerPanel }: PageState): void {
    const place = shownPlace(layerPanel?.check)
    const key = place?.join() ?? ''
    if (key === faultShown) return
    faultShown = key
    if (place) view.animate({ center: place, zoom: Math.max(view.getZoom() ?? 0, faultZoom), duration: motionMs() })
  }

  /** To the feature that was chosen in the table. */
  function goToSelected({ table }: PageState): void {
    const found = table?.selected ?? null
    if (found === wentTo) return
    wentTo = found
    if (!found?.isZoomed || !found.extent) return
    const extent = transformExtent(found.extent, 'EPSG:4326', 'EPSG:3857')
    view.fit(extent, { padding: fitPadding, maxZoom: 17, duration: motionMs() })
  }

  function fitTo(extent: readonly number[]): void {
    view.fit(transformExtent([...extent], 'EPSG:4326', 'EPSG:3857'), { padding: fitPadding, maxZoom: 17 })
    put = standing()
  }

  /** The ground that the screen shows, drawn at the size that the map has on paper, and back. */
  function turnPage(): void {
    const size = map.getSize()
    const centre = view.getCenter()
    const resolution = view.getResolution()
    if (!size || !centre || !resolution) return
    const seen = view.calculateExtent(size)
    map.updateSize()
    if (isPrinting()) {
      onScreen = { centre, resolution }
      view.fit(seen)
    } else if (onScreen) {
      view.setCenter(onScreen.centre)
      view.setResolution(onScreen.resolution)
    }
    map.renderSync()
  }

  /** All of the plan, as at the beginning. */
  function fit(): void {
    const extent = planLayer(page.get())?.extent ?? extentToFit(page.get())?.extent
    if (!extent) return
    camera = null
    page.update({ camera })
    fitTo(extent)
  }

  return { follow, note: noteCamera, refit, turnPage, fit }
}

/** How long the map takes to move, in milliseconds. */
export const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150)
