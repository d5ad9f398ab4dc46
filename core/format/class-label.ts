import { say, type Language } from '../i18n/say.ts'
import type { Confidence } from '../model/confidence.ts'
import type { Layer, LayerClass } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Text } from '../model/text.ts'

/** What a class is called: its label, its value, or "no value"; what nobody names, or one source alone, is never called so without saying it. */
export function classLabel(layer: Layer | undefined, name: ClassName): Text {
  const known = layer?.classes.find((own) => own.class === name)
  if (known?.confidence === 'inferred') return sayingWho(known.label, 'class.inferred', 'inferred')
  const voice = known && loneVoice(known)
  if (voice) return sayingWho(known.label, `class.${voice}`, 'some-sources')
  return known?.label ?? (name === null ? { en: say('en', 'class.empty'), ar: say('ar', 'class.empty') } : { en: name })
}

/** Whether one source or one publisher alone names a class, or some do whom the study does not name, where its name does not say so already as one of several sets of sources. */
export function loneVoice({ class: name, confidence, sources = [], publishers }: LayerClass): LoneVoice | null {
  const [source, ...others] = sources
  if (confidence !== 'some-sources' || name?.endsWith(`: ${sources.join(', ')}`)) return null
  if (source === undefined) return 'some-sources'
  return others.length === 0 ? 'one-source' : publishers === 1 ? 'one-publisher' : null
}

type LoneVoice = 'one-source' | 'one-publisher' | 'some-sources'

function sayingWho({ en, ar }: Text, key: 'class.inferred' | `class.${LoneVoice}`, word: Confidence): Text {
  const said = (language: Language, text: string): string =>
    say(language, key, { class: withoutConfidence(text, word, language) })
  return { en: said('en', en), ...(ar === undefined ? {} : { ar: said('ar', ar) }) }
}

/** The label of a class that was split off by its confidence says so already. */
function withoutConfidence(text: string, word: Confidence, language: Language): string {
  const suffix = say(language, 'class.of-confidence', { confidence: say(language, `confidence.${word}`) })
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}
