import { html, nothing, type TemplateResult } from 'lit/html.js'
import { page, type PageState } from '../state/page-state.ts'
import { downIcon } from './icons.ts'

type Menu = NonNullable<PageState['menu']>

/** A button that opens what belongs to it right under it. Escape and a click elsewhere close it. */
export function menu(
  name: Menu,
  open: PageState['menu'],
  caption: {
    readonly label?: string
    readonly text: string
    readonly kind: string
    readonly mark?: string
    readonly lang?: string
  },
  content: () => TemplateResult | typeof nothing,
): TemplateResult {
  const isOpen = open === name
  return html`<div class="menu" data-menu=${name} @keydown=${closeOnEscape}>
    <button
      type="button"
      class="button ${caption.kind}"
      aria-expanded=${isOpen}
      aria-controls="menu-${name}"
      @click=${() => page.update({ menu: isOpen ? null : name })}
    >
      ${caption.label ? html`<span class="visually-hidden">${caption.label}</span>` : nothing}
      <span lang=${caption.lang ?? nothing}>${caption.text}</span>${caption.mark ? html`<span class="mark">${caption.mark}</span>` : nothing}${downIcon}
    </button>
    <div class="menu-panel" id="menu-${name}" ?hidden=${!isOpen}>${isOpen ? content() : nothing}</div>
  </div>`
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || page.get().menu === null) return
  page.update({ menu: null })
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('button')?.focus()
}

/** To be told of every press of the pointer: one outside an open menu closes it. */
export function closeMenuOutside(event: PointerEvent): void {
  const { menu: open } = page.get()
  if (open === null || !(event.target instanceof Element)) return
  if (!event.target.closest(`[data-menu=${open}]`)) page.update({ menu: null })
}
