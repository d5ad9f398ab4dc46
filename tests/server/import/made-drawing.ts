export type DrawingPart = readonly (readonly [code: number, value: string | number])[]

const section = (name: string, parts: DrawingPart): DrawingPart => [[0, 'SECTION'], [2, name], ...parts, [0, 'ENDSEC']]
const layer = (name: string, colour: number): DrawingPart => [
  [0, 'LAYER'],
  [2, name],
  [70, 0],
  [62, colour],
  [6, 'CONTINUOUS'],
]

/** A polyline round the square of that side; `flags` 1 closes it, `bulge` 1 makes its first side a half circle. */
export const squareLine = (onLayer: string, sideM: number, flags: number, bulge = 0, colour = 256): DrawingPart => [
  [0, 'LWPOLYLINE'],
  [100, 'AcDbEntity'],
  [8, onLayer],
  [62, colour],
  [100, 'AcDbPolyline'],
  [90, 4],
  [70, flags],
  [10, 247_000],
  [20, 3_705_000],
  [42, bulge],
  [10, 247_000 + sideM],
  [20, 3_705_000],
  [10, 247_000 + sideM],
  [20, 3_705_000 + sideM],
  [10, 247_000],
  [20, 3_705_000 + sideM],
]

export const circle = (onLayer: string, radiusM: number): DrawingPart => [
  [0, 'CIRCLE'],
  [100, 'AcDbEntity'],
  [8, onLayer],
  [100, 'AcDbCircle'],
  [10, 247_000],
  [20, 3_705_000],
  [40, radiusM],
]

export const onSheet = (part: DrawingPart): DrawingPart =>
  part.flatMap((pair) => (pair[0] === 8 ? ([[67, 1], pair] as const) : [pair]))

const label: DrawingPart = [
  [0, 'TEXT'],
  [100, 'AcDbEntity'],
  [8, '0'],
  [100, 'AcDbText'],
  [10, 247_000],
  [20, 3_705_000],
  [40, 2.5],
  [1, 'القدم'],
]

type Drawing = { readonly page?: string; readonly version?: string; readonly encode?: (text: string) => Uint8Array }

/** A drawing with a closed and an open line, a line with an arc, a circle and a label, on layers with Arabic names. */
export function madeDrawing(
  parts?: DrawingPart,
  { page = 'ANSI_1256', version = 'AC1015', encode = in1256 }: Drawing = {},
): Uint8Array {
  const pairs: DrawingPart = [
    ...section('HEADER', [
      [9, '$ACADVER'],
      [1, version],
      [9, '$DWGCODEPAGE'],
      [3, page],
    ]),
    ...section('TABLES', [
      [0, 'TABLE'],
      [2, 'LAYER'],
      [70, 2],
      ...layer('مناطق', 1),
      ...layer('ROADS', 5),
      [0, 'ENDTAB'],
    ]),
    ...section(
      'ENTITIES',
      parts ?? [
        ...squareLine('مناطق', 3_000, 1),
        ...squareLine('مناطق', 100, 1, 1, 3),
        ...squareLine('ROADS', 50, 0),
        ...circle('ROADS', 100),
        ...label,
      ],
    ),
    [0, 'EOF'],
  ]
  return encode(pairs.map(([code, value]) => `${code}\r\n${value}\r\n`).join(''))
}

const bytesOf1256 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
)

/** The text in windows-1256. */
export const in1256 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => bytesOf1256.get(letter) ?? 0x3f)
