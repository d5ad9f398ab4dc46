import { formatDate, formatNumber } from '../format/format.ts'
import type { Measurement } from '../model/measurement.ts'
import { isTold } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { version } from '../result/version.ts'
import { say, type Language } from '../i18n/say.ts'

/** How a result is cited: study, revision, day, the SHA-256 of what was asked of what, program and, where drawn, the interval. */
export function citation(
  study: Study,
  { at, method, plan }: Pick<Measurement, 'at' | 'method' | 'plan'>,
  inputSha256: string,
  language: Language,
): string {
  const { interval } = method
  return say(language, isTold({ plan }) ? 'told.cite' : 'export.cite', {
    title: textIn(language, study.title),
    id: study.id,
    revision: study.revision,
    date:
      at === null
        ? say(language, 'date.undated')
        : say(language, 'export.cite.as-of', { date: formatDate(at, language) }),
    sha256: inputSha256,
    version,
    interval: interval
      ? say(language, 'export.cite.interval', { draws: formatNumber(interval.draws), seed: interval.seed })
      : '',
  })
}
