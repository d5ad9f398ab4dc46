import { expect } from 'vitest'

/** Every element closed in turn, no bare ampersand, no bracket in an attribute. */
export function expectWellFormed(xml: string): void {
  const open: string[] = []
  for (const [tag, close, name, selfClosed] of xml
    .replace(/^<(?:!DOCTYPE|\?xml)[^>]*>/, '')
    .matchAll(/<(\/?)([\w:-]+)(?: [\w:-]+="[^"<>]*")*(\/?)>|</g)) {
    expect(tag).not.toBe('<')
    if (close) expect(open.pop()).toBe(name)
    else if (!selfClosed) open.push(name!)
  }
  expect(open).toEqual([])
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+);)/)
}
