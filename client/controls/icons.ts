import { html, svg, type TemplateResult } from 'lit/html.js'

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`

export const downIcon = icon(svg`<path d="m4 6 4 4 4-4" />`)
export const upIcon = icon(svg`<path d="m4 10 4-4 4 4" />`)
export const plusIcon = icon(svg`<path d="M8 3v10M3 8h10" />`)
export const minusIcon = icon(svg`<path d="M3 8h10" />`)
export const fitIcon = icon(svg`<path d="M6 2H2v4M10 2h4v4M6 14H2v-4M10 14h4v-4" />`)
export const settingsIcon = icon(
  svg`<path d="M2 5h5M11 5h3M2 11h3M9 11h5" /><circle cx="9" cy="5" r="1.75" /><circle cx="7" cy="11" r="1.75" />`,
)
export const closeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`)
export const layersIcon = icon(svg`<path d="m8 2 6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3" />`)
export const playIcon = icon(svg`<path d="M5 3v10l8-5z" />`)
export const pauseIcon = icon(svg`<path d="M5.5 3v10M10.5 3v10" />`)
export const pinIcon = icon(svg`<circle cx="8" cy="6" r="3" /><path d="M8 9v5" />`)
