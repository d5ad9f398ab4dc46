import { translate, translateInEach, type Language } from '../i18n/translate.ts'
import type { Confidence } from '../model/confidence.ts'
import type { Layer, LayerClass } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { changedText, textIn, type Text } from '../model/text.ts'

/**
 * What a class is called: its label, its value, or "no value"; a layer without a class field is one class, known by its
 * title. What nobody names, or one source alone, is never called so without saying it.
 */
export function classLabel(layer: Layer | undefined, name: ClassName): Text {
  const known = layer?.classes.find((own) => own.class === name)
  if (layer && layer.classField === undefined && !known) return layer.title
  if (known?.confidence === 'inferred') return sayingWho(known.label, 'class.inferred', 'inferred')
  const voice = known && loneVoice(known)
  if (voice) return sayingWho(known.label, `class.${voice}`, 'some-sources')
  return known?.label ?? (name === null ? translateInEach('class.empty') : { en: name })
}

/** Whether one source or one publisher alone names a class, or some do whom the study does not name, where its name does not say so already as one of several sets of sources. */
export function loneVoice({ class: name, confidence, sources = [], publishers }: LayerClass): LoneVoice | null {
  const [source, ...others] = sources
  if (confidence !== 'some-sources' || name?.endsWith(`: ${sources.join(', ')}`)) return null
  if (source === undefined) return 'some-sources'
  return others.length === 0 ? 'one-source' : publishers === 1 ? 'one-publisher' : null
}

type LoneVoice = 'one-source' | 'one-publisher' | 'some-sources'

function sayingWho(label: Text, key: 'class.inferred' | `class.${LoneVoice}`, word: Confidence): Text {
  return changedText(label, (text, language) =>
    translate(language, key, { class: withoutConfidence(text, word, language) }),
  )
}

/** The label of a class that was split off by its confidence says so already. */
function withoutConfidence(text: string, word: Confidence, language: Language): string {
  const suffix = translate(language, 'class.of-confidence', { confidence: translate(language, `confidence.${word}`) })
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}

/** The name of a class as a reader sees it. */
export const classCaption = (layer: Layer | undefined, name: ClassName, language: Language): string =>
  textIn(language, classLabel(layer, name))
