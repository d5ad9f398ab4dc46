const mmPerPoint = 25.4 / 72

/** A map on a page: its frame in millimetres from the top left corner, and where on earth its corners lie. */
export type PlacedMap = {
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Longitude and latitude of the lower left, upper left, upper right and lower right corner. */
  readonly corners: readonly (readonly [lonDegrees: number, latDegrees: number])[]
  /** Of a transverse Mercator on WGS 84, true to scale there. */
  readonly centre: readonly [lonDegrees: number, latDegrees: number]
}

/**
 * A PDF whose pages say where on earth their maps lie, as ISO 32000-2 (12.10) has it, so that GDAL, QGIS and Acrobat place them:
 * each page gets its maps as viewports in an update behind the file, which leaves its bytes as they are. Throws where the file is
 * not laid out as Typst writes it: that is our bug.
 */
export function placedPdf(pdf: Buffer, pages: readonly (readonly PlacedMap[])[]): Buffer {
  if (pages.every((maps) => maps.length === 0)) return pdf
  const text = pdf.toString('latin1')
  const start = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, text))
  const trailer = found(/trailer\s*<<([^]*)>>\s*startxref/, text.slice(start))
  const root = objectAt(text, start, Number(found(/\/Root (\d+) 0 R/, trailer)))
  const tree = objectAt(text, start, Number(found(/\/Pages (\d+) 0 R/, root)))
  const numbers = [...found(/\/Kids \[([^\]]*)\]/, tree).matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
  if (numbers.length !== pages.length) throw new Error(`${numbers.length} pages in the PDF, ${pages.length} drawn`)
  let end = pdf.length
  const places: [number: number, offset: number][] = []
  const added = numbers.flatMap((number, i) => {
    const maps = pages[i]!
    if (maps.length === 0) return []
    const page = objectAt(text, start, number)
    const [, , , heightPt] = found(/\/MediaBox \[([^\]]*)\]/, page)
      .trim()
      .split(/\s+/)
      .map(Number)
    const viewports = maps.map((map) => viewport(map, heightPt!)).join('\n')
    const object = `${page.replace(/>>\s*$/, `  /VP [${viewports}]\n>>`)}\nendobj\n`
    const written = `\n${number} 0 obj\n${object}`
    places.push([number, end + 1])
    end += written.length
    return [written]
  })
  const entries = places
    .toSorted(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`)
  const update = `xref\n${entries.join('')}trailer\n<<${trailer}  /Prev ${start}\n>>\nstartxref\n${end}\n%%EOF`
  return Buffer.concat([pdf, Buffer.from([...added, update].join(''), 'latin1')])
}

/** Its dictionary, between `obj` and `endobj`. */
function objectAt(text: string, table: number, number: number): string {
  const head = /^xref\s+0 \d+\r?\n/.exec(text.slice(table, table + 60))
  if (!head) throw new Error('the PDF has no table of its objects')
  const entry = table + head[0].length + number * 20
  const offset = Number(text.slice(entry, entry + 10))
  const start = text.indexOf(`${number} 0 obj`, offset)
  if (start !== offset) throw new Error(`object ${number} of the PDF is not where its table says`)
  return text.slice(text.indexOf('obj', start) + 4, text.indexOf('endobj', start)).trimEnd()
}

function viewport({ frame, corners, centre }: PlacedMap, heightPt: number): string {
  const [left, right] = [frame.x, frame.x + frame.width].map((mm) => mm / mmPerPoint)
  const [bottom, top] = [frame.y + frame.height, frame.y].map((mm) => heightPt - mm / mmPerPoint)
  const box = [left, bottom, right, top].map((value) => value!.toFixed(4)).join(' ')
  const ground = corners.map(([lon, lat]) => `${lat.toFixed(10)} ${lon.toFixed(10)}`).join(' ')
  const square = '0 0 0 1 1 1 1 0'
  const system = `<< /Type /PROJCS /WKT (${wellKnownText(centre)}) >>`
  return `<< /Type /Viewport /BBox [${box}] /Measure << /Type /Measure /Subtype /GEO /Bounds [${square}] /GPTS [${ground}] /LPTS [${square}] /GCS ${system} >> >>`
}

const wellKnownText = ([lon, lat]: PlacedMap['centre']): string =>
  [
    'PROJCS["Transverse Mercator about the middle of the map"',
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    'PROJECTION["Transverse_Mercator"]',
    'PARAMETER["False_Easting",0.0]',
    'PARAMETER["False_Northing",0.0]',
    `PARAMETER["Central_Meridian",${lon.toFixed(10)}]`,
    'PARAMETER["Scale_Factor",1.0]',
    `PARAMETER["Latitude_Of_Origin",${lat.toFixed(10)}]`,
    'UNIT["Meter",1.0]]',
  ].join(',')

function found(pattern: RegExp, text: string): string {
  const match = pattern.exec(text)
  if (!match) throw new Error(`the PDF has nothing that reads as ${pattern.source}`)
  return match[1]!
}
