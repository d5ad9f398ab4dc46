import type { GivenClass } from '../model/layer-options.ts'
import type { Pattern } from '../model/layer.ts'
import { usualParties } from '../model/party-text.ts'
import type { ValueCount } from './value-counts.ts'

/** A class as it is usually drawn, and the values that usually mean it. */
export type PresetClass = {
  readonly class: string
  readonly label: { readonly en: string; readonly ar: string }
  readonly color: string
  readonly pattern: Pattern
  /** Values as `plainSpelling` reduces them. */
  readonly spellings: readonly string[]
}

const preset = (
  name: string,
  ar: string,
  color: string,
  pattern: Pattern,
  spellings: readonly string[],
): PresetClass => ({
  class: name,
  label: { en: name, ar },
  color,
  pattern,
  spellings: [name, ar, ...spellings].map(plainSpelling),
})

/** A party that held ground, by its usual name. */
const party = (
  name: keyof typeof usualParties,
  color: string,
  pattern: Pattern,
  spellings: readonly string[],
): PresetClass => preset(name, usualParties[name].ar, color, pattern, spellings)

/** Lower-case letters and digits only, without Arabic marks and with one spelling of alif, ya and ta marbuta. */
export function plainSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Who held ground, in hues that press and print use and that stay apart for deutan, protan and tritan sight (smallest
 * distance 33.8, CIE76); a pattern each for print without colour.
 */
export const controlPreset: readonly PresetClass[] = [
  party('Government', '#C92610', 'solid', [
    'regime',
    'Syrian government',
    'GoS',
    'Gov',
    'SAA',
    'Assad',
    'Syrian Arab Army',
    'النظام',
    'قوات النظام',
    'الجيش السوري',
  ]),
  party('Opposition', '#5ED575', 'horizontal', [
    'rebels',
    'rebel',
    'opposition forces',
    'non-state armed groups',
    'NSAG',
    'FSA',
    'Free Syrian Army',
    'الجيش الحر',
    'فصائل المعارضة',
    'المعارضة المسلحة',
  ]),
  party('SDF', '#F6C822', 'diagonal', [
    'YPG',
    'Kurds',
    'Kurdish',
    'Syrian Democratic Forces',
    'قسد',
    'وحدات حماية الشعب',
  ]),
  party('ISIS', '#282727', 'dots', [
    'IS',
    'ISIL',
    'Daesh',
    "Da'esh",
    'Islamic State',
    'isis_syria',
    'داعش',
    'تنظيم الدولة الإسلامية',
    'تنظيم داعش',
  ]),
  party("Hay'at Tahrir al-Sham", '#2F7F73', 'cross', [
    'HTS',
    'Nusra',
    'al-Nusra',
    'Jabhat al-Nusra',
    'JFS',
    'جبهة النصرة',
    'النصرة',
  ]),
  party('Turkish-backed forces', '#386889', 'diagonal', [
    'Turkish-backed',
    'Turkey',
    'TSK',
    'SNA',
    'Syrian National Army',
    'Euphrates Shield',
    'الجيش الوطني',
    'درع الفرات',
  ]),
  preset('Contested', 'متنازع عليه', '#C9D1D1', 'stripes', [
    'disputed',
    'mixed',
    'clashes',
    'متنازع عليها',
    'منطقة اشتباك',
    'مشترك',
  ]),
]

/** The grades of damage, a class each, in their order and the hues of ColorBrewer's YlOrRd, which stay in order in grey. */
export const damagePreset: readonly PresetClass[] = [
  preset('Destroyed', 'مدمَّر', '#BD0026', 'cross', [
    'total destruction',
    'completely destroyed',
    'مدمر كليا',
    'مدمرة',
    'تدمير كلي',
  ]),
  preset('Severely damaged', 'متضرر بشدة', '#FD8D3C', 'diagonal', [
    'severe damage',
    'severe',
    'major damage',
    'أضرار شديدة',
    'ضرر شديد',
    'متضرر جزئيا بشدة',
  ]),
  preset('Moderately damaged', 'متضرر بدرجة متوسطة', '#FED976', 'dots', [
    'متضرر متوسطا',
    'moderate damage',
    'moderate',
    'minor damage',
    'أضرار متوسطة',
    'ضرر متوسط',
  ]),
  preset('Possibly damaged', 'يُحتمل تضرره', '#FFFFB2', 'horizontal', [
    'متضرر احتمالا',
    'possible damage',
    'possible',
    'أضرار محتملة',
    'ضرر محتمل',
  ]),
  preset('No visible damage', 'بلا أضرار ظاهرة', '#9CB4B8', 'none', [
    'no damage',
    'none',
    'undamaged',
    'intact',
    'not affected',
    'لا أضرار',
    'سليم',
    'غير متضرر',
  ]),
  preset('Not assessed', 'لم يُقيَّم', '#C9D1D1', 'stripes', [
    'not analysed',
    'not analyzed',
    'no data',
    'cloud',
    'outside imagery',
    'لم يقيم',
    'غير مقيم',
  ]),
]

/**
 * The mapping that a preset gives for the values of a field: its classes that occur, in its order, each with the values
 * that are spelt like it. Values that are spelt like none stay out of it and are classes of their own.
 */
export function classesOf(preset: readonly PresetClass[], values: readonly ValueCount[]): readonly GivenClass[] {
  const texts = values.flatMap(({ value }) => (value === null ? [] : [value]))
  return preset.flatMap(({ spellings, class: name, label, color, pattern }) => {
    const meant = texts.filter((text) => spellings.includes(plainSpelling(text)))
    return meant.length === 0 ? [] : [{ class: name, values: meant, label, color, pattern }]
  })
}
