import type { Features, Shapes } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { overlay } from '../overlay/overlay.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { sumOf } from './overlay-cells.ts'
import type { EventChoice } from './chosen-events.ts'
import { eventZones } from './event-zones.ts'
import { type EventRule } from './listed-events.ts'
import type { MessageValues } from '../i18n/translate.ts'
import { withRules, type RuleNumbers } from '../format/rule-text.ts'

/** What of the plan lies in the zones under one rule. */
export type ZoneArea = {
  readonly rule: EventRule
  /** Events that the zones are made of, in the plan or beside it. */
  readonly events: number
  readonly areaM2: number
  /** Of the plan, 0 to 1. */
  readonly share: number
}

/** The area of a plan's ground in zones of events under each of several rules, so that a reader sees what the rule does. */
export function zoneSensitivity(
  plan: Shapes,
  features: Features,
  rules: readonly EventRule[],
  choice: EventChoice = {},
  work: TaskContext = {},
): Outcome<ZoneArea[]> {
  const areas: ZoneArea[] = []
  for (const rule of rules) {
    const made = eventZones(features, rule, choice)
    if (!made.ok) return made
    const { combinations, planM2 } = overlay([asOne(plan), asOne(made.value.zones.shapes)], work)
    const areaM2 = sumOf(combinations.filter(({ classes }) => classes[1]!.length > 0).map((own) => own.areaM2))
    areas.push({ rule, events: made.value.events.length, areaM2, share: planM2 > 0 ? areaM2 / planM2 : 0 })
  }
  return done(areas)
}

/** The rule beside halves and doubles of its length, and a grid's threshold one lower and one higher. */
export function neighbouringRules(rule: EventRule): EventRule[] {
  const factors = [0.5, 1, 2]
  if (rule.by === 'radius') return factors.map((factor) => ({ by: 'radius', radiusM: rule.radiusM * factor }))
  const thresholds = [rule.least - 1, rule.least, rule.least + 1].filter((least) => least >= 1)
  return [
    ...factors.map((factor): EventRule => ({ by: 'grid', cellM: rule.cellM * factor, least: rule.least })),
    ...thresholds
      .filter((least) => least !== rule.least)
      .map((least): EventRule => ({ by: 'grid', cellM: rule.cellM, least })),
  ]
}

const asOne = (shapes: Shapes) => ({
  shapes,
  polygonClass: new Int32Array(shapes.polygonFeature.length),
  classCount: 1,
})

/** What each rule gives, for a note: in English words as `areas`, and in numbers as `rules`, from which other languages are made. */
export const ruleValues = (areas: readonly ZoneArea[]): MessageValues =>
  withRules({ rules: JSON.stringify(areas.map(numbersOf)) }, 'en')

const numbersOf = ({ rule, areaM2, share }: ZoneArea): RuleNumbers =>
  rule.by === 'radius' ? [rule.radiusM, 0, areaM2, share] : [rule.cellM, rule.least, areaM2, share]
