import { languageCodes, languages, type Language, type Messages } from './languages.ts'

const held = new Map<Language, Messages>()

let laterWords: Promise<void> | null = null

/** Brings the messages of a language; whatever is said in it comes after. */
export async function loadLanguage(language: Language): Promise<void> {
  if (held.has(language)) return
  const first = await languages[language].messages()
  held.set(language, laterWords ? { ...first, ...(await languages[language].later()) } : first)
}

/** Brings the words that the page leaves out at first, of each language that is here or comes. Elsewhere all come at once. */
export const loadLaterWords = (): Promise<void> =>
  (laterWords ??= addLaterWords().catch((error: unknown) => {
    // They are asked for again with what the reader does next.
    laterWords = null
    throw error
  }))

async function addLaterWords(): Promise<void> {
  for (const language of held.keys())
    held.set(language, { ...held.get(language)!, ...(await languages[language].later()) })
}

/** Brings all of them. The page alone begins with one. */
export async function loadEveryLanguage(): Promise<void> {
  await Promise.all(languageCodes.map(loadLanguage))
}

export const isLoaded = (language: Language): boolean => held.has(language)

export function messagesIn(language: Language): Messages {
  const messages = held.get(language)
  if (!messages) throw new Error(`something is said in the language ${language}, which has not been loaded`)
  return messages
}

/** A language whose messages are here: its keys are those of all. */
export function someLanguage(): Language {
  const [first] = held.keys()
  if (first === undefined) throw new Error('no language has been loaded')
  return first
}
