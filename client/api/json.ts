import { loadEveryLanguage } from '../../core/i18n/catalogues.ts'

/** Content to be sent, with its texts in every language. */
export async function asJson(content: unknown): Promise<string> {
  await loadEveryLanguage()
  return JSON.stringify(content)
}

/** The JSON of an answer; `null` where it is empty or no JSON. */
export async function json(response: Response): Promise<unknown> {
  const text = await response.text()
  return parseJson(text)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
