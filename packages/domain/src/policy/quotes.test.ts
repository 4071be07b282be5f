import { readPolicy, writePolicy } from './exchange.ts'
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

test('a file that names a clause the act does not have is refused with it, unless it brings the words', () => {
  const written = writePolicy(preset('004')).replace('"3.7"', '"99.9"')
  const read = readPolicy(written)
  expect(!read.ok && read.problems.map(({ why, clauses }) => [why, clauses])).toEqual([
    ['unknown_clause', ['99.9']],
  ])
  expect(!read.ok && read.problems[0]?.line).toBeGreaterThan(1)
  const worded = JSON.parse(written)
  for (const one of Object.values(worded.stated as Record<string, { clauses: string[]; quote?: string }>))
    if (one.clauses.includes('99.9')) one.quote = 'Не более 15 человек'
  expect(readPolicy(JSON.stringify(worded)).ok).toBe(true)
  for (const act of ['000', '001', '002', '003', '004'] as const)
    expect(readPolicy(writePolicy(preset(act))).ok, act).toBe(true)
})
