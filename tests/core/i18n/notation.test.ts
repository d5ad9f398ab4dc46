import { describe, expect, test } from 'vitest'
import { formatHectares, formatShare, hectare, inUnit, squareKilometre } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { localizeDates } from '../../../core/format/localize-dates.ts'
import { ar } from '../../../core/i18n/ar/index.ts'
import { directed } from '../../../core/sheet/bidi.ts'
import { netText } from '../../../core/timeline/net-change.ts'

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ')

describe('figures in Arabic', () => {
  test('an interval has its ends in brackets, symmetric or not', () => {
    expect(plain(formatInterval(770_000, { low: 580_000, high: 960_000 }, 'ar'))).toBe('77 (58 إلى 96)')
    expect(plain(formatInterval(1_800_000, { low: 1_600_000, high: 2_100_000 }, 'ar'))).toBe('180 (160 إلى 210)')
  })

  test('a percent sign stands behind its number without a space, in every message', () => {
    expect(formatShare(0.36, 'ar', 0)).toBe('36%')
    expect(Object.entries(ar).filter(([, text]) => /[\d}][ \u00a0]%|٪/.test(text))).toEqual([])
  })

  test('the unit agrees with its number', () => {
    expect(
      [10_000, 20_000, 30_000, 110_000, 1_000_000].map((areaM2) => plain(formatHectares(areaM2, 'ar', 0))),
    ).toEqual(['هكتار واحد', 'هكتاران', '3 هكتارات', '11 هكتارًا', '100 هكتار'])
  })

  test('a unit stands behind its number, before the interval in brackets', () => {
    const interval = (low: number, high: number) => ({ low, high })
    const said = (areaM2: number, { low, high }: { low: number; high: number }) =>
      plain(inUnit(formatInterval(areaM2, { low, high }, 'ar') ?? '', hectare, 'ar'))
    expect(said(2_100_000, interval(1_800_000, 2_400_000))).toBe('210 هكتارات (180 إلى 240)')
    expect(said(1_800_000, interval(1_600_000, 2_100_000))).toBe('180 هكتارًا (160 إلى 210)')
    expect(said(20_000, interval(18_000, 22_000))).toBe('2.0 هكتار (1.8 إلى 2.2)')
    expect(plain(inUnit('12 (9 إلى 15)', squareKilometre, 'ar'))).toBe('12 كم² (9 إلى 15)')
    expect(plain(inUnit('344 (200 to 405)', hectare, 'en'))).toBe('344 (200 to 405) ha')
  })

  test('a sentence puts no share into brackets, for it may have an interval in brackets of its own', () => {
    const withBracket = /^(?:share|shares|range)$/
    const nested = Object.entries(ar).filter(([, text]) =>
      [...text.matchAll(/\(([^()]*)\)/g)].some(([, inside]) =>
        [...inside!.matchAll(/\{(\w+)\}/g)].some(([, name]) => withBracket.test(name!)),
      ),
    )
    // The shares of other rules for events have no intervals.
    expect(nested.map(([key]) => key).filter((key) => !key.startsWith('rule.'))).toEqual([])
  })

  test('no word turns into another one on paper, which prints no vowel marks', () => {
    // Passives that read as “promises”, “knows”, “resides”, “I want”: تُعدّ، يُعرف، يُقيَّم، أُريد.
    const ambiguous = /(?<!\p{L})[وفل]*(?:[يت]ُ(?:عدّ?|عرف|قَس|قيَّم|ذكر)|مُقيَّم|عُدّت?|أُريد|قُدِّر)(?![\p{L}\p{M}])/u
    expect(ambiguous.test('لا تُعرف حدوده')).toBe(true)
    expect(Object.entries(ar).filter(([, text]) => ambiguous.test(text))).toEqual([])
  })

  test('endings of files, options and days in figures are held in their order', () => {
    const bare = /(?<!exp\()(?<![\u2066\u200e\w/*:{},-])(?:--?[a-z]|\.[a-z]{3}|\d{4}-\d\d)/
    expect(Object.entries(ar).filter(([, text]) => bare.test(text))).toEqual([])
  })

  test('an address, an escape and a number that is cut keep their marks on their own side', () => {
    const held = (text: string): string => text.replaceAll(/\u2066[^\u2069]*\u2069/g, '')
    const bare = /(?<![\p{L}}])[/\\][A-Za-z]|\}…/u
    expect([bare.test('عبر /api/studies'), bare.test(held('بصمة {hash}…')), bare.test('م/ث')]).toEqual([
      true,
      true,
      false,
    ])
    expect(Object.entries(ar).filter(([, text]) => bare.test(held(text)))).toEqual([])
  })

  test('quotes are those of Arabic print', () => {
    expect(Object.entries(ar).filter(([, text]) => /[“”„]|(?<!\\)"/.test(text))).toEqual([])
  })

  test('one thing has one name', () => {
    const names = [/ملف(?:ات)? (?:ال)?أشكال/, /shapefile/, /مصفوفة (?:ال)?أخطاء/, /مجالات الثقة/, /صلاحيت/]
    expect(Object.entries(ar).filter(([, text]) => names.some((name) => name.test(text)))).toEqual([])
  })

  test('on a sheet a number keeps its signs on both sides, and a scale is one', () => {
    expect(directed('من 36% إلى −0.1%', 'ar')).toContain('\u206636%\u2069')
    expect(directed('من 36% إلى −0.1%', 'ar')).toContain('\u2066−0.1%\u2069')
    expect(directed('المقياس 1:25,000 هنا', 'ar')).toContain('\u20661:25,000\u2069')
  })

  test('who reads from the right meets a number before the ends of its interval, on a sheet as in a browser', () => {
    expect(directed('80 هكتارًا (60 إلى 100)', 'ar')).toBe(
      '\u2067\u206680\u2069 هكتارًا (\u206660\u2069 إلى \u2066100\u2069)\u2069',
    )
    expect(directed('61% (58% إلى 64%)', 'ar')).toBe(
      '\u2067\u206661%\u2069 (\u206658%\u2069 إلى \u206664%\u2069)\u2069',
    )
  })

  test('no two sheets of a workbook have one name after the 31 characters that a sheet name may have', () => {
    const titles = Object.entries(ar).filter(
      ([key]) =>
        /^(?:export\.table\.|claimed\.title|coverage\.caption$|sure\.table$)/.test(key) && !key.endsWith('.about'),
    )
    const names = titles.map(([, title]) => title.slice(0, 31))
    expect(new Set(names).size).toBe(names.length)
  })

  test('a change keeps its sign before its number', () => {
    expect(netText({ netM2: -770_000, net: { low: -960_000, high: -580_000 } }, 'ar')).toContain('\u2066−77\u2069')
  })

  test('kinds of geometry and roles are words', () => {
    expect(localizeDates({ kind: 'polygon', kinds: 'line, point', role: 'plan', field: '2015-05-01' }, 'ar')).toEqual({
      kind: 'مضلعات',
      kinds: 'خطوط، نقاط',
      role: 'المخطط',
      field: '\u20662015-05-01\u2069',
    })
  })
})
