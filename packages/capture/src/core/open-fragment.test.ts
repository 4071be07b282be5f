import { expect, test } from 'vitest'
import { OpenFragment } from './open-fragment.ts'

test('ING-5 a fragment whose every byte went out on one lane may be sealed by its header alone', () => {
  const open = new OpenFragment(7)
  expect(open.take(100, 1)).toBe(0)
  expect(open.take(50, 1)).toBe(100)
  expect(open.complete(7, 150, 1)).toBe(true)
  expect(open.complete(7, 151, 1)).toBe(false)
  expect(open.complete(8, 150, 1)).toBe(false)
  expect(open.complete(7, 150, 2)).toBe(false)
})

test('a fragment that began offline, changed lanes or was refused never goes out as parts', () => {
  const offline = new OpenFragment(1)
  expect(offline.take(10, null)).toBeNull()
  expect(offline.take(10, 1)).toBeNull()
  const moved = new OpenFragment(2)
  expect(moved.take(10, 1)).toBe(0)
  expect(moved.take(10, 2)).toBeNull()
  expect(moved.complete(2, 10, 1)).toBe(false)
  const spoiled = new OpenFragment(3)
  spoiled.take(10, 1)
  spoiled.spoil()
  expect(spoiled.complete(3, 10, 1)).toBe(false)
})
