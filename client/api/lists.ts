import type { DamageReport } from '../../core/damage/damage-answer.ts'
import type { eventsQuery } from '../../core/options/queries.ts'
import type { EventReport } from '../../core/events/event-answer.ts'
import type { Answer } from './page-problem.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

const onDay = (at: string | null): string => queryText<typeof eventsQuery>({ at })

/** What a study's lists of damaged sites come to on a day; without one, on the study's own. */
export const getDamage = (id: string, at: string | null, signal: AbortSignal): Promise<Answer<DamageReport>> =>
  request<DamageReport>(`${studyPath(id)}/damage${onDay(at)}`, { signal })

/** What a study's lists of events come to on a day. */
export const getEvents = (id: string, at: string | null, signal: AbortSignal): Promise<Answer<EventReport>> =>
  request<EventReport>(`${studyPath(id)}/events${onDay(at)}`, { signal })
