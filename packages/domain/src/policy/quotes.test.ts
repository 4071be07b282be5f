import { expect, test } from 'vitest'
import { preset } from './presets.ts'
import { quoteOfClause } from './quotes.ts'

for (const act of ['000', '001', '002', '003', '004'] as const)
  test(`every clause that the preset of ${act} names has its words`, () => {
    const named = Object.values(preset(act).stated).flatMap(({ clauses }) => clauses)
    expect(named.filter((clause) => !quoteOfClause(act, clause)?.trim())).toEqual([])
  })

test('the words are those of the act, and an own act has none', () => {
  expect(quoteOfClause('004', '3.7')).toContain('не более 15 испытуемых')
  expect(quoteOfClause('000', '7.3')).toContain('вступает в силу с момента его утверждения приказом')
  expect(quoteOfClause('own', '3.7')).toBeNull()
  expect(quoteOfClause('004', 'toString')).toBeNull()
})
