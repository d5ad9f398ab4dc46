import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { resolveLogos } from '../../../server/export/pictures/resolve-logos.ts'
import { exampleInput } from '../../core/sheet/example-study.ts'
import { firstSheet } from './first-sheet.ts'

const svgUrl = (content: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">${content}</svg>`).toString('base64')}`
const pngUrl = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`
const square = Buffer.from(
  new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#1F5FA8"/></svg>',
  )
    .render()
    .asPng(),
)
const logo = (image: string) => ({ image, alt: 'A logo', heightMm: 10, widthMm: 30 })

test('an SVG becomes dots of its size on paper, a PNG stays as it is, and both keep their form', () => {
  const resolved = resolveLogos([logo(svgUrl('<rect width="40" height="20" fill="#BD0026"/>')), logo(pngUrl(square))])
  if (!resolved.ok) throw new Error(resolved.problem.code)
  expect(resolved.value.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([
    [20, 10],
    [10, 10],
  ])
  expect(resolved.value.every(({ png }) => png.startsWith('data:image/png;base64,'))).toBe(true)
  for (const language of ['en', 'ar'] as const) {
    const svg = firstSheet(exampleInput({ language, logos: resolved.value }))
    const places = [...svg.matchAll(/<image x="([\d.]+)" y="[\d.]+" width="(\d+)"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ])
    expect(places).toEqual(
      language === 'en'
        ? [
            [253, 20],
            [277, 10],
          ]
        : [
            [24, 20],
            [10, 10],
          ],
    )
  }
})

describe('what is refused', () => {
  test.each([
    ['no picture', 'logo.png'],
    ['a page', 'data:text/html;base64,PGI+'],
    ['a PNG that is none', pngUrl(Buffer.from('<svg/>'.repeat(20)))],
    ['a PNG that is broken', pngUrl(square.subarray(0, 60))],
    [
      'a PNG of too many dots',
      pngUrl(Buffer.concat([square.subarray(0, 16), Buffer.from('00ffffff00ffffff', 'hex'), square.subarray(24)])),
    ],
    [
      'a PNG that is large when it is drawn',
      pngUrl(Buffer.concat([square.subarray(0, 16), Buffer.from('0000138800001388', 'hex'), square.subarray(24)])),
    ],
    [
      'noise without end',
      svgUrl(
        '<filter id="f"><feTurbulence numOctaves="2000000000"/></filter><rect width="9" height="9" filter="url(#f)"/>',
      ),
    ],
    [
      'a shape that grows without end',
      svgUrl(
        '<filter id="f"><feMorphology radius="5000"/></filter><rect width="9" height="9" style="filter: url(#f)"/>',
      ),
    ],
    [
      'uses of uses of uses',
      svgUrl(
        Array.from(
          { length: 12 },
          (_each, i) => `<g id="g${i + 1}">${`<use xlink:href="#g${i}"/>`.repeat(10)}</g>`,
        ).join('') + '<rect id="g0" width="1" height="1"/><use xlink:href="#g12"/>',
      ),
    ],
    ['an SVG that is none', svgUrl('<rect')],
    ['an SVG of nothing', svgUrl('')],
    ['a script', svgUrl('<script>1</script><rect width="9" height="9"/>')],
    ['a file of this computer', svgUrl('<image href="/etc/hostname" width="9" height="9"/>')],
    ['a file by another name', svgUrl('<image xlink:href="../logo.png" width="9" height="9"/>')],
    ['a use of another file', svgUrl('<use href="other.svg#a"/>')],
    [
      'a style from elsewhere',
      svgUrl('<style>@import url(http://example.org/a.css);</style><rect width="9" height="9"/>'),
    ],
    ['a page inside', svgUrl('<foreignObject><b/></foreignObject>')],
    [
      'a document type',
      `data:image/svg+xml;base64,${Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')}`,
    ],
  ])('%s', (_, image) => {
    const resolved = resolveLogos([logo(pngUrl(square)), logo(image)])
    expect(resolved.ok ? null : resolved.problem).toMatchObject({
      code: 'logo-unusable',
      values: { number: 2, alt: 'A logo' },
    })
  })
})
