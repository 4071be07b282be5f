import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planted } from '../packages/domain/planted/errors.mjs'
import { tryPlanted } from './planted.mjs'

const errors = planted as [file: string, from: string, to: string][]

// All of them at night; here a few, to see that the tests and this tool notice anything at all.
test('T-16 T-17 a wrong rule planted into the calendar, the session and the decision is noticed by the tests beside it', () => {
  const sample = ['calendar/', 'session/', 'decision/'].map((folder) =>
    errors.find(([file]) => file.startsWith(folder)),
  )
  const { found, missed, gone } = tryPlanted(sample)
  expect({ found: found.length, missed, gone }).toEqual({ found: 3, missed: [], gone: [] })
}, 120_000)

test('an error that changes nothing is reported as not noticed', () => {
  const { found, missed } = tryPlanted([['session/decide.ts', 'const isOver =', 'const  isOver =']])
  expect([found.length, missed.length]).toEqual([0, 1])
}, 120_000)

test('every planted error stands in its file and differs from it', () => {
  const rules = join(import.meta.dirname, '../packages/domain/src')
  const wrong = errors.filter(
    ([file, from, to]) => from === to || !readFileSync(join(rules, file), 'utf8').includes(from),
  )
  expect(wrong).toEqual([])
  expect(errors.length).toBeGreaterThanOrEqual(50)
})
