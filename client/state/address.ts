import { announcementDay } from '../../core/model/asked-day.ts'
import { dateSchema } from '../../core/model/text.ts'
import { views, type PageState, type View } from './page-state.ts'

type Address = Pick<PageState, 'studyId' | 'language' | 'at' | 'view' | 'compared'>

/** What the page's address says: `/?study=basilia-city&lang=ar&at=2018-04-21&view=map`. What it cannot mean is left out. */
export function readAddress(search: string): Partial<Address> {
  const query = new URLSearchParams(search)
  const asked = query.get('at')
  const at = dateSchema.safeParse(asked)
  const view = query.get('view')
  const language = query.get('lang')
  const studies = query.get('studies')
  return {
    studyId: query.get('study'),
    at: at.success || asked === announcementDay ? asked : null,
    view: isView(view) ? view : 'map',
    compared: studies ? studies.split(',') : [],
    ...(language === 'ar' || language === 'en' ? { language } : {}),
  }
}

/** The address that brings this page back, with `change` applied. */
export function addressOf(state: Address, change: Partial<Address> = {}): string {
  const { studyId, language, at, view, compared } = { ...state, ...change }
  const query = new URLSearchParams()
  if (studyId !== null) query.set('study', studyId)
  query.set('lang', language)
  if (at !== null) query.set('at', at)
  query.set('view', view)
  if (compared.length > 0) query.set('studies', compared.join(','))
  return `?${query.toString().replaceAll('%2C', ',')}`
}

const isView = (view: string | null): view is View => views.some((known) => known === view)
