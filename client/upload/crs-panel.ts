import { html, nothing, type TemplateResult } from 'lit/html.js'
import { metresPerRadian } from '../../core/geometry/local-radii.ts'
import type { Extent } from '../../core/geometry/shapes.ts'
import { formatNumber } from '../../core/study/format.ts'
import { say, type Language } from '../../core/words/say.ts'
import { chooseCrs, forgetUpload } from '../actions/upload-files.ts'
import { problemText } from '../api/page-problem.ts'
import { doMeet, middleOf } from '../map/extent-to-fit.ts'
import { formatPosition } from '../map/position-readout.ts'
import { page, type PageState } from '../state/page-state.ts'
import { planLayer } from '../state/shown-series.ts'
import type { CrsQuestion } from './upload-state.ts'

/** The question for a coordinate system: candidates here and, as boxes, on the map. */
export function crsPanel(names: string, question: CrsQuestion, state: PageState): TemplateResult {
  const { language } = state
  const plan = planLayer(state)?.extent ?? null
  const { candidates, isReading, problem } = question
  const isUnsaid = problem.code === 'crs-unknown'
  return html`<section class="card question" aria-live="polite">
    <h2 class="wrap">${say(language, 'page.upload.crs', { names })}</h2>
    ${isUnsaid ? nothing : html`<p class="wrap">${problemText(problem, language)}</p>`}
    <p>${say(language, candidates.length === 0 ? 'page.upload.crs.none' : isUnsaid ? 'page.upload.crs.do' : 'page.upload.crs.choose')}</p>
    ${candidates.length === 0 && isUnsaid ? html`<p class="quiet wrap">${problemText(problem, language)}</p>` : nothing}
    <ul class="choices">
      ${candidates.map(
        ({ code, name, extent }) =>
          html`<li>
            <button
              type="button"
              class="choice ${question.lit === code ? 'lit' : ''}"
              ?disabled=${isReading}
              @pointerenter=${() => lightCandidate(code)}
              @pointerleave=${() => lightCandidate(null)}
              @focus=${() => lightCandidate(code)}
              @blur=${() => lightCandidate(null)}
              @click=${() => void chooseCrs(code)}
            >
              <bdi>${name}</bdi> <span class="quiet" dir="ltr">${code}</span>
              <span class="quiet place">${placeText(extent, plan, language)}</span>
            </button>
          </li>`,
      )}
    </ul>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        const code = new FormData(event.currentTarget as HTMLFormElement).get('code')
        if (typeof code === 'string') void chooseCrs(withAuthority(code))
      }}
    >
      <label for="other-crs">${say(language, 'page.upload.crs.other')}</label>
      <div class="field-row">
        <input id="other-crs" name="code" dir="ltr" required placeholder="EPSG:32637" autocomplete="off" />
        <button type="submit" class="button plain" ?disabled=${isReading}>${say(language, 'page.upload.crs.take')}</button>
      </div>
    </form>
    ${isReading ? html`<p role="status">${say(language, 'page.upload.crs.reading')}</p>` : nothing}
    <button type="button" class="button plain" @click=${forgetUpload}>${say(language, 'page.cancel')}</button>
  </section>`
}

/** Where a candidate would put the data, told by the plan or by coordinates. */
function placeText(extent: Extent, plan: Extent | null, language: Language): string {
  const [lon, lat] = middleOf(extent)
  if (plan === null) return formatPosition(lon, lat)
  if (doMeet(extent, plan)) return say(language, 'page.upload.crs.over-plan')
  const [planLon, planLat] = middleOf(plan)
  const { eastM, northM } = metresPerRadian(planLat)
  const metres = Math.hypot((lon - planLon) * eastM, (lat - planLat) * northM) * (Math.PI / 180)
  return say(language, 'page.upload.crs.distance', { distance: formatNumber(metres / 1000) })
}

/** `22770` means EPSG:22770. */
const withAuthority = (code: string): string => (/^\d+$/.test(code.trim()) ? `EPSG:${code.trim()}` : code.trim())

function lightCandidate(lit: string | null): void {
  const { upload } = page.get()
  if (upload.phase === 'crs') page.update({ upload: { ...upload, question: { ...upload.question, lit } } })
}
