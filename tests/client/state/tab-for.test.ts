import { expect, test } from 'vitest'
import type { Layer } from '../../../core/model/layer.ts'
import { tabFor } from '../../../client/state/tab-for.ts'

const studyOf = (...roles: readonly Layer['role'][]) => ({ layers: roles.map((role) => ({ role }) as Layer) })

test('a study that has only shelling shows it first, and a table in hand stays where it has something to show', () => {
  expect(tabFor(studyOf('plan', 'shelling'), 'control')).toBe('shelling')
  expect(tabFor(studyOf('plan', 'control', 'damage'), 'damage')).toBe('damage')
  expect(tabFor(studyOf('plan', 'control'), 'combined')).toBe('combined')
  expect(tabFor(studyOf('plan'), 'control')).toBe('control')
})
