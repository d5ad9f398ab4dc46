import type { SheetPreview } from '../../state/sheet-state.ts'

/**
 * Puts a sheet into a tree of its own under `host`: it has the page's fonts, as a picture would not, and its ids and the
 * page's do not meet.
 */
export function showSvg(host: HTMLElement, { svg, key }: SheetPreview): void {
  if (host.dataset['sheet'] === key) return
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const [, , width, height] = (documentElement.getAttribute('viewBox') ?? '').split(' ').map(Number)
  documentElement.setAttribute('width', '100%')
  documentElement.setAttribute('height', '100%')
  documentElement.setAttribute('display', 'block')
  host.style.setProperty('--sheet-shape', String((width ?? 1) / (height ?? 1)))
  host.dataset['sheet'] = key
  const tree = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  tree.replaceChildren(document.importNode(documentElement, true))
}
