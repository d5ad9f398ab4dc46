import { formatNumber } from '../../core/format/format.ts'
import { translate, type Language } from '../../core/i18n/translate.ts'

const longestPx = 120

/** A bar of a round length in true metres of the ground at the middle of the map. */
export function showScale(element: HTMLElement, metresPerPx: number, language: Language): void {
  const lengthM = roundLength(metresPerPx * longestPx)
  const [bar, label] = [element.querySelector<HTMLElement>('.bar'), element.querySelector('.length')]
  if (!bar || !label || !Number.isFinite(lengthM)) return
  bar.style.width = `${(lengthM / metresPerPx).toFixed(2)}px`
  const length =
    lengthM >= 1000
      ? translate(language, 'page.scale.km', { value: formatNumber(lengthM / 1000) })
      : translate(language, 'page.scale.m', { value: formatNumber(lengthM) })
  label.textContent = length
  if (element.role === 'img') element.ariaLabel = translate(language, 'page.map.scale-of', { length })
}

/** The largest 1, 2 or 5 times a power of ten that is not above `most`. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [5, 2, 1].find((factor) => factor * power <= most) ?? 1
  return step * power
}
