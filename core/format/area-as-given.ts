import type { Language } from '../i18n/translate.ts'
import { formatHectares, formatNumber } from './format.ts'

/** An area that a source gives, without a decimal that it does not give. */
export const areaAsGiven = (areaM2: number, language: Language): string =>
  formatHectares(areaM2, language, isWhole(areaM2 / 10_000) ? 0 : 1)

/** Without a decimal that is not there. */
export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6

/** Likewise in hectares without their unit, for columns whose head names it. */
export const areaAsGivenValue = (areaM2: number): string =>
  formatNumber(areaM2 / 10_000, isWhole(areaM2 / 10_000) ? 0 : 1)
