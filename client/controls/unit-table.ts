import { html, nothing, type TemplateResult } from 'lit/html.js'
import { classText } from '../../core/classify/classes.ts'
import { formatHectares } from '../../core/format/format.ts'
import type { FeatureMeasurement, Measurement } from '../../core/model/measurement.ts'
import { ownValue } from '../../core/result/own-value.ts'
import { translate } from '../../core/i18n/translate.ts'
import type { PageState } from '../state/page-state.ts'
import { shownSeries, underlyingLayer } from '../state/shown-series.ts'
import { classEntry } from './class-entry.ts'
import { groundRow } from './ground-row.ts'
import { classBackground } from './swatch.ts'

/** A row for each unit inside the plan, with the control over it, or its zones, as a line of 100 %. */
export function unitTable(state: PageState, { units = [] }: Measurement): TemplateResult {
  const { language } = state
  const names = unitNames(state)
  return html`<table>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${translate(language, 'page.column.unit')}</span></th>
        <th scope="col" class="number">${translate(language, 'page.column.ha')}</th>
        <th scope="col" class="number">${translate(language, 'page.column.cover')}</th>
      </tr>
    </thead>
    <tbody>
      ${units
        .filter(({ areaM2 }) => areaM2 > 0)
        .map((unit) =>
          groundRow(state, {
            ground: { kind: 'unit', id: unit.id },
            sign: nothing,
            caption: unit.id === null ? translate(language, 'page.row.outside-units') : (names.get(unit.id) ?? unit.id),
            areaM2: unit.areaM2,
            last: coverBar(state, unit),
          }),
        )}
    </tbody>
  </table>`
}

/** What units are called on the map, by their id. */
export function unitNames(state: PageState): Map<string, string> {
  const names = new Map<string, string>()
  for (const { holding } of shownSeries(state)) {
    const loaded = holding?.role === 'units' ? state.features.get(holding.id) : undefined
    if (!holding || !loaded) continue
    const { idField, labelField } = holding
    const label = labelField?.[state.language] ?? labelField?.en
    loaded.features.attributes.forEach((attributes, feature) => {
      const id = (idField === undefined ? null : classText(attributes[idField])) ?? String(feature + 1)
      const name = label === undefined ? null : classText(attributes[label])
      if (name !== null) names.set(id, name)
    })
  }
  return names
}

function coverBar(state: PageState, unit: FeatureMeasurement): TemplateResult {
  const { language } = state
  const measured = underlyingLayer(state)
  if (!measured) return html``
  const cover = ownValue(unit.layers, measured.name)
  const parts = measured.classes.flatMap(({ class: name }) => {
    const entry = classEntry(state, measured, name)
    const areaM2 = ownValue(cover, name ?? '') ?? 0
    return entry && areaM2 > 0 ? [{ ...entry, areaM2 }] : []
  })
  const text = parts.map(({ caption, areaM2 }) => `${caption} ${formatHectares(areaM2, language)}`).join(', ')
  return html`<span class="cover-bar" role="img" aria-label=${text} title=${text}>
    ${parts.map(
      ({ style, areaM2 }) =>
        html`<span class="segment" .style=${`flex-grow:${areaM2 / unit.areaM2};${classBackground(style)}`}></span>`,
    )}
  </span>`
}
