import { expect, test } from 'vitest'
import { deskActOf } from './desk-keys.ts'
import { nextCall } from './next-hint.ts'

test('the key C goes to the next call, after the last one to the first, and is no shortcut of the browser', () => {
  const pressed = { code: 'KeyC', ctrlKey: false, metaKey: false, altKey: false }
  expect(deskActOf(pressed)).toEqual({ do: 'call' })
  expect(deskActOf({ ...pressed, ctrlKey: true })).toBeNull()
  const starts = [90_000, 30_000]
  expect(nextCall(starts, 0)).toBe(30_000)
  expect(nextCall(starts, 30_200), 'where one stands is not the next').toBe(90_000)
  expect(nextCall(starts, 95_000)).toBe(30_000)
  expect(nextCall([], 0)).toBeNull()
})
