import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { ImportEvidence } from '../../../core/layers/inspection.ts'
import { isRecorded } from '../../../core/layers/reading-record.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import { recordTable } from '../../controls/reading-record.ts'
import { noteList } from '../../controls/note-list.ts'
import type { WaitingFile } from '../../state/waiting-files.ts'

const readingsShown = 4

/** What a file that waits shows of itself, and how its texts read: why we believe what we believe. */
export function fileEvidence(
  file: WaitingFile,
  isOneOfMany: boolean,
  language: Language,
  change: (change: Partial<WaitingFile>) => void,
): TemplateResult {
  const { names, problem, evidence, isChosen } = file
  const reported =
    problem.code === 'crs-unknown' && evidence?.box
      ? nothing
      : html`<p class="wrap">${problemText(problem, language)}</p>`
  const shown = evidence ? html`${facts(evidence, language)} ${texts(file, evidence, language, change)}` : nothing
  if (!isOneOfMany) return html`${reported} ${shown}`
  return html`<div class="waiting-file">
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(isChosen)}
        @change=${(event: Event) => change({ isChosen: (event.currentTarget as HTMLInputElement).checked })}
      />
      <span class="wrap">${names}</span>
    </label>
    <details>
      <summary>${translate(language, 'page.evidence')}</summary>
      ${reported} ${shown}
    </details>
  </div>`
}

function facts(evidence: ImportEvidence, language: Language): TemplateResult {
  const { features, geometryType, box, notes: all } = evidence
  const notes = all.filter((own) => !isRecorded(own))
  const kind = translate(language, `page.settle.kind.${geometryType}`)
  return html`<p class="quiet">${translate(language, 'page.settle.found', { features: formatNumber(features), kind })}</p>
    ${box ? html`<p>${boxText(box, language)}</p>` : nothing}
    ${recordTable({ ...evidence, crs: null }, language, null, true)}
    ${notes.length > 0 ? html`<div class="evidence-notes">${noteList(notes, language, null)}</div>` : nothing}`
}

function boxText(box: Extent, language: Language): string {
  const [west, south, east, north] = box
  const canBeDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90
  const number = (value: number): string => `\u2066${formatNumber(value, canBeDegrees ? 2 : 0)}\u2069`
  const values = { west: number(west), east: number(east), south: number(south), north: number(north) }
  return translate(language, canBeDegrees ? 'page.evidence.degrees' : 'page.evidence.metres', values)
}

/** The readings to choose from where the encoding is in doubt, and ten values as they read. */
function texts(
  { uploadId, encoding }: WaitingFile,
  { encoding: found, readings, samples }: ImportEvidence,
  language: Language,
  change: (change: Partial<WaitingFile>) => void,
): TemplateResult | typeof nothing {
  if (found === null) return nothing
  const taken = encoding ?? found
  const choices = html`<fieldset class="readings">
    <legend>${translate(language, 'page.evidence.readings', { encoding: found })}</legend>
    ${readings.slice(0, readingsShown).map(
      (reading) =>
        html`<label class="check">
          <input
            type="radio"
            name="encoding-${uploadId}"
            .checked=${live(reading.encoding === taken)}
            @change=${() => change({ encoding: reading.encoding === found ? null : reading.encoding })}
          />
          <span><span dir="ltr">${reading.encoding}</span> <bdi class="reading">${reading.text}</bdi></span>
        </label>`,
    )}
  </fieldset>`
  const isAsFound = encoding === null && samples.length > 0
  return html`${readings.length > 0 ? choices : html`<p>${translate(language, 'page.evidence.stated', { encoding: found })}</p>`}
    ${
      isAsFound
        ? html`<p class="quiet">${translate(language, 'page.settle.encoding.samples')}</p>
          <ul class="samples">
            ${samples.map((sample) => html`<li><bdi>${sample}</bdi></li>`)}
          </ul>`
        : nothing
    }`
}
