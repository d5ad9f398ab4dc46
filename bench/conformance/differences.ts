import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Operation } from './description.ts'

export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
}

/** Says how answers differ from a document; each schema is read once. */
export function differencesFrom(document: object) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  ajv.addSchema({ ...document, $id: 'https://basilia.test/document' })

  function fitsSchema(operation: Operation, status: string, type: string, value: unknown): string | null {
    const place = [
      'paths',
      operation.path,
      operation.method.toLowerCase(),
      'responses',
      status,
      'content',
      type,
      'schema',
    ]
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
    const validate = ajv.getSchema(`https://basilia.test/document#/${pointer}`)
    if (!validate) return `the document has no schema for ${status} ${type}`
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }

  /** What is wrong with an answer to a call of that method; `null` where it is as the document says. */
  return (operation: Operation, method: string, { status, headers, bytes }: Answered): string | null => {
    const reported = String(headers['content-type'] ?? '')
    const type = reported.split(';')[0]!
    if (status >= 500) return `a fault of the server: ${bytes.toString().slice(0, 300)}`
    if (status >= 400) {
      if (type !== 'application/problem+json') return `${status} as ${reported}`
      if (method === 'HEAD') return null
      const document = JSON.parse(bytes.toString()) as { status: number; requestId: string; detail: string }
      if (/Invalid input|Invalid option|Too (?:big|small): |Unrecognized key/.test(document.detail))
        return `the problem says what a library said: ${document.detail}`
      if (document.status !== status) return `the problem says ${document.status}, the answer ${status}`
      if (document.requestId !== headers['x-request-id']) return `the problem says request ${document.requestId}`
      return fitsSchema(operation, 'default', type, document)
    }
    if (method !== operation.method) return null
    const declared = operation.responses[String(status)]
    if (!declared) return `${status} is not in the document`
    if (!declared.content) return bytes.length === 0 ? null : `${status} has a body`
    const key = Object.keys(declared.content).find((own) => own === '*/*' || own.split(';')[0] === type)
    if (key === undefined) return `${status} as ${reported}, which is not in the document`
    if (!type.endsWith('json')) return bytes.length > 0 ? null : `${status} without a body`
    return fitsSchema(operation, String(status), key, JSON.parse(bytes.toString()))
  }
}
