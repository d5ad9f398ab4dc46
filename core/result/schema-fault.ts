import type { z } from 'zod'
import { isMessageKey, type MessageKey, type MessageValues } from '../i18n/translate.ts'
import { reasonValues, type Reason } from './problem.ts'

type Why = Extract<MessageKey, `why.${string}`>

/** What a schema says where it refuses a value: the key of our words in place of a sentence, and the values in them. */
export const because = (error: Why, params: MessageValues = {}): { error: Why; params: MessageValues } => ({
  error,
  params,
})

/** The same for a transformation that finds it out. */
export const issueOf = (message: Why, params: MessageValues) => ({ code: 'custom', message, params }) as const

/** Where a schema refuses content, what stands there, and why: values of a problem. */
export type SchemaFault = Reason & { readonly where: string; readonly value: string }

type Issue = z.core.$ZodIssue

/** The first thing that a schema refuses in `content`, in our own words; `root` is what the content as a whole is called. */
export function schemaFault({ issues }: Pick<z.ZodError, 'issues'>, content: unknown, root: string): SchemaFault {
  const issue = nearest(issues[0]!)
  const { path } = issue
  const value = path.reduce<unknown>(memberOf, content)
  return { where: path.map(String).join('.') || root, value: shownValue(value), ...reasonOf(issue, value) }
}

const longestShown = 80

/** A value as a problem shows it: as JSON, cut where it is long. */
export function shownValue(value: unknown): string {
  const shown = value === undefined ? '–' : JSON.stringify(value)
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown
}

const memberOf = (whole: unknown, key: PropertyKey): unknown =>
  typeof whole === 'object' && whole !== null && Object.hasOwn(whole, key)
    ? (whole as Record<PropertyKey, unknown>)[key]
    : undefined

/** Of several forms that a value may have and has not, what is wrong with the one that was meant. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || isMessageKey(issue.message)) return issue
  const meant = issue.errors
    .filter(([first]) => first && !(first.code === 'invalid_type' && first.path.length === 0))
    .toSorted((a, b) => a.length - b.length)[0]?.[0]
  return meant ? nearest({ ...meant, path: [...issue.path, ...meant.path] }) : issue
}

function reasonOf(issue: Issue, value: unknown): Reason {
  if (value === undefined) return reasonValues('why.missing')
  const { message } = issue
  if (isMessageKey(message) && message.startsWith('why.')) {
    const params = issue.code === 'custom' ? (issue.params as MessageValues | undefined) : undefined
    return reasonValues(message as Why, params)
  }
  switch (issue.code) {
    case 'invalid_type':
      return reasonValues(whyNot[issue.expected] ?? 'why.not-usable')
    case 'invalid_union': {
      const kinds = issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? [first.expected] : []))
      return reasonValues(whyNeither[kinds.join()] ?? 'why.not-usable')
    }
    case 'invalid_value':
      return reasonValues('why.not-among', { allowed: issue.values.map(String).join(', ') })
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return reasonValues(
        issue.origin === 'string'
          ? 'why.text-long'
          : issue.origin === 'array'
            ? 'why.list-long'
            : issue.inclusive === false
              ? 'why.not-below'
              : 'why.above',
        { limit: Number(issue.maximum) },
      )
    case 'invalid_format':
      return issue.format === 'url'
        ? reasonValues('why.not-address')
        : reasonValues('why.not-form', { form: issue.pattern ?? issue.format })
    case 'unrecognized_keys':
      return reasonValues('why.member-unknown', { member: issue.keys[0]! })
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0] ? reasonOf(issue.issues[0], value) : reasonValues('why.not-usable')
    case 'custom':
    case 'not_multiple_of':
      return isOwnWords(issue) ? { why: '', reason: message } : reasonValues('why.not-usable')
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Reason {
  const limit = Number(minimum)
  if (origin === 'string' || origin === 'array') {
    if (limit === 1) return reasonValues('why.empty')
    return reasonValues(origin === 'string' ? 'why.text-short' : 'why.list-short', { limit })
  }
  return reasonValues(inclusive === false ? 'why.not-above' : 'why.below', { limit })
}

/** What the flags of the command line say of themselves, in English as all of it. */
const isOwnWords = ({ code, message }: Issue): boolean => code === 'custom' && message !== 'Invalid input'

const whyNot: Readonly<Record<string, Why>> = {
  string: 'why.not-text',
  number: 'why.not-number',
  int: 'why.not-whole-number',
  boolean: 'why.not-switch',
  object: 'why.not-object',
  record: 'why.not-object',
  array: 'why.not-list',
  tuple: 'why.not-list',
}

const whyNeither: Readonly<Record<string, Why>> = {
  'string,object': 'why.not-text-nor-object',
  'string,number': 'why.not-text-nor-number',
  'string,array': 'why.not-text-nor-list',
}
