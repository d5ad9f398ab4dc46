import type { Request } from 'express'
import { z } from 'zod'
import { itemQuery, itemsQuery } from '../../../core/options/queries.ts'
import { rectanglesOf, type ReferenceSystem } from '../../../core/ogc/reference-systems.ts'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem, reasonValues } from '../../../core/result/problem.ts'
import { itemSchema, itemsSchema } from '../schemas/ogc-schemas.ts'
import { questionOf, searchOf } from '../exchange/question-of.ts'
import { endpoint } from '../routes/endpoint.ts'
import { collectionId, findCollection } from './collections.ts'
import { geoJsonType, jsonLink, ogcAddress, type Link } from './links.ts'
import { collectionParams, readCollection } from './reading.ts'

const featureNumber = z.string().regex(/^[1-9]\d{0,8}$/)

/** The features of a collection, page by page, and each alone. */
export const itemEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/ogc/collections/{collection}/items',
      summary: 'The features of a collection, page by page',
      params: collectionParams,
      query: itemsQuery,
      answers: { 200: { type: geoJsonType, schema: itemsSchema } },
    },
    async ({ query, part, ...requested }) => {
      const found = await findCollection(requested.services.store, part('collection'))
      if (!found.ok) return found
      const { bbox, datetime, filter, limit, offset, crs: system } = query
      const boxes = bbox && rectanglesOf(bbox, query['bbox-crs'])
      if (boxes === null) {
        const reason = reasonValues('why.not-rectangle-of', { system: query['bbox-crs'] })
        return refused(problem('query-invalid', { name: 'bbox', value: bbox!.join(), ...reason }))
      }
      const days = datetime ?? undefined
      const request = { boxes, days, filter, limit, offset, system }
      const { runner, pages, measuring } = requested.services
      const at = days && days.from === days.to && days.from !== null ? days.from : undefined
      const { study, layer } = found.value
      const question = JSON.stringify([layer?.id, request, measuring.keyOf(study, { at })])
      return readCollection(requested, found.value, {
        key: 'page',
        at,
        async run(input, work) {
          const kept = pages.find(question)
          if (kept) return done(kept)
          const made = await runner.run('page-of-collection', { ...input, request }, work)
          if (made.ok) pages.keep(question, made.value)
          return made
        },
        reply: ({ text, returned, matched, next }) => {
          const address = `${ogcAddress(requested.req)}/collections/${collectionId(found.value)}`
          const links: Link[] = [
            link(`${address}/items${pageSearch(requested.req, offset)}`, 'self'),
            ...(next === null ? [] : [link(`${address}/items${pageSearch(requested.req, next)}`, 'next')]),
            jsonLink(address, 'collection'),
          ]
          const counts = { numberMatched: matched, numberReturned: returned, links }
          return {
            type: geoJsonType,
            headers: systemHeader(system),
            bytes: `{"type":"FeatureCollection","features":[\n${text}\n],${JSON.stringify(counts).slice(1)}`,
          }
        },
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/ogc/collections/{collection}/items/{feature}',
      summary: 'A feature by its number in the collection, from 1',
      params: { ...collectionParams, feature: featureNumber },
      query: itemQuery,
      answers: { 200: { type: geoJsonType, schema: itemSchema } },
    },
    async ({ query: { crs: system }, part, ...requested }) => {
      const found = await findCollection(requested.services.store, part('collection'))
      if (!found.ok) return found
      const number = featureNumber.safeParse(part('feature'))
      if (!number.success) return refused(problem('feature-not-found', { feature: part('feature') }))
      const feature = Number(number.data)
      const { runner } = requested.services
      return readCollection(requested, found.value, {
        key: 'feature',
        run: (input, work) => runner.run('item-of-collection', { ...input, feature, system }, work),
        reply: (own) => {
          const address = `${ogcAddress(requested.req)}/collections/${collectionId(found.value)}`
          const links = [link(`${address}/items/${feature}`, 'self'), jsonLink(address, 'collection')]
          return { type: geoJsonType, headers: systemHeader(system), bytes: JSON.stringify({ ...own, links }) }
        },
      })
    },
  ),
]

const link = (href: string, rel: string): Link => ({ href, rel, type: geoJsonType })

const systemHeader = (system: ReferenceSystem) => ({ 'content-crs': `<${system}>` })

/** The question of the request as it was asked, for the page that begins at `offset`. */
function pageSearch({ originalUrl }: Request, offset: number): string {
  const searchParams = questionOf(originalUrl)
  if (offset === 0) searchParams.delete('offset')
  else searchParams.set('offset', String(offset))
  return searchOf(searchParams)
}
