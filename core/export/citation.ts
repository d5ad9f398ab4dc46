import { formatDate, formatNumber } from '../study/format.ts'
import type { Measurement } from '../study/measurement.ts'
import { isTold } from '../study/outline.ts'
import type { Study } from '../study/study.ts'
import { textIn } from '../study/text.ts'
import { version } from '../version.ts'
import { say, type Language } from '../words/say.ts'

/** How a result is cited: study, revision, day, the SHA-256 of what was asked of what, program and, where drawn, the interval. */
export function citation(study: Study, { at, method, plan }: Pick<Measurement, 'at' | 'method' | 'plan'>, inputSha256: string, language: Language): string {
  const { interval } = method
  return say(language, isTold({ plan }) ? 'told.cite' : 'export.cite', {
    title: textIn(language, study.title),
    id: study.id,
    revision: study.revision,
    date: at === null ? say(language, 'date.undated') : say(language, 'export.cite.as-of', { date: formatDate(at, language) }),
    sha256: inputSha256,
    version,
    interval: interval ? say(language, 'export.cite.interval', { draws: formatNumber(interval.draws), seed: interval.seed }) : '',
  })
}
