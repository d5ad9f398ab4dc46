import { say, type Language } from '../i18n/say.ts'

/** Words after each other in a sentence: "plan, control and shelling"; in Arabic each after the first with its own و. */
export function joinedWords(words: readonly string[], language: Language): string {
  const [first = '', ...others] = words
  if (language === 'ar') return others.reduce((list, last) => say(language, 'sheet.list', { list, last }), first)
  const last = others.pop()
  return last === undefined ? first : say(language, 'sheet.list', { list: [first, ...others].join(', '), last })
}
