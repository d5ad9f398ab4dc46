import { html, nothing, type TemplateResult } from 'lit/html.js'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { chooseCrs, forgetQuestion } from '../../actions/upload-files.ts'
import { doMeet, middleOf } from '../../map/extent-to-fit.ts'
import { formatPosition } from '../../../core/format/position-text.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { planLayer } from '../../state/shown-series.ts'
import { fileEvidence } from './file-evidence.ts'
import { commonCandidates, type CrsQuestion, type WaitingFile } from '../../state/waiting-files.ts'

/** The question for a coordinate system: what the files show, and candidates here and, as boxes, on the map. */
export function crsPanel(question: CrsQuestion, state: PageState): TemplateResult {
  const { language } = state
  const plan = planLayer(state)?.extent ?? null
  const { files, isReading } = question
  const candidates = commonCandidates(question)
  const isChosen = files.some((file) => file.isChosen)
  const isUnsaid = files.every(({ problem }) => problem.code === 'crs-unknown')
  const title =
    files.length === 1
      ? translate(language, 'page.upload.crs', { names: files[0]!.names })
      : translate(language, 'page.upload.crs.many', { count: formatNumber(files.length) })
  return html`<section class="card question" aria-labelledby="question-title">
    <h2 class="wrap" id="question-title" tabindex="-1">${title}</h2>
    ${files.length > 1 ? html`<p>${translate(language, 'page.upload.crs.all')}</p>` : nothing}
    ${files.map((file) => fileEvidence(file, files.length > 1, language, (change) => changeFile(file, change)))}
    <p>${isChosen ? translate(language, candidates.length === 0 ? 'page.upload.crs.none' : isUnsaid ? 'page.upload.crs.do' : 'page.upload.crs.choose') : nothing}</p>
    <ul class="choices">
      ${candidates.map(
        ({ code, name, extent, fits }) =>
          html`<li>
            <button
              type="button"
              class="choice ${question.hovered === code ? 'lit' : ''}"
              ?disabled=${isReading}
              @pointerenter=${() => lightCandidate(code)}
              @pointerleave=${() => lightCandidate(null)}
              @focus=${() => lightCandidate(code)}
              @blur=${() => lightCandidate(null)}
              @click=${() => void chooseCrs(code)}
            >
              <bdi>${name}</bdi> <span class="quiet" dir="ltr">${code}</span>
              <span class="quiet place">${placeText(extent, plan, language)}</span>
              <span class="quiet place">${translate(language, `page.upload.crs.${fits}`)}</span>
            </button>
          </li>`,
      )}
    </ul>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        const code = new FormData(event.currentTarget as HTMLFormElement).get('code')
        if (typeof code === 'string' && isChosen) void chooseCrs(withAuthority(code))
      }}
    >
      <label for="other-crs">${translate(language, 'page.upload.crs.other')}</label>
      <div class="field-row">
        <input id="other-crs" name="code" dir="ltr" required placeholder="EPSG:32637" autocomplete="off" />
        <button type="submit" class="button plain" ?disabled=${isReading || !isChosen}>${translate(language, 'page.upload.crs.take')}</button>
      </div>
    </form>
    ${isReading ? html`<p role="status">${translate(language, 'page.upload.crs.reading')}</p>` : nothing}
    <button type="button" class="button plain" @click=${forgetQuestion}>${translate(language, 'page.cancel')}</button>
  </section>`
}

/** Where a candidate would put the data, told by the plan or by coordinates. */
function placeText(extent: Extent, plan: Extent | null, language: Language): string {
  const [lon, lat] = middleOf(extent)
  if (plan === null) return formatPosition(lon, lat, language)
  if (doMeet(extent, plan)) return translate(language, 'page.upload.crs.over-plan')
  const [planLon, planLat] = middleOf(plan)
  const { eastM, northM } = metresPerRadian(planLat)
  const metres = Math.hypot((lon - planLon) * eastM, (lat - planLat) * northM) * (Math.PI / 180)
  return translate(language, 'page.upload.crs.distance', { distance: formatNumber(metres / 1000) })
}

/** `22770` means EPSG:22770. */
const withAuthority = (code: string): string => (/^\d+$/.test(code.trim()) ? `EPSG:${code.trim()}` : code.trim())

function changeQuestion(change: (question: CrsQuestion) => Partial<CrsQuestion>): void {
  const { question } = page.get()
  if (question) page.update({ question: { ...question, ...change(question) } })
}

const lightCandidate = (hovered: string | null): void => changeQuestion(() => ({ hovered }))

const changeFile = ({ uploadId }: WaitingFile, change: Partial<WaitingFile>): void =>
  changeQuestion(({ files }) => ({
    files: files.map((file) => (file.uploadId === uploadId ? { ...file, ...change } : file)),
  }))
