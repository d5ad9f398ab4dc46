import { formatDate } from '../format/format.ts'
import { textIn } from '../model/text.ts'
import { daysIn } from '../timeline/layer-period.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { isNotNamed, isOwnOutline } from './held-ground.ts'
import type { Because, Finding, FindingTopic, LayerGround, Precedent } from './comparison-answer.ts'

/** Why the numbers of both decide nothing, as a part of a sentence; empty where they do. */
export function becauseText(
  { topic, because = [] }: Pick<Finding, 'topic' | 'because'>,
  a: Precedent,
  b: Precedent,
  language: Language,
): string {
  const texts = because.flatMap((own) => reasons[own](topic, a, b, language))
  return texts.reduce(
    (one, other) => (one === '' ? other : translate(language, 'finding.because.and', { one, other })),
    '',
  )
}

type Reason = (topic: FindingTopic, a: Precedent, b: Precedent, language: Language) => string[]

/** Says so of each of both of which it is so. */
const ofEach =
  (because: Exclude<Because, 'periods'>, is: (ground: LayerGround) => boolean): Reason =>
  (topic, a, b, language) =>
    [a, b].flatMap((own) => {
      const ground = groundOf(own, topic)
      return ground && is(ground)
        ? [translate(language, `finding.because.${because}`, { plan: textIn(language, own.title) })]
        : []
    })

const reasons: Readonly<Record<Because, Reason>> = {
  'last-report': ofEach('last-report', ({ holds }) => holds === 'last-known'),
  'not-named': ofEach('not-named', isNotNamed),
  outline: ofEach('outline', isOwnOutline),
  periods: (topic, a, b, language) => {
    const titles = { a: textIn(language, a.title), b: textIn(language, b.title) }
    return [
      translate(language, 'finding.because.periods', {
        ...titles,
        periodA: periodText(groundOf(a, topic), language),
        periodB: periodText(groundOf(b, topic), language),
      }),
    ]
  },
}

function groundOf({ onDay, onAnnouncement }: Precedent, topic: FindingTopic): LayerGround | null {
  if (topic === 'held-at-announcement') return onAnnouncement?.held ?? null
  return topic === 'held' || topic === 'shelled' || topic === 'damaged' ? onDay[topic] : null
}

/** The days that reports cover and how many they are, or that nobody states when they begin. */
function periodText(ground: LayerGround | null, language: Language): string {
  const period = ground?.period
  if (!period)
    return translate(language, ground?.date ? 'finding.period.up-to' : 'finding.period.not-stated', {
      to: ground?.date ? formatDate(ground.date, language) : '',
    })
  const long = translate(language, 'duration.days', { count: daysIn(period) })
  return translate(language, 'finding.period', {
    from: formatDate(period.from, language),
    to: formatDate(period.to, language),
    long,
  })
}
