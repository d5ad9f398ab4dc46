import { isDamageList, isEventList } from '../../core/model/lists.ts'
import { getDamage, getEvents } from '../api/lists.ts'
import { page } from '../state/page-state.ts'

/** Brings what the study's lists of damaged sites and of events come to on the day shown; a study without lists has none. */
export async function loadLists(signal: AbortSignal): Promise<void> {
  const { study, at } = page.get()
  if (study === null) return
  const [damage, events] = await Promise.all([
    study.layers.some(isDamageList) ? getDamage(study.id, at, signal).catch(() => null) : null,
    study.layers.some(isEventList) ? getEvents(study.id, at, signal).catch(() => null) : null,
  ])
  if (signal.aborted) return
  const refusal = [damage, events].find((answer) => answer !== null && !answer.ok)
  page.update({
    damage: damage?.ok ? damage.value : null,
    events: events?.ok ? events.value : null,
    ...(refusal && !refusal.ok ? { problem: refusal.problem } : {}),
  })
}
