import { notKnownSymbol } from '../../../core/symbology/class-symbol.ts'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatNumber } from '../../../core/format/format.ts'
import { uncoveredRows } from '../../../core/answer/hold-ended-text.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import { overlappingRows } from '../../../core/answer/overlapping-rows.ts'
import { textIn } from '../../../core/model/text.ts'
import { layerWhen } from '../../../core/format/when.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { damagePanel } from '../damage/damage-panel.ts'
import { eventPanel } from '../events/event-panel.ts'
import type { PageState } from '../../state/page-state.ts'
import { measuredLayers } from '../../state/shown-series.ts'
import { classEntry, layerOf } from '../../controls/class-entry.ts'
import { groundRow, shareText } from '../../controls/ground-row.ts'
import { severalSwatch, swatch, uncoveredSwatch } from '../../controls/swatch.ts'

/** A table for each measured layer of a role; where there is none, what the study says of that. */
export function layerTables(state: PageState, measurement: Measurement, role: string): TemplateResult {
  const { language, study } = state
  const layers = measuredLayers(state, role)
  const lists = html`${role === 'damage' ? damagePanel(state) : nothing}${eventPanel(state, role)}`
  if (layers.length > 0) return html`${layers.map((layer) => layerTable(state, measurement, layer))}${lists}`
  if (hasLists(state, role)) return lists
  const gaps = study?.gaps.filter((gap) => gap.role === role) ?? []
  return html`<p class="quiet">${translate(language, 'page.not-measured')}</p>
    ${gaps.map(({ text }) => html`<p class="quiet">${textIn(language, text)}</p>`)}`
}

function layerTable(state: PageState, measurement: Measurement, measured: LayerMeasurement): TemplateResult {
  const { language } = state
  const layer = layerOf(state, measured)
  if (!layer) return html`<p class="quiet">${translate(language, 'page.layer-after')}</p>`
  const { name, classes, multipleM2, multiple } = measured
  const planM2 = measurement.plan.areaM2
  const overlap = overlappingRows(measured, planM2, language)
  const points = measurement.points?.filter((point) => point.layer === name) ?? []
  return html`<table>
    <caption>
      ${titleWithDate(layer, measurement.at, language)}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${translate(language, 'page.column.class')}</span></th>
        <th scope="col" class="number">${translate(language, 'page.column.ha')}</th>
        <th scope="col" class="number">${translate(language, 'page.column.share')}</th>
      </tr>
    </thead>
    <tbody>
      ${classes.map((row) => {
        const entry = classEntry(state, measured, row.class)
        return groundRow(state, {
          ground: { kind: 'class', layer: name, class: row.class },
          sign: entry ? swatch(entry.style) : nothing,
          caption: entry?.caption ?? row.class ?? translate(language, 'class.empty'),
          areaM2: row.areaM2,
          interval: row,
          last: shareText(row.share, language, row),
        })
      })}
      ${groundRow(state, {
        ground: { kind: 'several', layer: name },
        sign: severalSwatch,
        caption: translate(language, 'class.several'),
        areaM2: multipleM2,
        interval: multiple,
        last: shareText(multipleM2 / planM2, language, multiple),
      })}
      ${uncoveredRows(measured, language).map(({ text, areaM2, interval, end }) =>
        groundRow(state, {
          ground: { kind: 'uncovered', layer: name },
          sign: end === null ? uncoveredSwatch : swatch(notKnownSymbol),
          caption: text,
          areaM2,
          interval,
          last: shareText(areaM2 / planM2, language, interval),
        }),
      )}
    </tbody>
  </table>
  ${overlap === null ? nothing : html`<p class="quiet">${overlap}</p>`}
  ${
    points.length > 0
      ? html`<ul class="plain-list">
        ${points.map((point) => {
          const caption = classEntry(state, measured, point.class)?.caption ?? point.class ?? ''
          const values = { count: formatNumber(point.count), perHa: formatNumber(point.perHa, 2) }
          return html`<li>${caption}: ${translate(language, 'page.points.count', values)}</li>`
        })}
      </ul>`
      : nothing
  }`
}

/** Whether the study has lists of this role that are counted rather than measured. */
const hasLists = ({ damage, events, study }: PageState, role: string): boolean =>
  (role === 'damage' && (damage?.lists.length ?? 0) > 0) ||
  (events?.lists.some(({ layer }) => study?.layers.some((own) => own.name === layer && own.role === role)) ?? false)

/** The title, and the date where the title does not say it. */
function titleWithDate(layer: Layer, at: string | null, language: Language): TemplateResult {
  const [title, date] = [textIn(language, layer.title), layerWhen(layer, at, language)]
  // A day after a title in Latin letters would leave its month in Arabic.
  return html`<bdi>${title}</bdi>${title.includes(date) ? nothing : ` · ${date}`}`
}
