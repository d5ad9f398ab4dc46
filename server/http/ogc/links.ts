import type { Request } from 'express'

export type Link = { readonly href: string; readonly rel: string; readonly type: string; readonly title?: string }

export const geoJsonType = 'application/geo+json'
export const apiType = 'application/vnd.oai.openapi+json;version=3.0'

/** Where /ogc is as the client sees it: clients want whole addresses, also behind a proxy that says what it was asked for. */
export function ogcAddress({ headers }: Request): string {
  const [scheme = 'http'] = /^https?$/.exec(first(headers['x-forwarded-proto'])) ?? []
  const [host = headers.host] = /^[A-Za-z0-9.-]+(?::\d{1,5})?$/.exec(first(headers['x-forwarded-host'])) ?? []
  return `${scheme}://${host}/ogc`
}

const first = (header: string | string[] | undefined): string =>
  String(header ?? '')
    .split(',')[0]!
    .trim()

export const jsonLink = (href: string, rel: string, title?: string): Link => ({
  href,
  rel,
  type: 'application/json',
  ...(title === undefined ? {} : { title }),
})
