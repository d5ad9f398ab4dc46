import { expect, test } from 'vitest'
import { readXml } from '../../../../server/import/text/xml-events.ts'

test.each(['<a type="own" xsi:type="other"/>', '<a xsi:type="other" type="own"/>'])(
  'an attribute is not hidden by a namesake with a prefix: %s',
  (text) => {
    const seen: Readonly<Record<string, string>>[] = []
    const line = readXml(text, { open: (_, attributes) => seen.push(attributes), text: () => {}, close: () => {} })
    expect([line, seen]).toEqual([null, [{ type: 'own' }]])
  },
)
