import { describe, expect, test } from 'vitest'
import { sourcedClasses } from '../../../core/classify/sourced-classes.ts'
import type { Layer, LayerClass } from '../../../core/model/layer.ts'
import type { Source } from '../../../core/model/sources.ts'
import { box, made, zone } from '../measure/fixture.ts'

const sources: readonly Source[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  title: { en: `Report ${id}` },
  publisher: { en: id === 'd' ? 'Agency A' : `Agency ${id.toUpperCase()}` },
}))

/** The classes that follow of ground which these sources name, some only in a wider sense. */
function resolved(by: readonly string[], wide: Pick<LayerClass, 'widely' | 'widelyBy'>): LayerClass[] {
  const isis = {
    class: 'ISIS',
    values: ['ISIS'],
    label: { en: 'ISIS' },
    color: '#282727',
    pattern: 'dots',
    party: 'ISIS',
    ...wide,
  } satisfies Layer['classes'][number]
  const { layer, features } = made([zone({ side: 'ISIS', by: by.join(';') }, box(0, 0, 4, 10))], {
    id: 'control',
    role: 'control',
    classField: 'side',
    sourcesField: 'by',
    classes: [isis],
  })
  const outcome = sourcedClasses(layer, features, sources)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

describe('ground that sources name only in a wider sense', () => {
  test.each([
    ['two name the ground itself and the third a larger place', ['a', 'b', 'c'], { widelyBy: ['c'] }, 'agreed'],
    ['one alone names the ground itself', ['a', 'b', 'c'], { widelyBy: ['b', 'c'] }, 'some-sources'],
    ['the two that name it are of one publisher', ['a', 'd', 'c'], { widelyBy: ['c'] }, 'some-sources'],
    ['all name only a larger place', ['a', 'b', 'c'], { widely: true }, 'some-sources'],
  ] as const)('%s', (_, by, wide, confidence) => {
    const given = 'widelyBy' in wide ? { widelyBy: [...wide.widelyBy] } : wide
    expect(resolved(by, given)).toMatchObject([{ class: 'ISIS', confidence }])
  })

  test('a source that no longer names the ground is not listed', () => {
    const [only] = resolved(['a', 'b'], { widelyBy: ['c'] })
    expect([only!.confidence, only!.widelyBy]).toEqual(['agreed', undefined])
  })
})
