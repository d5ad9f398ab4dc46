import { getBaseMap, type BaseMapFacts, type NamedBaseMap } from '../api/base-map.ts'
import type { BaseMapChoice, BaseMaps } from '../state/base-maps.ts'
import { page } from '../state/page-state.ts'

const change = (baseMaps: Partial<BaseMaps>): void => page.update({ baseMaps: { ...page.get().baseMaps, ...baseMaps } })

/** Learns which base maps can be chosen; nothing outside is asked for that. */
export async function findBaseMaps(): Promise<void> {
  const own = rememberedBaseMaps()
  const answer = await getBaseMap({ setting: null, credit: null })
  if (!answer.ok) return change({ choices: own, problem: answer.problem })
  const { baseMap, files } = answer.value
  const ofServer = baseMap ? [{ setting: null, credit: null, facts: baseMap, isOwn: false }] : []
  const ofFolder = files.map((setting) => ({ setting, credit: null, facts: null, isOwn: false }))
  change({ choices: [...ofServer, ...ofFolder, ...own], problem: null })
}

/** Shows a base map under the map, or none. It is never remembered as chosen: every page begins without one. */
export async function chooseBaseMap(place: number | null): Promise<void> {
  const { choices } = page.get().baseMaps
  const choice = place === null ? undefined : choices[place]
  if (!choice) return change({ chosen: null, isFailing: false, problem: null })
  const known = choice.facts ? { ok: true as const, value: { baseMap: choice.facts } } : await getBaseMap(choice)
  if (!known.ok) return change({ chosen: null, isFailing: false, problem: known.problem })
  const facts = known.value.baseMap
  if (facts) change({ chosen: { ...choice, facts }, isFailing: false, problem: null })
}

/** Takes a base map among the choices, once it has been found usable, and shows it. */
export async function addBaseMap(named: NamedBaseMap): Promise<boolean> {
  const answer = await getBaseMap(named)
  const facts = answer.ok ? answer.value.baseMap : null
  if (!answer.ok) change({ problem: answer.problem })
  if (!facts) return false
  const own = { ...named, facts, isOwn: true }
  const others = page.get().baseMaps.choices.filter(({ setting, isOwn }) => !isOwn || setting !== named.setting)
  change({ choices: [...others, own], chosen: own, isFailing: false, problem: null })
  remember()
  return true
}

/** Takes the chosen base map, which the reader had named, from the choices. */
export function removeBaseMap(): void {
  const { choices, chosen } = page.get().baseMaps
  change({ choices: choices.filter(({ setting, isOwn }) => !isOwn || setting !== chosen?.setting), chosen: null })
  remember()
}

/** To be told of every tile that did not come. */
export function baseMapFailed(): void {
  const { chosen, isFailing } = page.get().baseMaps
  if (chosen && !isFailing) change({ isFailing: true })
}

const storageKey = 'basilia-base-maps'
const mostRemembered = 20

function remember(): void {
  const own = page.get().baseMaps.choices.filter(({ isOwn }) => isOwn)
  try {
    localStorage.setItem(storageKey, JSON.stringify(own.slice(-mostRemembered)))
  } catch {
    // A browser that keeps nothing has them until the page is closed.
  }
}

/** What this browser was told on earlier visits, as far as it is what was written then. */
function rememberedBaseMaps(): BaseMapChoice[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(read) ? (read as unknown[]).flatMap((one) => asChoice(one) ?? []) : []
  } catch {
    return []
  }
}

function asChoice(one: unknown): BaseMapChoice | null {
  const { setting, credit, facts } = (one ?? {}) as Partial<Record<keyof BaseMapChoice, unknown>>
  const { name, host, minZoom, maxZoom } = (facts ?? {}) as Partial<Record<keyof BaseMapFacts, unknown>>
  const isText = (value: unknown): value is string => typeof value === 'string'
  if (!isText(setting) || !isText(name) || typeof minZoom !== 'number' || typeof maxZoom !== 'number') return null
  return {
    setting,
    credit: isText(credit) ? credit : null,
    facts: { name, host: isText(host) ? host : null, minZoom, maxZoom },
    isOwn: true,
  }
}
