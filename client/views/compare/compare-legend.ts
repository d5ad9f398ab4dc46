import { html, nothing, type TemplateResult } from 'lit/html.js'
import { measuredRoles } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { comparedIds } from '../../actions/compare.ts'
import { classCaption } from '../../../core/format/class-label.ts'
import { symbolOfClass, type ClassSymbol } from '../../../core/symbology/class-symbol.ts'
import { classNames } from '../../controls/legend.ts'
import { swatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { hasControl, visibleLayers } from '../../state/shown-series.ts'

/** One legend for all maps: every class once, by role; one that studies draw differently once for each of its looks. */
export function compareLegend(state: PageState): TemplateResult {
  const { language } = state
  const ids = comparedIds()
  const views = ids.flatMap((id) => state.comparedViews.get(id) ?? [])
  const groups = measuredRoles.map((role) => {
    const styles = new Map<string, { readonly caption: string; readonly style: ClassSymbol }>()
    for (const view of views) {
      for (const layer of visibleLayers(view).filter((one) => one.role === role)) {
        classNames(view, layer).forEach((name, place) => {
          const caption = classCaption(layer, name, language)
          const style = symbolOfClass(layer, name, place, hasControl(view))
          styles.set(JSON.stringify([caption, style]), { caption, style })
        })
      }
    }
    return { role, styles }
  })
  return html`<section class="compare-legend" aria-label=${translate(language, 'page.compare.legend')}>
    ${groups.map(({ role, styles }) =>
      styles.size === 0
        ? nothing
        : html`<div>
            <h3>${translate(language, `role.${role}`)}</h3>
            <ul class="legend">
              ${[...styles.values()].map(({ caption, style }) => html`<li>${swatch(style)}${caption}</li>`)}
            </ul>
          </div>`,
    )}
  </section>`
}
