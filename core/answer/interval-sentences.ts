import { translate, semicolon, type Language, type MessageKey } from '../i18n/translate.ts'
import { formatNumber } from '../format/format.ts'
import { joinedWords } from '../format/joined-words.ts'
import { tellsOfNoInterval } from '../measure/layer-error.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'

type Named = readonly Pick<Layer, 'name' | 'role'>[]
type Drawn = Pick<Measurement, 'method' | 'notes'>

/** How many draws made the intervals and from which seed, what they cover and what they do not; or why there are none. */
export function intervalSentences(layers: Named, measurement: Drawn, language: Language): string {
  const { interval } = measurement.method
  if (!interval)
    return translate(
      language,
      measurement.notes.some(tellsOfNoInterval) ? 'report.method.interval-missing' : 'sheet.method-no-interval',
    )
  const made = translate(language, 'sheet.method-interval', {
    draws: formatNumber(interval.draws),
    seed: interval.seed,
  })
  return `${made} ${intervalScope(layers, measurement, language)}`
}

/**
 * What the intervals cover and what they do not: where lines lie, with layers on one base erring together and others on
 * their own, and lines that are taken for one; not which reports are true. Empty where there are no intervals.
 */
export function intervalScope(layers: Named, { method, notes }: Drawn, language: Language): string {
  if (!method.interval) return ''
  const wordOf = (name: string): string => {
    const role = layers.find((layer) => layer.name === name)?.role
    return role === undefined || role === 'context' || role === 'zones'
      ? name
      : lowered(translate(language, `role.${role}` as MessageKey), language)
  }
  const isUnits = (name: string | undefined): boolean =>
    layers.some((layer) => layer.name === name && layer.role === 'units')
  const groups = new Map<string, Set<string>>()
  for (const { name, source } of method.interval.layers)
    groups.set(source, (groups.get(source) ?? new Set()).add(wordOf(name)))
  const list = (words: Iterable<string>): string => joinedWords([...words], language)
  const together = [...groups.values()].filter((words) => words.size > 1)
  const covers =
    together.length === 0
      ? translate(language, groups.size > 1 ? 'interval.covers.apart' : 'interval.covers.plan')
      : groups.size === 1
        ? translate(language, 'interval.covers.together', { layers: list(together[0]!) })
        : translate(language, 'interval.covers.some', {
            together: together.map(list).join(semicolon(language)),
            apart: list([...groups.values()].filter((words) => words.size === 1).flatMap((words) => [...words])),
          })
  const taken = (['lines-are-the-plan', 'lines-coincide'] as const).flatMap((code) => {
    const isOf = (own: string): boolean => own === code || (own === 'lines-near-the-plan' && code === 'lines-coincide')
    const named = new Set(
      notes
        .filter((own) => isOf(own.code) && !isUnits(own.layer))
        .map(({ layer, values }) => wordOf(layer ?? String(values['layer']))),
    )
    return named.size === 0 ? [] : [translate(language, `interval.${code}`, { layers: list(named) })]
  })
  return [covers, ...taken, translate(language, 'interval.covers-not')].join(' ')
}

const lowered = (word: string, language: Language): string => (language === 'en' ? word.toLocaleLowerCase('en') : word)
