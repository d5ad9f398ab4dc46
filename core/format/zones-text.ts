import { translate, type Language } from '../i18n/translate.ts'
import { formatNumber } from './format.ts'
import type { Layer } from '../model/layer.ts'

/** Of which radius the zones are that a layer of points or lines is measured as; `null` where it has ground of its own. */
export const zonesText = (
  { bufferM, geometryType }: Pick<Layer, 'bufferM' | 'geometryType'>,
  language: Language,
): string | null =>
  bufferM === undefined || geometryType === 'polygon'
    ? null
    : translate(language, `sheet.zones.${geometryType}`, { radius: formatNumber(bufferM) })
