import { say, type Language } from '../i18n/say.ts'
import type { Block } from './blocks.ts'

/** The blocks with numbers before headings, tables and figures, counted through the report. */
export function numbered(blocks: readonly Block[], language: Language): Block[] {
  const counts = { heading: 0, table: 0, figure: 0 }
  return blocks.map((block): Block => {
    if (block.kind === 'heading') return { ...block, text: `${++counts.heading}. ${block.text}` }
    if (block.kind !== 'table' && block.kind !== 'figure') return block
    const number = ++counts[block.kind]
    return { ...block, label: say(language, `report.${block.kind}`, { number }) }
  })
}
