import { html, type TemplateResult } from 'lit/html.js'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { takeFiles } from '../actions/take-files.ts'

const inputId = 'files'

/** The one input for files; it is always there, and every "choose files" opens it. */
export const fileInput = (language: Language): TemplateResult =>
  html`<input
    id=${inputId}
    class="visually-hidden"
    type="file"
    multiple
    tabindex="-1"
    aria-label=${translate(language, 'page.drop.input')}
    accept=".zip,.shp,.dbf,.shx,.prj,.cpg,.geojson,.json,.geojsonl,.ndjson,.gpkg,.gpkg-wal,.sqlite,.parquet,.fgb,.tab,.dat,.map,.id,.mif,.mid,.kml,.kmz,.gml,.xsd,.dxf,.csv,.tsv,.txt,.xlsx,.qml,.sld,.tar,.tgz,.gz,.png,.jpg,.jpeg,.webp,.pdf,.points"
    @change=${(event: Event) => {
      const input = event.currentTarget
      if (!(input instanceof HTMLInputElement) || !input.files) return
      void takeFiles([...input.files])
      input.value = ''
    }}
  />`

export const openFileInput = (): void => document.getElementById(inputId)?.click()

/** Asks for a picture of a map alone. */
export const askForPicture = (): void => askForFile('.png,.jpg,.jpeg,.webp,.pdf')

/** Asks for a file of certain kinds. */
export function askForFile(accept: string): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.addEventListener('change', () => void takeFiles([...(input.files ?? [])]))
  input.click()
}
