import { partyText } from '../model/party-text.ts'
import { firstDayOf, lastDayOf } from '../time/days.ts'
import { inEachLanguage, translate, translateInEach } from '../i18n/translate.ts'
import { classLabel } from '../format/class-label.ts'
import type { Claimed } from '../model/claimed.ts'
import { claimedTopics, type ClaimedFigure, type ClaimedTopic } from '../model/claimed-figure.ts'
import { namedSource } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import { textIn, type Text } from '../model/text.ts'

/**
 * What sources claim in figures: of the plan first, then of each place in the study's order, each thing by its days, so
 * that figures which contradict one another stand together. Nothing is averaged and nothing left out.
 */
export function claimedFigures(study: Study): ClaimedFigure[] {
  const { claimed, sources } = study
  const order = [...new Set(['plan', ...claimed.map(({ of }) => of)])]
  const things = [...new Set(claimed.map(thingOf))]
  return claimed
    .map((figure): ClaimedFigure => {
      const { title, publisher, side } = namedSource(sources, figure.source)
      return {
        ...figure,
        label: labelOf(study, figure),
        by: { title, ...(publisher ? { publisher } : {}), ...(side === undefined ? {} : { side }) },
        about: topicOf(study, figure),
        conflictsWith: claimed.filter((other) => disagreement(figure, other) === 'one-time').map(({ id }) => id),
        otherDays: claimed.filter((other) => disagreement(figure, other) === 'other-day').map(({ id }) => id),
      }
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.of) - order.indexOf(b.of) ||
        things.indexOf(thingOf(a)) - things.indexOf(thingOf(b)) ||
        compare(begins(a), begins(b)),
    )
}

/** What a figure is of, whoever gives it and when. */
const thingOf = ({ measure, of, layer, class: name, party, text }: Claimed): string =>
  JSON.stringify([
    of,
    measure,
    layer,
    name,
    party,
    party === undefined && name === undefined && layer === undefined ? text?.en : '',
  ])

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const begins = ({ date, from, to }: Claimed): string => date ?? from ?? to ?? ''

/** Of one thing, with ranges that do not meet; and whether they are of one time as far as can be told. */
function disagreement(a: Claimed, b: Claimed): 'one-time' | 'other-day' | null {
  if (a.id === b.id || thingOf(a) !== thingOf(b)) return null
  const [one, other] = [timeOf(a), timeOf(b)]
  if (firstDayOf(one.from) > lastDayOf(other.to) || firstDayOf(other.from) > lastDayOf(one.to)) return null
  const [lowA, highA, lowB, highB] = [
    a.value ?? a.low ?? 0,
    a.value ?? a.high ?? 0,
    b.value ?? b.low ?? 0,
    b.value ?? b.high ?? 0,
  ]
  if (lowA <= highB && lowB <= highA) return null
  const isSame = one.from === other.from && one.to === other.to
  return isSame || holdsThrough(one, other) || holdsThrough(other, one) ? 'one-time' : 'other-day'
}

type Time = { readonly from: string; readonly to: string; readonly isPeriod: boolean }

/** A period that a figure is given for, or a day, which may be known only by its month or year. */
function timeOf({ date, from, to }: Claimed): Time {
  const isPeriod = date === undefined && from !== undefined && to !== undefined
  return { from: date ?? from ?? to ?? '', to: date ?? to ?? from ?? '', isPeriod }
}

/** Whether a period surely holds the other time: also where its own ends are only a month or a year. */
const holdsThrough = (period: Time, other: Time): boolean =>
  period.isPeriod && lastDayOf(period.from) <= firstDayOf(other.from) && lastDayOf(other.to) <= firstDayOf(period.to)

function topicOf({ layers }: Study, { layer, party }: Claimed): ClaimedTopic | null {
  const role = layers.find(({ name }) => name === layer)?.role ?? layer
  return (
    claimedTopics.find((topic) => topic === role) ?? (layer === undefined && party !== undefined ? 'control' : null)
  )
}

function labelOf(study: Study, figure: Claimed): Text {
  const { text, layer: name, class: named, party } = figure
  if (text) return text
  const layer = study.layers.find((own) => own.name === name)
  if (party !== undefined) {
    const label = study.headline?.party === party ? (study.headline.label ?? partyText(party)) : partyText(party)
    return topicOf(study, figure) === 'control'
      ? inEachLanguage((language) => translate(language, 'claimed.held', { party: textIn(language, label) }))
      : label
  }
  if (named !== undefined) return classLabel(layer, named)
  return layer?.title ?? (name === undefined ? translateInEach('claimed.ground') : { en: name })
}
