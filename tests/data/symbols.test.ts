import { expect, test } from 'vitest'
import { bundledIds, bundledStudy } from './bundled-study.ts'

test('no two classes of a series share a symbol, so that one legend tells its days apart', () => {
  const classOf = new Map<string, string | null>()
  for (const id of bundledIds)
    for (const { name, role, classes } of bundledStudy(id).layers)
      for (const { class: own, color, pattern, confidence } of classes) {
        const look = JSON.stringify([id, role, name, color, pattern, confidence])
        expect([look, classOf.get(look) ?? own]).toEqual([look, own])
        classOf.set(look, own)
      }
  expect(classOf.size).toBeGreaterThan(20)
})
