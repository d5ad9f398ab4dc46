import { formatNoFinerThan } from '../format/interval-text.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { netDecision, netText } from './net-change.ts'
import type { Change, PartyChange, ReadingChange, ReadingSum } from './timeline-answer.ts'

/** How much more or less ground each party has, by what all sources say and by what some say; those with none are left out. */
export function partyChangeTexts(
  { parties }: Pick<Change, 'parties'>,
  nameOf: (own: PartyChange) => string,
  language: Language,
): string[] {
  return parties
    .filter(({ agreed, all }) => isReported(agreed) || isReported(all))
    .map((own) =>
      translate(language, 'report.time.net', {
        name: nameOf(own),
        net: endsText(netText(own.agreed, language), netText(own.all, language), language),
      }),
    )
}

/** Whether what all sources say of a party's change and what any of them says are one. */
export const isOneReading = ({ agreed, all }: PartyChange): boolean => JSON.stringify(agreed) === JSON.stringify(all)

const isReported = ({ gainedM2, lostM2, net, notKnownM2 }: ReadingChange): boolean =>
  gainedM2 + lostM2 > 0 || notKnownM2 !== undefined || netDecision(net) !== 'undecided'

/** Ground whose parties differ, or of it what redrawing could make, in hectares without their unit. */
export function changedAreaText(
  { byParty, parties }: Pick<Change, 'parties' | 'byParty'>,
  of: keyof ReadingSum,
  language: Language,
): string {
  const text = (end: 'agreed' | 'all'): string =>
    formatNoFinerThan(
      byParty[end][of],
      parties.flatMap((own) => own[end].net ?? []),
      language,
    )
  return endsText(text('agreed'), text('all'), language)
}

const endsText = (agreed: string, all: string, language: Language): string =>
  agreed === all ? all : translate(language, 'change.by-ends', { agreed, all })
