import { html, nothing, type TemplateResult } from 'lit/html.js'
import { measuredRoles } from '../../../core/model/layer.ts'
import { say } from '../../../core/i18n/say.ts'
import { comparedIds } from '../../actions/compare.ts'
import { classCaption, classLook, type ClassLook } from '../../map/class-look.ts'
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
    const looks = new Map<string, { readonly caption: string; readonly look: ClassLook }>()
    for (const view of views) {
      for (const layer of visibleLayers(view).filter((one) => one.role === role)) {
        classNames(view, layer).forEach((name, place) => {
          const caption = classCaption(layer, name, language)
          const look = classLook(layer, name, place, hasControl(view))
          looks.set(JSON.stringify([caption, look]), { caption, look })
        })
      }
    }
    return { role, looks }
  })
  return html`<section class="compare-legend" aria-label=${say(language, 'page.compare.legend')}>
    ${groups.map(({ role, looks }) =>
      looks.size === 0
        ? nothing
        : html`<div>
            <h3>${say(language, `role.${role}`)}</h3>
            <ul class="legend">
              ${[...looks.values()].map(({ caption, look }) => html`<li>${swatch(look)}${caption}</li>`)}
            </ul>
          </div>`,
    )}
  </section>`
}
