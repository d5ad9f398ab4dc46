import { extentOf } from '../../../core/geometry/extent.ts'
import type { ImportEvidence } from '../../../core/layers/inspection.ts'
import { sampleTexts } from '../../../core/classify/sample-texts.ts'
import type { RawLayer } from './raw-layer.ts'

const samplesShown = 10

/** What a file shows of itself while its coordinate system is asked for. */
export function evidenceOf(
  layer: Pick<RawLayer, 'features' | 'evenOdd' | 'encoding' | 'encodingBy' | 'readings' | 'notes'>,
): ImportEvidence {
  const { features, evenOdd, encoding, encodingBy = 'format', readings, notes } = layer
  return {
    features: features.attributes.length,
    geometryType: features.shapes.kind,
    box: extentOf(features.shapes),
    encoding,
    stated: encoding === null ? {} : { encoding: encodingBy },
    evenOdd,
    readings,
    samples: sampleTexts(features.attributes, samplesShown),
    notes,
  }
}
