import { describe, expect, test } from 'vitest'
import { precedentOf } from '../../core/compare/precedent.ts'
import { compareStudies } from '../../core/compare/comparison.ts'
import { groundFacts } from '../../core/report/ground-facts.ts'
import { answerSentence } from '../../core/answer/answer.ts'
import { formatHectares, formatShare } from '../../core/format/format.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { LayerMeasurement, Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { snapshotDay } from '../../core/model/snapshot.ts'
import { timelineOf } from '../../core/timeline/timeline.ts'
import { bundledIds, bundledStudy, featuresOf } from './bundled-study.ts'

const studies = bundledIds.map((id) => {
  const study = bundledStudy(id)
  return { id, study, features: new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)])) }
})

/** The day of each study, and those of all its snapshots. */
const daysOf = ({ study }: (typeof studies)[number]): string[] =>
  [...new Set([study.asOf, ...study.layers.map(snapshotDay)].flatMap((day) => (day === null || day === undefined ? [] : [day])))].sort()

function measuredOn({ study, features }: (typeof studies)[number], at: string): Measurement {
  const measured = measureStudy(study, features, { at })
  if (!measured.ok) throw new Error(JSON.stringify(measured.problem))
  return measured.value
}

/** What each of a study's layers says of held, shelled or damaged ground, by its own readings. */
function endsOf(layer: LayerMeasurement, headline: string | undefined): readonly [number, number] | null {
  const party = layer.role === 'control' ? headline : null
  const own = layer.bySources?.filter((reading) => reading.party === party) ?? []
  return own.length === 0 ? null : [own[0]!.widely ? 0 : own[0]!.areaM2, own.at(-1)!.areaM2]
}

const spansOf = ({ headline }: Study, { layers }: Measurement) =>
  layers.flatMap((layer) => {
    const ends = layer.ended ? null : endsOf(layer, headline?.party)
    return ends ? [{ layer, ends }] : []
  })

/** The days on which one source alone speaks of a layer. */
const aloneIn = (known: (typeof studies)[number]): Measurement[] =>
  daysOf(known)
    .map((at) => measuredOn(known, at))
    .filter(({ layers }) => layers.some(({ bySources }) => bySources?.[0]?.of === 1))

const plain = (text: string): string => text.replaceAll(/[\u00a0\u2066-\u2069]/g, ' ')

describe.each(studies)('one quantity of $id has one span of readings everywhere', (known) => {
  test.each(daysOf(known))('on %s', (at) => {
    const { study, features } = known
    const measurement = measuredOn(known, at)
    const { onDay } = precedentOf(study, measurement, null)
    const [compared] = compareStudies([{ study, onDay: measurement, onAnnouncement: null, against: [] }]).studies
    const timeline = timelineOf(study, features, { only: 'dates' })
    if (!timeline.ok) throw new Error(timeline.problem.code)
    expect(compared!.id).toBe(study.id)
    const facts = plain(groundFacts(study, measurement, 'en').map(({ label, value }) => `${label}: ${value}`).join('\n'))
    for (const { layer, ends } of spansOf(study, measurement)) {
      const about = layer.role === 'control' ? 'held' : layer.role === 'shelling' ? 'shelled' : 'damaged'
      const group = layer.groups.find(({ party }) => party === (layer.role === 'control' ? study.headline?.party : null))!
      expect([group.agreed.areaM2, group.all.areaM2]).toEqual(ends)
      expect([onDay[about]!.narrowM2, onDay[about]!.wideM2]).toEqual(ends)
      expect([compared!.onDay[about]!.narrowM2, compared!.onDay[about]!.wideM2]).toEqual(ends)
      const reported = timeline.value.dates.find(({ date }) => date === at)?.layers.find(({ name }) => name === layer.name)
      if (reported) expect(endsOf(reported, study.headline?.party)!.map(Math.round)).toEqual(ends.map(Math.round))
      const line = facts.split('\n').filter((text) => text.includes(plain(formatHectares(ends[1], 'en'))))
      const isAtMost = layer.bySources![0]!.widely === true
      if (ends[1] > 0) expect(line.some((text) => text.includes(isAtMost ? 'not known how much, at most' : plain(formatHectares(ends[0], 'en'))))).toBe(true)
      if (layer.role === 'control' && ends[1] > 0) {
        const sentence = plain(answerSentence(study, measurement, 'en'))
        if (isAtMost) expect(sentence).toMatch(/is not known: at most/)
        for (const end of isAtMost ? ends.slice(1) : ends) expect(sentence).toContain(plain(formatHectares(end, 'en', measurement.plan.areaM2 >= 1e6 ? 0 : 1)))
      }
    }
  })

  test('and no source that stands alone is called all', () => {
    const texts = aloneIn(known).flatMap((measurement) => {
      const facts = groundFacts(known.study, measurement, 'en')
      const other = { ...known.study, id: 'other' }
      const { findings } = compareStudies([
        { study: known.study, onDay: measurement, onAnnouncement: null, against: [] }, { study: other, onDay: measurement, onAnnouncement: null, against: [] },
      ])
      return [...facts.map(({ value }) => value), ...findings.map(({ text: { en } }) => en)].map(plain)
    })
    expect(texts.filter((text) => text.includes(`${plain(formatShare(0, 'en'))} by all sources`))).toEqual([])
  })
})

test('the studies have spans to compare, and sources that stand alone', () => {
  const spans = studies.flatMap((known) => daysOf(known).flatMap((at) => spansOf(known.study, measuredOn(known, at))))
  expect(spans.length).toBeGreaterThan(20)
  expect(studies.flatMap(aloneIn).length).toBeGreaterThan(2)
})

test('ground that one source names is one reading, and a second where its place names are meant widely', () => {
  const basilia = studies.find(({ id }) => id === 'basilia-city')!
  const shelling = measuredOn(basilia, '2018-04-21').layers.find(({ name }) => name === 'shelling')!
  expect(shelling.bySources!.map(({ label, areaM2 }) => [label.en, Math.round(areaM2 / 1e4)])).toEqual([
    ['the one source', 128], ['the one source, its place names meant widely', 236],
  ])
})
