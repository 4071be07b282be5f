import { expect, test } from 'vitest'
import { asAccommodation, type DatedCondition, heldOn } from './standing.ts'

const said = {
  document: '№ 77',
  services: ['read_task'],
  helper: 'Смирнова',
  means: ['лупа'],
  extraMinutes: 20,
} as const
const granted: DatedCondition = {
  state: 'active',
  exam: null,
  from: '2026-09-01',
  until: '2026-12-31',
  accommodation: asAccommodation('disability', said),
}
const held = (change: Partial<DatedCondition>, today = '2026-10-10') =>
  heldOn([{ ...granted, ...change }], 'exm_1', today).length

test('SM-20 a condition holds from its first day to its last, for its exam, once it was granted', () => {
  for (const [today, expected] of [
    ['2026-08-31', 0],
    ['2026-09-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 0],
  ] as const)
    expect(held({}, today), today).toBe(expected)
  expect(held({ until: null }, '2030-01-01')).toBe(1)
  expect([held({ exam: 'exm_1' }), held({ exam: 'exm_2' })]).toEqual([1, 0])
  expect(
    (['requested', 'active', 'used', 'expired', 'refused'] as const).map((state) => held({ state })),
  ).toEqual([0, 1, 1, 0, 0])
})

test('R1-6.2e R1-6.4j a request is read as what its kind can give, and no more', () => {
  expect(asAccommodation('pmpk_assistant', said)).toEqual({
    kind: 'pmpk_assistant',
    document: '№ 77',
    services: ['read_task'],
    helper: 'Смирнова',
  })
  expect(asAccommodation('pmpk_technical_means', said)).toEqual({
    kind: 'pmpk_technical_means',
    document: '№ 77',
    means: ['лупа'],
  })
})
