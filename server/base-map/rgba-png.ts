import { crc32, deflateSync } from 'node:zlib'

/** A picture of `side` by `side` pixels as PNG; red, green, blue and alpha of each, row by row. */
export function rgbaPng(pixels: Uint8Array, side: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // Eight bits of red, green, blue and alpha, no interlace.
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(side * (1 + 4 * side))
  for (let row = 0; row < side; row++)
    rows.set(pixels.subarray(4 * side * row, 4 * side * (row + 1)), row * (1 + 4 * side) + 1)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Uint8Array): Buffer {
  const made = Buffer.alloc(12 + content.length)
  made.writeUInt32BE(content.length, 0)
  made.write(name, 4, 'latin1')
  made.set(content, 8)
  made.writeUInt32BE(crc32(made.subarray(4, 8 + content.length)), 8 + content.length)
  return made
}
