import { formatQuery } from '../../../core/options/queries.ts'
import { done } from '../../../core/result/outcome.ts'
import type { FieldType } from '../../../core/export/field.ts'
import {
  collectionSchema,
  collectionsSchema,
  conformanceSchema,
  landingSchema,
  queryablesSchema,
} from '../schemas/ogc-schemas.ts'
import { endpoint, json } from '../routes/endpoint.ts'
import { collectionId, collectionsOf, describedCollection, findCollection } from './collections.ts'
import { itemEndpoints } from './items.ts'
import { apiType, jsonLink, ogcAddress } from './links.ts'
import { collectionParams, readCollection } from './reading.ts'

const conformsTo = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter',
  'http://www.opengis.net/spec/cql2/1.0/conf/cql2-text',
  'http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2',
]

const schemaTypes: Readonly<Record<FieldType, object>> = {
  text: { type: 'string' },
  date: { type: 'string', format: 'date' },
  period: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
}

/** OGC API - Features: layers and overlap polygons of all studies, for QGIS, GDAL and others. */
export const ogcEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/ogc',
      summary: 'Where a client of OGC API - Features begins',
      query: formatQuery,
      answers: { 200: json(landingSchema) },
    },
    async ({ req }) => {
      const ogc = ogcAddress(req)
      return done({
        json: {
          title: 'Basilia Overlay',
          description: 'Layers of all studies, and the ground of their plans by what lies over it',
          links: [
            jsonLink(ogc, 'self'),
            { href: `${ogc}/api`, rel: 'service-desc', type: apiType },
            jsonLink(`${ogc}/conformance`, 'conformance'),
            jsonLink(`${ogc}/collections`, 'data'),
          ],
        },
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/ogc/conformance',
      summary: 'What of OGC API - Features is there',
      query: formatQuery,
      answers: { 200: json(conformanceSchema) },
    },
    async () => done({ json: { conformsTo } }),
  ),
  endpoint(
    {
      method: 'get',
      path: '/ogc/collections',
      summary: 'The layers of all studies, and the overlap of each',
      query: formatQuery,
      answers: { 200: json(collectionsSchema) },
    },
    async ({ req, services: { store } }) => {
      const ogc = ogcAddress(req)
      const { studies } = await store.list()
      return done({
        json: {
          links: [jsonLink(`${ogc}/collections`, 'self')],
          collections: studies
            .flatMap(({ study }) => collectionsOf(study))
            .map((found) => describedCollection(found, ogc)),
        },
      })
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/ogc/collections/{collection}',
      summary: 'A collection',
      params: collectionParams,
      query: formatQuery,
      answers: { 200: json(collectionSchema) },
    },
    async ({ req, part, services: { store } }) => {
      const found = await findCollection(store, part('collection'))
      return found.ok ? done({ json: describedCollection(found.value, ogcAddress(req)) }) : found
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/ogc/collections/{collection}/queryables',
      summary: 'What a filter can ask of the features of a collection, as JSON Schema',
      params: collectionParams,
      query: formatQuery,
      answers: { 200: { type: 'application/schema+json', schema: queryablesSchema } },
    },
    async (requested) => {
      const found = await findCollection(requested.services.store, requested.part('collection'))
      if (!found.ok) return found
      const address = `${ogcAddress(requested.req)}/collections/${collectionId(found.value)}/queryables`
      const { runner } = requested.services
      return readCollection(requested, found.value, {
        key: 'fields',
        run: (input, work) => runner.run('fields-of-collection', input, work),
        reply: (fields) => ({
          type: 'application/schema+json',
          bytes: JSON.stringify({
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            $id: address,
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(
              fields.map(({ name, type, title }) => [name, { title, ...schemaTypes[type] }]),
            ),
          }),
        }),
      })
    },
  ),
  ...itemEndpoints,
]
