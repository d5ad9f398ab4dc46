import { languageCodes, languages, type Language, type Messages } from './languages.ts'

const held = new Map<Language, Messages>()

/** Brings the messages of a language; whatever is said in it comes after. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!held.has(language)) held.set(language, await languages[language].messages())
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
