import { html, type TemplateResult } from 'lit/html.js'
import { light, pin } from '../actions/light-ground.ts'
import { isSameGround, type Ground } from '../state/ground.ts'
import type { PageState } from '../state/page-state.ts'

export type GroundCell = {
  readonly ground: Ground
  /** What the cell shows, and what it is of, for those who do not see its row and column. */
  readonly figure: string | TemplateResult
  readonly name: string
  readonly style?: string
  /** Whether other ground that is lit lies in it. */
  readonly holdsHovered?: boolean
}

/** A cell of a table that is one with its ground: pointer or focus lights it on the map, Enter or a click keeps it lit. */
export function groundCell(
  { hovered, selected }: PageState,
  { ground, figure, name, style = '', holdsHovered = false }: GroundCell,
): TemplateResult {
  const isSelected = isSameGround(selected, ground)
  const isHovered = isSelected || holdsHovered || isSameGround(hovered, ground)
  return html`<td class="number ${style} ${isHovered ? 'lit' : ''}">
    <button
      type="button"
      class="cell-button"
      aria-pressed=${isSelected}
      aria-label=${name}
      @pointerenter=${() => light(ground)}
      @pointerleave=${() => light(null)}
      @focus=${() => light(ground)}
      @blur=${() => light(null)}
      @click=${() => pin(ground)}
      >${figure}</button
    >
  </td>`
}
