import { html, type TemplateResult } from 'lit/html.js'
import type { Measurement } from '../../../core/model/measurement.ts'
import { say, type WordKey } from '../../../core/i18n/say.ts'
import { showTab } from '../../actions/light-ground.ts'
import type { PageState, Tab } from '../../state/page-state.ts'
import { combinedTable } from './combined-table.ts'
import { layerTables } from './layer-table.ts'
import { unitTable } from '../../controls/unit-table.ts'

/** The tables behind their tabs; arrow keys walk the tabs. */
export function tables(state: PageState, measurement: Measurement): TemplateResult {
  const { language, tab } = state
  const tabs = tabsOf(measurement)
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${say(language, 'page.tables')}
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
            ${say(language, tabWord(one))}
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

const tabWord = (tab: Tab): WordKey => (tab === 'combined' ? 'page.tab.combined' : `role.${tab}`)

function tableOf(state: PageState, measurement: Measurement): TemplateResult {
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
