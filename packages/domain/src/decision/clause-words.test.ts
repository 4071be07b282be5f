import { expect, test } from 'vitest'
import { clauseWords } from './clause-words.ts'

test.each([
  ['8.3.2, 4.5.2, App. 3', 'п. 8.3.2, 4.5.2, Прил. 3'],
  ['Прил. 4', 'Прил. 4'],
  ['5.13', 'п. 5.13'],
  ['6.5 (duty)', 'п. 6.5'],
  ['6.2, App. 1 r3', 'п. 6.2, Прил. 1, строка 3'],
])('%s is written %s', (clause, words) => expect(clauseWords(clause)).toBe(words))
