import { isLanguage } from '../../core/i18n/languages.ts'
import { announcementDay } from '../../core/model/requested-day.ts'
import { isCalendarDay } from '../../core/time/days.ts'
import { readArrangement, tableOf, writeArrangement } from './attribute-table.ts'
import { cameraText, readCamera } from './camera.ts'
import { views, type PageState, type View } from './page-state.ts'
import { pairText, readPair } from './pair.ts'
import { readRow, rowText } from './row-text.ts'

type Address = Pick<
  PageState,
  'studyId' | 'language' | 'at' | 'view' | 'compared' | 'camera' | 'hidden' | 'selected' | 'tab' | 'table' | 'pair'
>

/**
 * What the page's address says: `/?study=basilia-city&lang=ar&at=2018-04-21&view=map`, with where the map
 * is (`map`), hidden layers (`hide`), the row that is kept (`row`) the table of a layer (`table`, `sort`, `filter`) and the second map (`pair`). What it cannot mean is left out.
 */
export function readAddress(search: string): Partial<Address> {
  const query = new URLSearchParams(search)
  const requested = query.get('at')
  const view = query.get('view')
  const language = query.get('lang')
  const studies = query.get('studies')
  const arrangement = readArrangement(query)
  return {
    studyId: query.get('study'),
    at: requested !== null && (isCalendarDay(requested) || requested === announcementDay) ? requested : null,
    view: isView(view) ? view : 'map',
    compared: studies ? studies.split(',') : [],
    camera: readCamera(query.get('map')),
    hidden: new Set(query.getAll('hide')),
    table: arrangement && tableOf(arrangement),
    pair: readPair(query.get('pair')),
    ...readRow(query.get('row')),
    ...(isLanguage(language) ? { language } : {}),
  }
}

/** The address that brings this page back, with `change` applied. */
export function addressOf(state: Address, change: Partial<Address> = {}): string {
  const { studyId, language, at, view, compared, camera, hidden, selected, tab, table, pair } = { ...state, ...change }
  const query = new URLSearchParams()
  if (studyId !== null) query.set('study', studyId)
  query.set('lang', language)
  if (at !== null) query.set('at', at)
  query.set('view', view)
  if (compared.length > 0) query.set('studies', compared.join(','))
  const isSameStudy = studyId === state.studyId
  if (isSameStudy && camera) query.set('map', cameraText(camera))
  if (isSameStudy) for (const name of hidden) query.append('hide', name)
  const row = isSameStudy ? rowText(tab, selected) : null
  if (row !== null) query.set('row', row)
  if (isSameStudy && pair) query.set('pair', pairText(pair))
  if (isSameStudy && table) writeArrangement(table, query)
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`
}

const isView = (view: string | null): view is View => views.some((known) => known === view)
