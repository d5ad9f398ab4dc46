import { html, svg, type TemplateResult } from 'lit/html.js'

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`

export const downIcon = icon(svg`<path d="m4 6 4 4 4-4" />`)
export const upIcon = icon(svg`<path d="m4 10 4-4 4 4" />`)
export const leftIcon = icon(svg`<path d="M10 4 6 8l4 4" />`)
export const rightIcon = icon(svg`<path d="m6 4 4 4-4 4" />`)
export const plusIcon = icon(svg`<path d="M8 3v10M3 8h10" />`)
export const minusIcon = icon(svg`<path d="M3 8h10" />`)
export const fitIcon = icon(svg`<path d="M6 2H2v4M10 2h4v4M6 14H2v-4M10 14h4v-4" />`)
export const rulerIcon = icon(svg`<path d="m2 11 9-9 3 3-9 9zM5 8l1.5 1.5M8 5l1.5 1.5" />`)
export const settingsIcon = icon(
  svg`<path d="M2 5h5M11 5h3M2 11h3M9 11h5" /><circle cx="9" cy="5" r="1.75" /><circle cx="7" cy="11" r="1.75" />`,
)
export const closeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`)
export const layersIcon = icon(svg`<path d="m8 2 6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3" />`)
export const playIcon = icon(svg`<path d="M5 3v10l8-5z" />`)
export const pauseIcon = icon(svg`<path d="M5.5 3v10M10.5 3v10" />`)
export const undoIcon = icon(svg`<path d="M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6" />`)
export const redoIcon = icon(svg`<path d="m10 3 3 3-3 3M13 6H7a4 4 0 0 0 0 8h3" />`)
export const pinIcon = icon(svg`<circle cx="8" cy="6" r="3" /><path d="M8 9v5" />`)
export const tableIcon = icon(svg`<path d="M2 3h12v10H2zM2 6.5h12M2 10h12M6 3v10" />`)
export const pairIcon = icon(svg`<path d="M2 3h12v10H2zM8 1v14M10 8h2m-1-1 1 1-1 1M6 8H4m1-1L4 8l1 1" />`)
