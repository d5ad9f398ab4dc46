import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { accuracyKinds, sigmaM, type AccuracyKind, type QuotedAccuracy } from '../../../core/model/accuracy.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { chooseAccuracyKind, changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { LayerPanel, PageState } from '../../state/page-state.ts'

/** Usual values of each kind, to begin with. */
const presets: Readonly<Record<AccuracyKind, readonly number[]>> = {
  sigma: [5, 30, 100],
  ce90: [5, 10],
  ce95: [5, 10],
  nssda: [2, 10],
  rmse: [5, 10, 30],
  'map-scale': [5_000, 25_000, 50_000],
  operation: [1, 5, 10],
  imagery: [10, 29],
  range: [100, 300, 1_000],
}

/** How good a layer's lines are, as its document says it: the kind, the value, and what it is taken as. */
export function accuracySetting(layer: Layer, panel: LayerPanel, { language }: PageState): TemplateResult {
  const quoted: QuotedAccuracy | null =
    layer.accuracy ?? (layer.accuracyM === undefined ? null : { kind: 'sigma', metres: layer.accuracyM })
  const kind = panel.accuracyKind ?? quoted?.kind ?? 'sigma'
  const value = quoted?.kind === kind ? valueOf(quoted) : null
  const tell = (next: number | null, points?: number): void => {
    void changeLayerOptions(layer.id, { accuracy: next === null ? null : quotedAs(kind, next, points) })
  }
  return html`<fieldset class="field accuracy">
    <legend>${translate(language, 'page.accuracy.title')}</legend>
    <select
      id="layer-accuracy-kind"
      aria-label=${translate(language, 'page.accuracy.how')}
      .value=${live(kind)}
      @change=${(event: Event) => chooseAccuracyKind(layer.id, (event.currentTarget as HTMLSelectElement).value as AccuracyKind)}
    >
      ${accuracyKinds.map((each) => html`<option value=${each} ?selected=${each === kind}>${translate(language, `accuracy.kind.${each}`)}</option>`)}
    </select>
    <p class="quiet">${translate(language, `accuracy.hint.${kind}`)}</p>
    <div class="accuracy-values">
      ${numberField('layer-accuracy', translate(language, kind === 'map-scale' ? 'page.accuracy.denominator' : 'page.accuracy.metres'), value, kind === 'map-scale' ? 100 : 0, kind === 'map-scale' ? 10_000_000 : 100_000, (next) => tell(next))}
      ${
        kind === 'rmse' && value !== null
          ? numberField(
              'layer-accuracy-points',
              translate(language, 'page.accuracy.points'),
              quoted?.kind === 'rmse' ? (quoted.points ?? null) : null,
              4,
              1_000_000,
              (points) => tell(value, points ?? undefined),
            )
          : nothing
      }
    </div>
    <div class="presets">
      ${presets[kind].map(
        (preset) =>
          html`<button type="button" class="button plain" @click=${() => tell(preset)}>${presetText(kind, preset, language)}</button>`,
      )}
    </div>
    ${
      quoted === null
        ? html`<p class="quiet">${translate(language, 'page.accuracy.unstated')}</p>`
        : html`<p class="quiet">${translate(language, 'page.accuracy.is', { metres: formatNumber(sigmaM(quoted), 1) })}</p>`
    }
  </fieldset>`
}

const valueOf = (quoted: QuotedAccuracy): number => (quoted.kind === 'map-scale' ? quoted.denominator : quoted.metres)

const quotedAs = (kind: AccuracyKind, value: number, points?: number): QuotedAccuracy =>
  kind === 'map-scale'
    ? { kind, denominator: value }
    : kind === 'rmse'
      ? { kind, metres: value, ...(points === undefined ? {} : { points }) }
      : { kind, metres: value }

const presetText = (kind: AccuracyKind, value: number, language: Language): string =>
  kind === 'map-scale'
    ? `1:${formatNumber(value)}`
    : translate(language, 'page.accuracy.value', { metres: formatNumber(value) })

const numberField = (
  id: string,
  label: string,
  value: number | null,
  least: number,
  most: number,
  tell: (value: number | null) => void,
): TemplateResult =>
  html`<label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      min=${least}
      max=${most}
      step="any"
      dir="ltr"
      .value=${value === null ? '' : String(value)}
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement
        if (input.checkValidity()) tell(input.value === '' ? null : input.valueAsNumber)
        else input.reportValidity()
      }}
    />`
