import { expect, test } from 'vitest'
import { clausesOf } from './clauses.ts'

test.each([
  ['3.7', ['3.7']],
  [' п. 3.7, 4.1 ; 4.1\nпункт 5', ['3.7', '4.1', '5']],
  ['п.2.1, приложение 4', ['2.1', 'приложение 4']],
])('clauses are read as people list them: %j', (typed, clauses) => {
  expect(clausesOf(typed)).toEqual({ is: 'clauses', clauses })
})

test('nothing but commas names no clause', () => {
  expect(clausesOf(' , ;')).toEqual({ is: 'none' })
})

test('a sentence is not the number of a clause, and eleven are too many', () => {
  expect(clausesOf('в том месте, где сказано обо всех экзаменах сразу')).toEqual({ is: 'too_long' })
  expect(clausesOf([...Array(11).keys()].join())).toEqual({ is: 'too_long' })
})
