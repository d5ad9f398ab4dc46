import { formatDate, formatHectares, formatNumber, formatShare } from '../format/format.ts'
import { translate, semicolon, type Language } from '../i18n/translate.ts'
import type { ClusterSum } from './damage-answer.ts'
import type { DamageCount } from './damage-answer.ts'
import type { DamageList, DamageReport } from './damage-answer.ts'

/** What must be said of a list at its last image, in sentences; the first has the totals. Empty where nothing can be counted. */
export function damageSentences({ plan }: Pick<DamageReport, 'plan'>, list: DamageList, language: Language): string[] {
  const { whole, listed, clusters } = list
  const last = whole?.dates.at(-1)
  if (!whole || !last) return []
  return [
    totals(last, plan, language),
    ...(plan === null ? [] : [translate(language, 'damage.listed', { listed: formatNumber(listed) })]),
    ...coverage(last, whole.sites, language),
    novelty(last, language),
    ...(last.noLongerAffected > 0
      ? [translate(language, 'damage.doubt', { count: formatNumber(last.noLongerAffected) })]
      : []),
    ...(last.affectedPerHa === null
      ? []
      : [translate(language, 'damage.density', { perHa: formatNumber(last.affectedPerHa, 2) })]),
    last.shareOfBuildings === undefined
      ? translate(language, 'damage.share.none')
      : translate(language, 'damage.share', { share: formatShare(last.shareOfBuildings, language) }),
    ...clusterSentences(clusters, language),
  ]
}

function totals({ date, affected, counts }: DamageCount, plan: string | null, language: Language): string {
  const values = {
    affected: formatNumber(affected),
    destroyed: formatNumber(counts.destroyed),
    ground: translate(language, plan === null ? 'damage.ground.list' : 'damage.ground.plan'),
  }
  return date === null
    ? translate(language, 'damage.sentence.undated', values)
    : translate(language, 'damage.sentence', { ...values, date: formatDate(date, language) })
}

/** What the image showed of the sites; what it did not show is not without damage. */
function coverage({ counts, unrecorded }: DamageCount, sites: number, language: Language): string[] {
  const missing = counts['not-assessed']
  if (missing === 0) return [translate(language, 'damage.coverage.all', { sites: formatNumber(sites) })]
  return [
    translate(language, 'damage.coverage.part', { missing: formatNumber(missing), sites: formatNumber(sites) }),
    ...(unrecorded > 0 ? [translate(language, 'damage.coverage.unrecorded', { count: formatNumber(unrecorded) })] : []),
  ]
}

function novelty(
  { since, newlyAffected, affectedAgain, firstSeenAffected, worsened }: DamageCount,
  language: Language,
): string {
  if (since === null) return translate(language, 'damage.new.none')
  const values = {
    new: formatNumber(newlyAffected),
    first: formatNumber(firstSeenAffected),
    worse: formatNumber(worsened),
  }
  const sentence = translate(language, 'damage.new', { since: formatDate(since, language), ...values })
  return affectedAgain === 0
    ? sentence
    : `${sentence} ${translate(language, 'damage.new.again', { count: formatNumber(affectedAgain) })}`
}

/** The rule asked for stands in the middle of its neighbours. */
function clusterSentences(clusters: readonly ClusterSum[], language: Language): string[] {
  const middle = Math.floor(clusters.length / 2)
  const own = clusters[middle]
  if (!own) return []
  const values = ({ rule, clusters: count, areaM2, affected }: ClusterSum) => ({
    clusters: formatNumber(count),
    area: formatHectares(areaM2, language),
    affected: formatNumber(affected),
    cell: formatNumber(rule.cellM),
    least: formatNumber(rule.least),
  })
  const others = clusters
    .filter((_, i) => i !== middle)
    .map((other) => translate(language, 'damage.clusters.other', values(other)))
  return [
    translate(language, 'damage.clusters', values(own)),
    translate(language, 'damage.clusters.others', { list: others.join(semicolon(language)) }),
  ]
}
