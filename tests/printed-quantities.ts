import { classLabel } from '../core/format/class-label.ts'
import { uncoveredRows } from '../core/answer/hold-ended-text.ts'
import { formatInterval, formatShareInterval, formatShareOf, intervalParts } from '../core/format/interval-text.ts'
import type { Interval, Measurement } from '../core/model/measurement.ts'
import type { Study } from '../core/model/study.ts'
import { textIn } from '../core/model/text.ts'
import { translate, type Language } from '../core/i18n/translate.ts'

/** A figure of a measurement as every output must print it; all texts with plain spaces. */
export type PrintedQuantity = {
  readonly kind: 'class' | 'reading' | 'multiple' | 'uncovered'
  readonly label: string
  readonly areaM2: number
  /** The value alone, the ends of its 95 % interval, and both as one text. */
  readonly value: string
  readonly low: string
  readonly high: string
  readonly area: string
  /** The share of the plan alone, and with its interval. */
  readonly share: string
  readonly shareAround: string
}

/** Without direction marks and vowel marks, which sheets leave out, and with plain spaces. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[\u064b-\u0652\u2066-\u2069\u200b\u200e\u200f\ufeff]/g, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()

/** The figures of every layer in the order of the measurement: classes, readings, ground of several, ground not covered. */
export function printedQuantities(study: Study, measurement: Measurement, language: Language): PrintedQuantity[] {
  const { areaM2: planM2 } = measurement.plan
  return measurement.layers
    .filter(({ layer }) => layer !== null)
    .flatMap((measured) => {
      const layer = study.layers.find(({ id }) => id === measured.layer)
      const quantity = (kind: PrintedQuantity['kind'], label: string, areaM2: number, interval: Interval = {}) => ({
        kind,
        label: plainText(label),
        areaM2,
        ...printedFigure(areaM2, areaM2 / planM2, interval, language),
      })
      return [
        ...measured.classes.map((own) =>
          quantity('class', textIn(language, classLabel(layer, own.class)), own.areaM2, own),
        ),
        ...(measured.bySources ?? []).map((own) => quantity('reading', textIn(language, own.label), own.areaM2, own)),
        quantity('multiple', translate(language, 'class.several'), measured.multipleM2, measured.multiple),
        ...uncoveredRows(measured, language).map(({ text, areaM2, interval }) =>
          quantity('uncovered', text, areaM2, interval),
        ),
      ]
    })
}

/** An area and its share of the plan in the one form that all outputs share. */
export function printedFigure(areaM2: number, share: number, interval: Interval, language: Language) {
  const parts = intervalParts(areaM2, interval)
  const area = formatInterval(areaM2, interval, language)
  const shareAround = formatShareInterval(share, interval, language)
  if (!parts || area === null || shareAround === null) throw new Error('a figure of the measurement has no interval')
  return {
    ...parts,
    area: plainText(area),
    share: plainText(formatShareOf(share, interval, language)),
    shareAround: plainText(shareAround),
  }
}
