import { classLabel } from '../format/class-label.ts'
import { translate, semicolon, type Language } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName, Measurement } from '../model/measurement.ts'
import { ownersIn } from '../model/owners.ts'
import { sliverShare } from '../model/sliver-share.ts'
import { textIn } from '../model/text.ts'

/** More are counted instead of named. */
const mostNamed = 3

/**
 * Whom else a layer shows on the ground of one party, or class without one (`owner`), and whether on all of it; empty where
 * nobody, slivers left out. `reported` are those of whom the sources are told already.
 */
export function alsoDrawnText(
  { combinations, plan }: Pick<Measurement, 'combinations' | 'plan'>,
  layer: Layer,
  owner: ClassName,
  reported: ReadonlySet<ClassName>,
  language: Language,
): string {
  const ownerOf = ownersIn(layer.classes)
  const shared = new Map<ClassName, number>()
  let allM2 = 0
  for (const { classes, areaM2 } of combinations) {
    const owners = new Set((classes[layer.name] ?? []).map(ownerOf))
    if (!owners.delete(owner)) continue
    allM2 += areaM2
    for (const other of owners) if (!reported.has(other)) shared.set(other, (shared.get(other) ?? 0) + areaM2)
  }
  const leastM2 = sliverShare * plan.areaM2
  const others = [...shared].filter(([, areaM2]) => areaM2 > leastM2)
  if (others.length > mostNamed) return translate(language, 'others.drawn-many', { count: others.length })
  return others
    .map(([other, areaM2]) =>
      translate(language, areaM2 >= allM2 - leastM2 ? 'others.drawn-all' : 'others.drawn-part', {
        party: textIn(language, classLabel(layer, other)),
      }),
    )
    .join(semicolon(language))
}
