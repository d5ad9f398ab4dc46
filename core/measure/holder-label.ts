import { partyText } from '../model/party-text.ts'
import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'

/** What a party is called: as the study's headline, or else as its class is, or by its usual name. */
export function holderLabel({ headline }: Pick<Study, 'headline'>, layer: Layer, party: string): Text {
  const label = headline?.party === party ? headline.label : undefined
  return label ?? layer.classes.find((own) => own.class === party)?.label ?? partyText(party)
}
