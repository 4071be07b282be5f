import { expect, test } from 'vitest'
import { isSibling } from './sibling.ts'

const physics = {
  id: 'exm_a',
  state: 'published' as const,
  cancelled: null,
  card: { subject: 'Физика', event: 'exam', kind: 'final' },
}

test('one exam stands in for another of the same subject and kind that is published and held', () => {
  const other = { ...physics, id: 'exm_b' }
  expect(isSibling(physics, other)).toBe(true)
  expect(isSibling(physics, physics)).toBe(false)
  expect(isSibling(physics, { ...other, state: 'draft' })).toBe(false)
  expect(isSibling(physics, { ...other, cancelled: { why: 'ремонт' } })).toBe(false)
  expect(isSibling(physics, { ...other, card: null })).toBe(false)
  for (const change of [{ subject: 'Химия' }, { event: 'test' }, { kind: 'current' }])
    expect(isSibling(physics, { ...other, card: { ...physics.card, ...change } })).toBe(false)
  const nameless = { ...physics, card: { ...physics.card, subject: null } }
  expect(isSibling(nameless, { ...nameless, id: 'exm_b' }), 'no subject is no common one').toBe(false)
})
