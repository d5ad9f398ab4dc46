import { problem, type Problem } from '../../core/result/problem.ts'
import type { NamedBytes } from './record/imported.ts'

const pointers: readonly (readonly [program: string, mark: RegExp])[] = [
  ['Git LFS', /^version https:\/\/git-lfs\.github\.com\/spec\/v1\s/],
  ['git-annex', /^(?:\.\.\/)*(?:\.git\/|\/)annex\/objects\//],
]
const pageOfWeb = /^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*(?:<!--[^]*?-->\s*)*(?:<!doctype html|<html[\s>])/i
const longestTitle = 80

/**
 * What came in place of a file under its name: the pointer that Git keeps for a large file, or the page that a server
 * sends where it refuses a download; `null` for any other content.
 */
export function standInFor({ name: file, bytes }: NamedBytes): Problem | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 2_000))
  const pointer = pointers.find(([, mark]) => mark.test(head))
  if (pointer) return problem('file-is-pointer', { file, program: pointer[0] })
  return pageOfWeb.test(head) ? problem('file-is-web-page', { file, title: titleOf(head) }) : null
}

/** The title of a page, or else its first words; a dash where it has none. */
function titleOf(head: string): string {
  const titled = /<title[^>]*>([^]*?)<\/title>/i.exec(head)?.[1]
  const words = (titled ?? head.replaceAll(/<(style|script)[^]*?(?:<\/\1>|$)/gi, ' ').replaceAll(/<[^>]*(?:>|$)/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === '' ? '–' : words.length > longestTitle ? `${words.slice(0, longestTitle).trimEnd()}…` : words
}
