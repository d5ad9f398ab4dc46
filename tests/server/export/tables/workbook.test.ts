import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostile } from '../../../core/export/made-study.ts'
import { sheetNames } from '../../../../server/export/tables/workbook.ts'
import { exporting, unpacked } from '../made-exports.ts'

type Sheet = { readonly xml: string; readonly rows: (string | number | null)[][] }

/** The sheets of a workbook by name, read without the program that wrote it. */
async function sheetsOf(bytes: Buffer): Promise<Map<string, Sheet>> {
  const files = await unpacked(bytes)
  const text = (name: string): string => files.get(name)!.toString()
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    plain(si!.replace(/<[^>]*>/g, '')),
  )
  const names = [...text('xl/workbook.xml').matchAll(/<sheet r:id="rId(\d+)"[^>]*name="([^"]*)"/g)]
  return new Map(
    names.map(([, number, name]) => {
      const xml = text(`xl/worksheets/sheet${number}.xml`)
      const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
        const cells: (string | number | null)[] = []
        for (const [, letters, type, value] of row!.matchAll(
          /<c r="([A-Z]+)\d+"[^>]*?(?: t="(\w)")?>(?:<v>(.*?)<\/v>)?<\/c>/g,
        )) {
          const column = Array.from(letters!).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
          while (cells.length < column) cells.push(null)
          cells.push(value === undefined ? null : type === 's' ? strings[Number(value)]! : Number(value))
        }
        return cells
      })
      return [plain(name!), { xml, rows }]
    }),
  )
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

describe('the workbook', () => {
  let made: Awaited<ReturnType<typeof exporting>>
  beforeAll(async () => {
    made = await exporting({ draws: 30, seed: 2 })
  })
  afterAll(() => rm(made.folder, { recursive: true }))

  test('has a sheet for each table, in both languages, heads frozen, from right to left in Arabic', async () => {
    const english = await sheetsOf(await made.bytes('xlsx'))
    const arabic = await sheetsOf(await made.bytes('xlsx', { language: 'ar' }))
    expect([...english.keys()]).toEqual([
      'About',
      'Measurement',
      'Combinations',
      'Classes of combinations',
      'Cross-table 1',
      'Cross-tables in rows',
      'Units',
      'Units by class',
      'Uncertainty',
      'Timeline',
      'Classes',
      'Notes',
      'How the file was read',
      'Sources',
      'Sources by id',
      'Codebook',
    ])
    expect(arabic.size).toBe(english.size)
    for (const [sheets, isRightToLeft] of [
      [english, false],
      [arabic, true],
    ] as const) {
      for (const { xml } of sheets.values()) {
        expect(xml.includes('rightToLeft="1"')).toBe(isRightToLeft)
        expect(xml).toContain('ySplit="1"')
        expect(xml).toContain('state="frozen"')
      }
    }
    expect(arabic.get('القياس')!.rows[0]).toContain('المساحة (هكتار)')
    expect(english.get('Uncertainty')!.rows[0]).toEqual(
      expect.arrayContaining(['95 % interval, lower end (m²)', 'least possible (m²)', 'most possible (m²)']),
    )
    expect(arabic.get('مدى الثقة')!.rows[0]).toContain('الحد الأقصى الممكن (م²)')
  })

  test.each(['en', 'ar'] as const)('no two columns of the units have one head (%s)', async (language) => {
    const sheets = await sheetsOf(await made.bytes('xlsx', { language }))
    const [head] = sheets.get(language === 'ar' ? 'الوحدات' : 'Units')!.rows
    expect(head!.length).toBeGreaterThan(10)
    expect(new Set(head).size).toBe(head!.length)
  })

  test('numbers are the measurement’s, to the last bit', async () => {
    const sheets = await sheetsOf(await made.bytes('xlsx'))
    const { measurement } = made
    const [head, ...rows] = sheets.get('Combinations')!.rows
    const column = (name: string): unknown[] => rows.map((row) => row[head!.indexOf(name)] ?? null)
    expect(column('area (m²)')).toEqual(measurement.combinations.map(({ areaM2 }) => areaM2))
    expect(column('lower end of the 95 % interval (m²)')).toEqual(measurement.combinations.map(({ low }) => low))
    const units = sheets.get('Units')!.rows
    expect(units.slice(1).map((row) => row[2])).toEqual(measurement.units!.map(({ areaM2 }) => areaM2))
    const [crossHead, ...crossRows] = sheets.get('Cross-table 1')!.rows
    for (const row of crossRows) {
      const parts = row.slice(1, crossHead!.length - 1) as number[]
      expect(
        Math.abs(parts.reduce((sum, part) => sum + part, 0) - (row[crossHead!.length - 1] as number)),
      ).toBeLessThan(1e-6)
    }
  })

  test('every head of figures bears its unit, days are dates, and ids are texts', async () => {
    const files = await unpacked(await made.bytes('xlsx'))
    const styles = files.get('xl/styles.xml')!.toString()
    const sheets = await sheetsOf(await made.bytes('xlsx'))
    const formats = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id!, code!]),
    )
    const ofCell = [...styles.matchAll(/<cellXfs[^]*?<\/cellXfs>/g)]
      .flatMap(([cellFormats]) => [...cellFormats.matchAll(/<xf\b[^>]*>/g)])
      .map(([format]) => /numFmtId="(\d+)"/.exec(format)?.[1] ?? '0')
      .map((id) => formats.get(id) ?? id)
    const formatAt = (name: string, column: number, row: number): string => {
      const reference = `${String.fromCharCode(65 + column)}${row}`
      const style = new RegExp(`<c r="${reference}"[^>]* s="(\\d+)"`).exec(sheets.get(name)!.xml)
      return ofCell[Number(style?.[1] ?? 0)]!
    }
    const [head, plan] = sheets.get('Measurement')!.rows
    for (const name of ['area', 'lower end of the 95 % interval', 'mean of the draws'])
      expect(head).toContain(`${name} (m²)`)
    expect(head).toContain('share of the plan (1 = 100 %)')
    const day = head!.indexOf('date')
    // 21 April 2018 as Excel counts days.
    expect(plan![day]).toBe(43_211)
    expect(formatAt('Measurement', day, 2)).toBe('yyyy-mm-dd')
    expect(typeof sheets.get('Units')!.rows[1]![0]).toBe('string')
    expect(['@', '49']).toContain(formatAt('Units', 0, 2))
  })

  test('no text is a formula, and markup stays text', async () => {
    const bytes = await made.bytes('xlsx')
    const sheets = await sheetsOf(bytes)
    for (const { xml } of sheets.values()) expect(xml).not.toContain('<f>')
    const texts = [...sheets.values()].flatMap(({ rows }) => rows.flat())
    expect(texts).toContain(hostile.formula)
    expect(texts).toContain(`Made ${hostile.markup}`)
    expect((await unpacked(bytes)).get('xl/sharedStrings.xml')!.toString()).not.toContain('<script')
  })

  test.each([
    [
      ['Notes', 'notes', 'Notes'],
      ['Notes', 'notes (2)', 'Notes (3)'],
    ],
    [
      ['Ground of the northern and the southern plan', 'Ground of the northern and the southern sector'],
      ['Ground of the northern and the', 'Ground of the northern and (2)'],
    ],
    [
      ['a'.repeat(40), 'a'.repeat(41)],
      ['a'.repeat(31), `${'a'.repeat(27)} (2)`],
    ],
    [
      ['[x]/y\\z:*?', "'quoted'", '', '??', 'History'],
      ['x y z', 'quoted', '3', '4', 'History (2)'],
    ],
    [
      [`${'a'.repeat(30)}𝒳`, 'أحياء', 'أحياء'],
      ['a'.repeat(30), 'أحياء', 'أحياء (2)'],
    ],
  ])('sheets have names that Excel takes, no two alike: %j', (titles, expected) => {
    const names = sheetNames(titles)
    expect(names).toEqual(expected)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]/\\:*?]{1,31}(?<!')$/)
  })

  test('two runs give the same bytes', async () => {
    expect((await made.bytes('xlsx')).equals(await made.bytes('xlsx'))).toBe(true)
  })
})
