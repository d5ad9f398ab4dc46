import { html, nothing, type TemplateResult } from 'lit/html.js'
import { mappingOf, type ClassMapping } from '../../core/study/class-mapping.ts'
import type { Layer } from '../../core/study/layer.ts'
import { say } from '../../core/words/say.ts'
import { readClassFile } from '../actions/settle-layer.ts'
import type { PageState } from '../state/page-state.ts'

/** Classes out to a file of their own, and in from one. */
export function classFiles({ language }: PageState, layer: Layer): TemplateResult {
  const mapping = mappingOf(layer)
  return html`<div class="field-row wrapping">
    <button type="button" class="button plain" @click=${() => choose((file) => void readClassFile(layer.id, file))}>
      ${say(language, 'page.classes.load')}
    </button>
    ${mapping
      ? html`<button type="button" class="button plain" @click=${() => save(`${layer.id}-classes.json`, mapping)}>
          ${say(language, 'page.classes.save')}
        </button>`
      : nothing}
  </div>`
}

/** Asks for a file. The input is made for the asking, so that the page's own one for layers stays the only one. */
function choose(take: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,.qml,.sld'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) take(file)
  })
  input.click()
}

function save(name: string, mapping: ClassMapping): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
