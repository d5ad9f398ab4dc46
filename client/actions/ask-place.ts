import { identifyPlace } from '../api/places.ts'
import { page } from '../state/page-state.ts'
import { selectFeature } from './attribute-table.ts'

/** Asks what every layer says of a place on the day shown. */
export async function askPlace(lon: number, lat: number): Promise<void> {
  const { studyId, at } = page.get()
  if (studyId === null) return
  const requested = { lon, lat, said: null }
  page.update({ place: requested })
  const answer = await identifyPlace(studyId, at, lon, lat).catch(() => null)
  if (page.get().place !== requested) return
  page.update(answer?.ok ? { place: { ...requested, said: answer.value } } : { place: null })
  const { table } = page.get()
  const own = answer?.ok ? answer.value.layers.find(({ layer }) => layer === table?.layer) : undefined
  if (own) void selectFeature(own.feature, 'map')
}

export const forgetPlace = (): void => page.update({ place: null })
