import { expect, test } from 'vitest'
import { ImportCancelled, importWatch } from './import-watch.ts'

test('an import tells how far it has come, to whoever started it', () => {
  const watch = importWatch()
  const own = watch.begin('a')
  expect(watch.see('a')).toEqual({ step: 'reading', done: 0, total: 0 })
  own.step('writing', 900)
  own.did(500)
  expect(watch.see('a')).toEqual({ step: 'writing', done: 500, total: 900 })
  own.did(500)
  expect(watch.see('a')?.done).toBe(900)
  expect(watch.see('b')).toBeNull()
  own.end()
  expect(watch.see('a')).toBeNull()
})

test('a cancelled import goes no further, and another one begins afresh', () => {
  const watch = importWatch()
  const own = watch.begin('a')
  expect(watch.cancel('b')).toBe(false)
  expect(watch.cancel('a')).toBe(true)
  expect(() => own.did(1)).toThrow(ImportCancelled)
  expect(() => own.step('writing', 1)).toThrow(ImportCancelled)
  const next = watch.begin('a')
  own.end()
  next.step('checking', 0)
  expect(watch.see('a')?.step).toBe('checking')
})

test('whoever cancels before the import is kept undoes it whole, whoever cancels after that is told it is too late', () => {
  const watch = importWatch()
  const early = watch.begin('a')
  early.did(1)
  expect(watch.cancel('a')).toBe(true)
  expect(() => early.keep()).toThrow(ImportCancelled)
  early.end()
  const late = watch.begin('a')
  late.keep()
  expect(watch.cancel('a')).toBe(false)
  late.did(1)
  expect(watch.see('a')).not.toBeNull()
})
