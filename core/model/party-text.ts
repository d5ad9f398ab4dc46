import type { Text } from './text.ts'

/** Parties by the names that maps of Syria usually give them. */
export const usualParties = {
  Government: { ar: 'الحكومة' },
  Opposition: { ar: 'المعارضة' },
  SDF: { ar: 'قوات سوريا الديمقراطية' },
  ISIS: { ar: 'تنظيم الدولة' },
  "Hay'at Tahrir al-Sham": { ar: 'هيئة تحرير الشام' },
  'Turkish-backed forces': { ar: 'قوات مدعومة من تركيا' },
} as const satisfies Readonly<Record<string, Omit<Text, 'en'>>>

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const usual = new Map<string, Omit<Text, 'en'>>(
  Object.entries(usualParties).map(([name, others]) => [letters(name), others]),
)

/** What a party is called that no class and no headline of the study gives a label: by its own word, and by its usual name in other languages. */
export const partyText = (party: string): Text => ({ en: party, ...usual.get(letters(party)) })
