import { html, type nothing, type TemplateResult } from 'lit/html.js'
import type { Measurement } from '../../../core/model/measurement.ts'
import { translate, type MessageKey } from '../../../core/i18n/translate.ts'
import { showTab } from '../../actions/light-ground.ts'
import type { PageState, Tab } from '../../state/page-state.ts'
import { layerTables } from './layer-table.ts'
import { later } from '../../controls/later.ts'
import { unitTable } from '../../controls/unit-table.ts'

const combinedTable = later(async () => (await import('./combined-table.ts')).combinedTable)

/** The tables behind their tabs; arrow keys walk the tabs. */
export function tables(state: PageState, measurement: Measurement): TemplateResult {
  const { language, tab } = state
  const tabs = tabsOf(measurement)
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${translate(language, 'page.tables')}
      @keydown=${(event: KeyboardEvent) => walk(event, tabs, tab)}
    >
      ${tabs.map(
        (one) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${one}"
            aria-selected=${one === tab}
            aria-controls="tab-panel"
            tabindex=${one === tab ? 0 : -1}
            @click=${() => showTab(one)}
          >
            ${translate(language, tabWord(one))}
          </button>`,
      )}
    </div>
    <div id="tab-panel" role="tabpanel" aria-labelledby="tab-${tab}">${tableOf(state, measurement)}</div>`
}

/** Zones have a tab where there are any; control, damage and shelling always, for their absence is told there. */
const tabsOf = ({ units, layers }: Measurement): Tab[] => [
  'control',
  'damage',
  'shelling',
  ...(layers.some(({ role }) => role === 'zones') ? (['zones'] as const) : []),
  'combined',
  ...(units && units.length > 0 ? (['units'] as const) : []),
]

const tabWord = (tab: Tab): MessageKey => (tab === 'combined' ? 'page.tab.combined' : `role.${tab}`)

function tableOf(state: PageState, measurement: Measurement): TemplateResult | typeof nothing {
  if (state.tab === 'combined') return combinedTable(state, measurement)
  if (state.tab === 'units') return unitTable(state, measurement)
  return layerTables(state, measurement, state.tab)
}

function walk(event: KeyboardEvent, tabs: readonly Tab[], current: Tab): void {
  const isMirrored = document.documentElement.dir === 'rtl'
  const steps: Readonly<Record<string, number>> = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length]!
  showTab(next)
  document.getElementById(`tab-${next}`)?.focus()
}
