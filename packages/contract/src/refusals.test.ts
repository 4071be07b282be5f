import { expect, test } from 'vitest'
import { refusals, refusalsByArea } from './refusals.ts'

test('a code is written in one area, or one sentence would silently take the place of another', () => {
  const codes = Object.values(refusalsByArea).flatMap((rows) => Object.keys(rows))
  expect(codes.length).toBe(new Set(codes).size)
  expect(Object.keys(refusals).sort()).toEqual([...codes].sort())
})
