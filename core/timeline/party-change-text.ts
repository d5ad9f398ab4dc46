import { formatAreaIn, formatNumber, hectare } from '../format/format.ts'
import { placeOf } from '../format/interval-text.ts'
import { say, type Language } from '../i18n/say.ts'
import { netDecision, netText } from './net-change.ts'
import type { ByParty, PartyChange, ReadingChange, ReadingSum } from './party-change.ts'

/** How much more or less ground each party has, by what all sources say and by what some say; those with none are left out. */
export function partyChangeTexts({ parties }: ByParty, nameOf: (own: PartyChange) => string, language: Language): string[] {
  return parties
    .filter(({ agreed, all }) => isTold(agreed) || isTold(all))
    .map((own) => say(language, 'report.time.net', { name: nameOf(own), net: endsText(netText(own.agreed, language), netText(own.all, language), language) }))
}

const isTold = ({ gainedM2, lostM2, net, notKnownM2 }: ReadingChange): boolean =>
  gainedM2 + lostM2 > 0 || notKnownM2 !== undefined || netDecision(net) !== 'undecided'

/** Ground whose parties differ, or of it what redrawing could make, in hectares without their unit. */
export function changedAreaText({ byParty, parties }: ByParty, of: keyof ReadingSum, language: Language): string {
  const text = (end: 'agreed' | 'all'): string => roundedText(byParty[end][of], parties.map((own) => own[end]), language)
  return endsText(text('agreed'), text('all'), language)
}

const endsText = (agreed: string, all: string, language: Language): string =>
  agreed === all ? all : say(language, 'change.by-ends', { agreed, all })

/** No finer than the draws of both days let the ground of the parties be. */
function roundedText(areaM2: number, changes: readonly ReadingChange[], language: Language): string {
  const halves = changes.flatMap(({ net }) => (net && net.high > net.low ? [(net.high - net.low) / 2 / hectare.squareMetres] : []))
  const place = halves.length === 0 ? -1 : Math.max(...halves.map(placeOf))
  if (areaM2 === 0) return '0'
  if (place < 0) return formatAreaIn(hectare, areaM2, language, 1)
  const step = 10 ** place
  const value = Math.round(areaM2 / hectare.squareMetres / step) * step
  return value === 0 ? say(language, 'unit.below', { value: formatNumber(step) }) : formatNumber(value)
}
