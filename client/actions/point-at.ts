import { identifyFeature } from '../api/places.ts'
import { page } from '../state/page-state.ts'
import type { PointedPlace } from '../state/pointed-place.ts'
import { visibleLayers } from '../state/shown-series.ts'

/** The pointer that moves rests so long before the server is asked. */
export const restMs = 60

let waiting: ReturnType<typeof setTimeout> | undefined
let asking = new AbortController()

/** Whether the server must say what lies under the pointer, because the page has not the features of every layer. */
export const isRequested = (): boolean => tiledInSight().length > 0

/** Asks what the large layers say of a place, unless the pointer goes elsewhere before `afterMs`; `told` is called when they have. */
export function pointAt(lon: number, lat: number, afterMs: number, reported: () => void): void {
  forgetPointed(false)
  const { signal } = asking
  const requested = async (): Promise<void> => {
    const pointed = await ask([lon, lat], signal)
    if (!pointed || signal.aborted) return
    page.update({ pointed })
    reported()
  }
  waiting = setTimeout(() => void requested(), afterMs)
}

/** Gives up what was asked for; with `isGone` the pointer is on the map no longer. */
export function forgetPointed(isGone = true): void {
  clearTimeout(waiting)
  asking.abort()
  asking = new AbortController()
  if (isGone && page.get().pointed) page.update({ pointed: null })
}

const tiledInSight = () => visibleLayers(page.get()).flatMap(({ id }) => page.get().tiled.get(id) ?? [])

async function ask(place: readonly [number, number], signal: AbortSignal): Promise<PointedPlace | null> {
  const { studyId, at } = page.get()
  if (studyId === null) return null
  const layers = tiledInSight().map(({ layer }) => layer)
  const answers = await Promise.all(
    layers.map((layer) => identifyFeature(studyId, at, place, layer.id, signal).catch(() => null)),
  )
  const said = answers.map((answer) => (answer?.ok ? answer.value.layers : []))
  return {
    classes: new Map(layers.map(({ name }, i) => [name, [...new Set(said[i]!.map((own) => own.class))]])),
    outline: said.flat().at(-1)?.outline ?? null,
  }
}
