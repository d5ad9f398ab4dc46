import { formatDate, formatNumber } from '../format/format.ts'
import type { Measurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import type { Publication } from '../model/publication.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { version } from '../result/version.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'

/** How a result is cited: study, revision, day, the SHA-256 of what was asked of what, program and, where drawn, the interval. */
export function citation(
  study: Study,
  { at, method, plan }: Pick<Measurement, 'at' | 'method' | 'plan'>,
  inputSha256: string,
  language: Language,
): string {
  const { interval } = method
  const by = citedAs(study.publication, language)
  const cited = translate(language, isReported({ plan }) ? 'told.cite' : 'export.cite', {
    title: textIn(language, study.title),
    id: study.id,
    revision: study.revision,
    date:
      at === null
        ? translate(language, 'date.undated')
        : translate(language, 'export.cite.as-of', { date: formatDate(at, language) }),
    sha256: inputSha256,
    version,
    interval: interval
      ? translate(language, 'export.cite.interval', { draws: formatNumber(interval.draws), seed: interval.seed })
      : '',
  })
  const { doi } = study.publication ?? {}
  const whole = by === null ? cited : translate(language, 'export.cite.by', { by, cited })
  return doi === undefined ? whole : `${whole} https://doi.org/${doi}`
}

/** Author, institution and year of publication; `null` where none is stated. */
function citedAs(publication: Publication | undefined, language: Language): string | null {
  const { author, institution, date } = publication ?? {}
  const names = [author, institution].filter((name) => name !== undefined)
  const by = names.join(comma(language))
  if (by === '') return null
  return date === undefined ? by : translate(language, 'export.cite.year', { by, year: date.slice(0, 4) })
}
