import { translateInEach } from '../i18n/translate.ts'
import { isSensitive, type Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'

/** A study and what of it stays here. */
export type CopiedStudy = { readonly study: Study; readonly withheld: readonly Layer[] }

/**
 * The study as a copy for others: without its sensitive layers and those that have their features in the same file, each of
 * which is named among the gaps. A headline about a layer that is gone goes with it.
 */
export function copiedStudy(study: Study): CopiedStudy {
  const files = new Set(study.layers.filter(isSensitive).map(({ file }) => file))
  const withheld = study.layers.filter(({ file }) => files.has(file))
  if (withheld.length === 0) return { study, withheld }
  const layers = study.layers.filter(({ file }) => !files.has(file))
  const { headline, ...rest } = study
  const isKept = headline && layers.some(({ name }) => name === headline.layer)
  const byTitle = new Map(withheld.map(({ role, title }) => [`${role} ${title.en}`, { role, title }]))
  const gaps = [...byTitle.values()].map(({ role, title }) => ({
    role,
    text: translateInEach('export.withheld-from-copy', { layer: title.en }),
  }))
  return {
    study: { ...rest, layers, gaps: [...study.gaps, ...gaps], ...(isKept ? { headline } : {}) },
    withheld,
  }
}
