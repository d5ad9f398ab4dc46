import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate, formatLayerDate } from '../../../core/format/format.ts'
import { isUndrawn, type Layer } from '../../../core/model/layer.ts'
import { snapshotDay, type Series } from '../../../core/model/snapshot.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { openTable } from '../../actions/attribute-table.ts'
import { openLayerPanel } from '../../actions/change-layer-options.ts'
import { openDrawing } from '../../actions/open-drawing.ts'
import { showDate } from '../../actions/show-date.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { seriesByRole, shownDate } from '../../state/shown-series.ts'
import { bandChoice } from '../uncertainty/band-choice.ts'
import { baseMapChoice } from '../../controls/base-map-choice.ts'
import { settingsIcon, tableIcon } from '../../controls/icons.ts'
import { langOf } from '../../controls/lang-of.ts'
import { later } from '../../controls/later.ts'
import { legend } from '../../controls/legend.ts'

/** The study's layers by role: what the map shows, on which day, and what its colours mean. */
export function layersPanel(state: PageState): TemplateResult {
  const { language } = state
  const groups = seriesByRole(state)
  const date = shownDate(state)
  return html`<h2 id="layers-title" tabindex="-1">${translate(language, 'page.layers')}</h2>
    ${
      date === null
        ? nothing
        : html`<p class="quiet">${translate(language, 'page.layers.asOf', { date: formatDate(date, language) })}</p>`
    }
    ${groups.length === 0 && state.study ? html`<p class="quiet">${translate(language, 'page.layers.none')}</p>` : nothing}
    ${groups.map(
      ({ role, series }) =>
        html`<section class="role-group">
          <h3>${translate(language, `role.${role}`)}</h3>
          ${series.map((one) => seriesEntry(state, one))} ${role === 'context' ? baseMapChoice(state) : nothing}
        </section>`,
    )}
    ${
      groups.some(({ role }) => role === 'context')
        ? nothing
        : html`<section class="role-group">
          <h3>${translate(language, 'role.context')}</h3>
          ${baseMapChoice(state)}
        </section>`
    }
    ${groups.some(({ role }) => role !== 'plan') ? lookSection(state) : nothing}`
}

/** How layers lie over each other, which is of the study and not of what is shown now. */
const lookSection = (state: PageState): TemplateResult =>
  html`<details
    class="way look"
    .open=${live(state.isLookOpen)}
    @toggle=${({ currentTarget }: Event) => {
      const isLookOpen = (currentTarget as HTMLDetailsElement).open
      if (isLookOpen !== page.get().isLookOpen) page.update({ isLookOpen })
    }}
  >
    <summary>${translate(state.language, 'page.look')}</summary>
    ${state.isLookOpen ? lookList(state) : nothing}
  </details>`

const lookList = later(async () => (await import('./look-list.ts')).lookList)

function seriesEntry(state: PageState, series: Series): TemplateResult {
  const { language, hidden } = state
  const { name, snapshots, holding } = series
  const isVisible = !hidden.has(name)
  const spoken = holding ?? snapshots[0]!
  const title = textIn(language, spoken.title)
  return html`<div class="series">
    <div class="series-head">
      <label class="check">
        <input type="checkbox" .checked=${live(isVisible)} @change=${() => toggle(name)} />
        <span lang=${langOf(spoken.title, language)}>${title}</span>
      </label>
      <button
        type="button"
        class="icon-button to-table"
        data-table-of=${name}
        aria-label=${translate(language, 'page.table.open', { layer: title })}
        title=${translate(language, 'page.table.open', { layer: title })}
        @click=${() => openTable(spoken.id)}
      >
        ${tableIcon}
      </button>
      <button
        type="button"
        class="icon-button"
        data-settings-of=${name}
        aria-label=${translate(language, 'page.layer.settings', { layer: title })}
        @click=${() => openLayerPanel(spoken.id)}
      >
        ${settingsIcon}
      </button>
    </div>
    ${snapshots.filter(({ drawn }) => drawn).map((own) => drawButton(own, snapshots.length > 1, language))}
    ${snapshots.length > 1 ? snapshotChoice(series, title, language) : nothing}
    ${holding === null && !snapshots.every(isUndrawn) ? html`<p class="quiet indented">${translate(language, 'page.layer.not-holding')}</p>` : nothing}
    ${isVisible && holding ? html`${legend(state, holding)} ${bandChoice(state, holding)}` : nothing}
  </div>`
}

/** Draws on in a layer that is drawn; where its series has several, its day tells which. */
function drawButton(layer: Layer, isOneOfSeveral: boolean, language: Language): TemplateResult {
  const title = textIn(language, layer.title)
  const name = isOneOfSeveral ? `${title} · ${formatLayerDate(layer, language)}` : title
  return html`<p class="indented">
    <button type="button" class="link" data-draw=${layer.id} @click=${() => openDrawing(layer.id)}>
      ${translate(language, 'draw.edit', { layer: name })}
    </button>
  </p>`
}

/** The days of a series; choosing one shows the whole study on that day. */
function snapshotChoice({ snapshots, holding, name }: Series, title: string, language: Language): TemplateResult {
  return html`<fieldset class="snapshots">
    <legend class="visually-hidden">${translate(language, 'page.layer.snapshots', { layer: title })}</legend>
    ${snapshots.map((snapshot) => {
      const day = snapshotDay(snapshot)
      return html`<label class="check">
        <input
          type="radio"
          name="day-of-${name}"
          .checked=${live(snapshot === holding)}
          ?disabled=${day === undefined}
          @change=${() => day !== undefined && void showDate(day)}
        />
        <span>${formatLayerDate(snapshot, language)}</span>
      </label>`
    })}
  </fieldset>`
}

function toggle(name: Layer['name']): void {
  const { hidden } = page.get()
  page.update({ hidden: new Set(hidden.has(name) ? [...hidden].filter((other) => other !== name) : [...hidden, name]) })
}
