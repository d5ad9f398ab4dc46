import type { DocumentAbout } from '../../../core/export/document-about.ts'
import { escaped } from '../../../core/sheet/svg.ts'

/** The first day that a zip can name; where a study has no day, nothing else is known. */
const firstDay = '1980-01-01'

/** `docProps/core.xml` from the record alone: the document's day is the one the report speaks of. */
export function coreProperties({ title, description, keywords, author, language, date }: DocumentAbout): string {
  const day = `${date ?? firstDay}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:creator>${escaped(author)}</dc:creator>`,
    `<dc:description>${escaped(description)}</dc:description>`,
    `<cp:keywords>${escaped(keywords.join('; '))}</cp:keywords>`,
    `<dc:language>${language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

const endSignature = 0x06054b50
const endBytes = 22
const centralBytes = 46
/** 1980-01-01 00:00 as zip files write it: time, then date. */
const timeAndDate = 0x0021_0000

/**
 * The zip with the first day it can name in place of the clock, in its directory and before each file (APPNOTE 4.3.7,
 * 4.3.12), so that the same content is the same bytes.
 */
export function withoutClock(zip: Buffer): Buffer {
  let end = zip.length - endBytes
  while (end >= 0 && zip.readUInt32LE(end) !== endSignature) end--
  if (end < 0) throw new Error('the document is no zip')
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(timeAndDate, entry + 12)
    zip.writeUInt32LE(timeAndDate, zip.readUInt32LE(entry + 42) + 10)
    entry += centralBytes + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return zip
}
