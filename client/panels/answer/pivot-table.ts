import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { crossTable, type CrossAxis, type CrossCategory, type CrossCell } from '../../../core/measure/cross-table.ts'
import { intervalOfTotal } from '../../../core/measure/interval-of-total.ts'
import { formatHectareValue, formatHectares, formatNumber } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { ClassesByLayer, Interval, LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import { textIn } from '../../../core/model/text.ts'
import { layerWhen } from '../../../core/format/when.ts'
import { lastReported } from '../../../core/model/validity.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { isSameGround, type Ground } from '../../state/ground.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { groundCell } from '../../controls/ground-cell.ts'

type End = 'rows' | 'columns' | 'within'

/** Two layers against each other, inside a class of a third if so chosen; every cell is one with its ground. */
export function pivotTable(state: PageState, measurement: Measurement): TemplateResult | typeof nothing {
  const { language, study } = state
  const layers = measurement.layers.filter(({ layer }) => layer !== null)
  if (!study || layers.length < 2) return nothing
  const named = (name: string | null): LayerMeasurement | undefined => layers.find((layer) => layer.name === name)
  const rows = named(state.crossed.rows) ?? layers[0]!
  const columns = [named(state.crossed.columns), ...layers].find((layer) => layer && layer !== rows)!
  const others = layers.filter((layer) => layer !== rows && layer !== columns)
  const [thirdName, thirdKey] = JSON.parse(state.crossed.within ?? '[]') as string[]
  const third = others.find(({ name }) => name === thirdName)
  const { by } = state.crossed
  const crossed = crossTable(study, measurement, [rows.name, columns.name, ...(third ? [third.name] : [])], by)
  if (!crossed.ok) return nothing
  const { axes, cells: all, reconciliation } = crossed.value
  const category = third && axes[2]!.categories.find(({ key }) => key === thirdKey)
  const cells = category ? all.filter(({ keys }) => keys[2] === category.key) : all
  const title = (layer: LayerMeasurement): string => titleOf(state, layer)
  const select = (end: 'rows' | 'columns', chosen: LayerMeasurement): TemplateResult =>
    html`<div class="field">
      <label for="pivot-${end}">${translate(language, `page.pivot.${end}`)}</label>
      <select id="pivot-${end}" .value=${live(chosen.name)} @change=${(event: Event) => choose(end, event, rows, columns)}>
        ${layers.map((layer) => html`<option value=${layer.name} ?selected=${layer === chosen}>${title(layer)}</option>`)}
      </select>
    </div>`
  const ground = (row: CrossCategory | null, column: CrossCategory | null, own: readonly CrossCell[]): Ground => {
    const requested = [row, column, category ?? null].flatMap((one, axis) => (one ? [axes[axis]!] : []))
    if (by === 'party') return { kind: 'cells', cells: classesOver(measurement, own, requested) }
    const parts = [row, column, category ?? null].map((one, axis) => (one ? groundPart(axes[axis]!, one) : {}))
    return { kind: 'cell', classes: Object.assign({}, ...parts) as ClassesByLayer }
  }
  const within = (test: (cell: CrossCell) => boolean): readonly CrossCell[] => cells.filter(test)
  const seen = (axis: 0 | 1): CrossCategory[] =>
    axes[axis]!.categories.filter(({ key }) => cells.some(({ keys }) => keys[axis] === key))
  const entry = (row: CrossCategory | null, column: CrossCategory | null): TemplateResult =>
    cellOf(
      state,
      measurement,
      within(({ keys }) => (!row || keys[0] === row.key) && (!column || keys[1] === column.key)),
      (own) => ground(row, column, own),
      [row, column, category],
      totalOf(row, column),
    )
  const totalOf = (row: CrossCategory | null, column: CrossCategory | null): Interval | null => {
    if (category || (row && column)) return null
    return row
      ? intervalOfTotal(measurement, rows.name, row)
      : column
        ? intervalOfTotal(measurement, columns.name, column)
        : measurement.plan
  }
  const total = translate(language, 'page.pivot.total')
  return html`<section class="pivot-block">
    <h3>${translate(language, 'page.pivot')}</h3>
    <div class="pivot-choice">
      ${select('rows', rows)} ${select('columns', columns)} ${withinSelect(state, measurement, others)}
      ${
        hasParties(state, layers)
          ? html`<label class="check">
            <input type="checkbox" .checked=${live(by === 'party')} @change=${() => setBy(by === 'party' ? 'class' : 'party')} />
            <span>${translate(language, 'page.pivot.party')}</span>
          </label>`
          : nothing
      }
    </div>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${translate(language, 'page.pivot')}>
      <table class="pivot">
        <thead>
          <tr>
            <td></td>
            ${seen(1).map((column) => html`<th scope="col" class="number">${textIn(language, column.label)}</th>`)}
            <th scope="col" class="number">${total}</th>
          </tr>
        </thead>
        <tbody>
          ${seen(0).map(
            (row) =>
              html`<tr>
                <th scope="row">${textIn(language, row.label)}</th>
                ${seen(1).map((column) => entry(row, column))} ${entry(row, null)}
              </tr>`,
          )}
          <tr class="total">
            <th scope="row">${total}</th>
            ${seen(1).map((column) => entry(null, column))} ${entry(null, null)}
          </tr>
        </tbody>
      </table>
    </div>
    <p class="quiet">
      ${translate(language, 'page.pivot.unit')}
      ${category ? nothing : translate(language, 'page.pivot.sum', { plan: formatHectares(measurement.plan.areaM2, language), residual: residualText(reconciliation.residualM2) })}
    </p>
  </section>`
}

/** A cell of ha whose ground stands out on the map under the pointer or the focus. */
function cellOf(
  state: PageState,
  measurement: Measurement,
  cells: readonly CrossCell[],
  groundOf: (cells: readonly CrossCell[]) => Ground,
  categories: readonly (CrossCategory | null | undefined)[],
  total: Interval | null,
): TemplateResult {
  const { language, hovered } = state
  const areaM2 = cells.reduce((sum, cell) => sum + cell.areaM2, 0)
  if (areaM2 === 0) return html`<td class="number quiet">–</td>`
  const [only, ...others] = cells
  const interval = only && others.length === 0 ? only : total
  const figure = formatInterval(areaM2, interval ?? {}, language) ?? formatHectareValue(areaM2, language)
  const holdsHovered =
    hovered?.kind === 'combination' &&
    cells.some(({ combinations }) =>
      combinations.some((place) =>
        isSameGround({ kind: 'combination', classes: measurement.combinations[place]!.classes }, hovered),
      ),
    )
  const name = categories.flatMap((category) => (category ? [textIn(language, category.label)] : [])).join(' + ')
  return groundCell(state, {
    ground: groundOf(cells),
    figure,
    name: `${name === '' ? translate(language, 'page.pivot.total') : name}: ${figure}`,
    holdsHovered,
  })
}

/** Ground in the classes of a category and in none other of its layer; of a total nothing is asked. */
const groundPart = ({ layer }: CrossAxis, category: CrossCategory | null): ClassesByLayer =>
  category === null || category.kind === 'silent' ? {} : { [layer]: category.names }

/** The sets of classes of the axes named that make up the cells, each once. */
function classesOver(
  { combinations }: Measurement,
  cells: readonly CrossCell[],
  axes: readonly CrossAxis[],
): ClassesByLayer[] {
  const sets = cells.flatMap((cell) =>
    cell.combinations.map((place): ClassesByLayer =>
      Object.fromEntries(
        axes.flatMap(({ layer }) => {
          const own = combinations[place]!.classes[layer]
          return own ? [[layer, own]] : []
        }),
      ),
    ),
  )
  return [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()]
}

/** Whether some class shares its party with another, so that parties are worth a table. */
const hasParties = ({ study }: PageState, layers: readonly LayerMeasurement[]): boolean =>
  study?.layers.some(({ id, classes }) => {
    const parties = classes.flatMap(({ party }) => party ?? [])
    return layers.some(({ layer }) => layer === id) && new Set(parties).size < parties.length
  }) === true

const setBy = (by: 'class' | 'party'): void =>
  page.update({ crossed: { ...page.get().crossed, by, within: null }, hovered: null, selected: null })

/** All ground of the plan, or that of one class of another layer. */
function withinSelect(
  state: PageState,
  measurement: Measurement,
  others: readonly LayerMeasurement[],
): TemplateResult | typeof nothing {
  const { language, study, crossed } = state
  if (!study || others.length === 0) return nothing
  const groups = others.flatMap((layer) => {
    const table = crossTable(study, measurement, [layer.name], crossed.by)
    return table.ok ? [{ layer, categories: table.value.axes[0]!.categories }] : []
  })
  return html`<div class="field">
    <label for="pivot-within">${translate(language, 'page.pivot.within')}</label>
    <select id="pivot-within" @change=${(event: Event) => setCrossed('within', (event.currentTarget as HTMLSelectElement).value || null)}>
      <option value="" ?selected=${crossed.within === null}>${translate(language, 'page.pivot.all')}</option>
      ${groups.map(
        ({ layer, categories }) =>
          html`<optgroup label=${titleOf(state, layer)}>
            ${categories.map(({ key, label }) => {
              const value = JSON.stringify([layer.name, key])
              return html`<option value=${value} ?selected=${value === crossed.within}>${textIn(language, label)}</option>`
            })}
          </optgroup>`,
      )}
    </select>
  </div>`
}

/** Choosing for the rows what stands in the columns exchanges the two. */
function choose(end: 'rows' | 'columns', event: Event, rows: LayerMeasurement, columns: LayerMeasurement): void {
  const name = (event.currentTarget as HTMLSelectElement).value
  const other = end === 'rows' ? columns.name : rows.name
  const [from, to] = name === other ? [columns.name, rows.name] : end === 'rows' ? [name, other] : [other, name]
  page.update({
    crossed: { ...page.get().crossed, rows: from, columns: to, within: null },
    hovered: null,
    selected: null,
  })
}

const setCrossed = (end: End, value: string | null): void =>
  page.update({ crossed: { ...page.get().crossed, [end]: value }, hovered: null, selected: null })

function titleOf({ study, language, measurement }: PageState, { layer, name }: LayerMeasurement): string {
  const known = study?.layers.find(({ id }) => id === layer)
  return known ? `${textIn(language, known.title)}${lastReportedMark(known, measurement?.at ?? null, language)}` : name
}

/** That a layer is shown for a later day than its own. */
const lastReportedMark = (layer: Layer, at: string | null, language: PageState['language']): string =>
  lastReported(layer, at) === null ? '' : ` (${layerWhen(layer, at, language)})`

const residualText = (residualM2: number): string => formatNumber(Math.max(0.01, Math.abs(residualM2)), 2)
