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
