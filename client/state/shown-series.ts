import { ownDay } from '../../core/model/requested-day.ts'
import { roles, type Layer, type Role } from '../../core/model/layer.ts'
import type { LayerMeasurement } from '../../core/model/measurement.ts'
import { seriesAt, type Series } from '../../core/model/snapshot.ts'
import type { PageState, StudyView } from './page-state.ts'

/** The day that the page shows: the one asked for, else the study's own. */
export const shownDate = ({ at, study }: Pick<StudyView, 'at' | 'study'>): string | null =>
  at ?? (study && ownDay(study))

export const shownSeries = (state: StudyView): Series[] =>
  state.study === null ? [] : seriesAt(state.study, shownDate(state))

export type RoleGroup = { readonly role: Role; readonly series: readonly Series[] }

/** The study's series by role, in the order of the roles; roles without a layer are left out. */
export function seriesByRole(state: StudyView): RoleGroup[] {
  const all = shownSeries(state)
  return roles
    .map((role) => ({ role, series: all.filter(({ snapshots }) => snapshots[0]!.role === role) }))
    .filter(({ series }) => series.length > 0)
}

/** The layers that hold on the day shown and are not switched off. */
export const visibleLayers = (state: StudyView): Layer[] =>
  shownSeries(state).flatMap(({ name, holding }) => (holding === null || state.hidden.has(name) ? [] : [holding]))

/** The plan's layer, whether switched off or not. */
export const planLayer = (state: StudyView): Layer | null =>
  state.study?.layers.find(({ id }) => id === state.study?.plan.layer) ?? null

export const measuredLayers = (state: Pick<PageState, 'measurement'>, role: string): LayerMeasurement[] =>
  state.measurement?.layers.filter((layer) => layer.role === role) ?? []

/** The layer behind what is about no layer of its own, such as the rows of units: control, else zones. */
export const underlyingLayer = (state: Pick<PageState, 'measurement'>): LayerMeasurement | undefined =>
  (['control', 'zones'] as const).flatMap((role) => measuredLayers(state, role)).find(({ layer }) => layer !== null)

/** Whether control is on the map, over which damage and zones are hatched so that both can be seen. */
export const hasControl = (state: StudyView): boolean => visibleLayers(state).some(({ role }) => role === 'control')

/** How opaque a layer is drawn: as it is being chosen, else as the study has it. */
export const opacityOf = ({ fading }: Pick<StudyView, 'fading'>, { name, opacity = 1 }: Layer): number =>
  fading?.name === name ? fading.opacity : opacity
