import { html, nothing, type TemplateResult } from 'lit/html.js'
import { damageReadings, isAffectedClass, type DamageReading } from '../../../core/classify/damage-readings.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { damagePreset } from '../../../core/classify/presets.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { PageState } from '../../state/page-state.ts'
import type { FieldValues } from '../../controls/field-values.ts'

/** The two readings of a field of damage codes side by side, to be chosen from: neither is ever assumed. */
export function damageChoice(
  { language }: PageState,
  layer: Layer,
  field: FieldValues,
): TemplateResult | typeof nothing {
  const found = layer.role === 'damage' ? damageReadings(field) : null
  if (!found) return nothing
  const { readings, empty } = found
  const said = layer.offers?.find(({ kind, field: coded }) => kind === 'coded-values' && coded === field.name)
  const about = said
    ? translate(language, 'page.damage.readings.said', {
        title: translate(language, 'page.classes.offer.coded-values', { source: said.source }),
      })
    : translate(language, 'page.damage.readings.about')
  const occurring = damagePreset.filter(({ class: name }) =>
    readings.some(({ classes }) => classes.some((each) => each.class === name)),
  )
  const graded = occurring.filter(({ class: name }) => isAffectedClass(name))
  const others = occurring.filter(({ class: name }) => !isAffectedClass(name))
  const unread = [...new Set(readings.flatMap((reading) => reading.unread.map(({ value }) => value)))]
  const countOf = (reading: DamageReading, name: string) => reading.classes.find((each) => each.class === name)?.count
  const row = (label: string, cells: readonly (number | undefined)[], kind = ''): TemplateResult =>
    html`<tr class=${kind}>
      <th scope="row">${label}</th>
      ${cells.map((count) => html`<td class="number">${count === undefined ? '–' : formatNumber(count)}</td>`)}
    </tr>`
  const classRow = ({ class: name, label }: (typeof damagePreset)[number]) =>
    row(
      label[language],
      readings.map((reading) => countOf(reading, name)),
    )
  return html`<section class="field damage-readings" aria-labelledby="readings-title">
    <h3 id="readings-title">${translate(language, 'page.damage.readings')}</h3>
    <p class="quiet">${about}</p>
    <table class="values">
      <thead>
        <tr>
          <th scope="col">${translate(language, 'page.column.class')}</th>
          ${readings.map(({ direction }) => html`<th scope="col" class="number">${translate(language, `page.damage.${direction}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${graded.map(classRow)}
        ${row(
          translate(language, 'page.damage.affected'),
          readings.map(({ affected }) => affected),
          'total',
        )}
        ${others.map(classRow)}
        ${unread.map((value) =>
          row(
            translate(language, 'page.damage.unread', { value }),
            readings.map((reading) => reading.unread.find((each) => each.value === value)?.count),
          ),
        )}
        ${empty > 0 ? row(translate(language, 'class.empty'), [empty, empty]) : nothing}
      </tbody>
    </table>
    <div class="field-row wrapping">
      ${readings.map(({ direction, mapping }) => {
        const isTaken = mapping.every(({ class: name, values }) =>
          layer.classes.some((one) => one.class === name && values.every((value) => one.values.includes(value))),
        )
        return html`<button
          type="button"
          class="button plain"
          aria-pressed=${isTaken}
          @click=${() => void changeLayerOptions(layer.id, { classField: field.name, classesFrom: direction })}
        >
          ${translate(language, `page.damage.${direction}`)}
        </button>`
      })}
    </div>
  </section>`
}
