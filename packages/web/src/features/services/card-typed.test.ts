import type { ServiceCardGiven } from '@ochno/contract/services'
import { seeds } from '@ochno/domain/services/seeds'
import { expect, test } from 'vitest'
import { givenOf, typedOf } from './card-typed.ts'

const today = '2028-02-29'
const seed = seeds.find(({ code }) => code === 'stepik')?.card as ServiceCardGiven

test('a card that is typed and not touched is sent as it was', () => {
  const full: ServiceCardGiven = {
    ...seed,
    origin: { country: 'AU', registry: { number: '1', on: '2024-01-01' }, override: 'Причина' },
    contract: {
      number: '7',
      on: '2026-01-01',
      until: null,
      security: 'а',
      confidentiality: 'б',
      support: 'в',
      personalAccounts: true,
    },
    agreement: { version: '2', on: '2026-01-01', joinedBy: 'Петров', address: null },
    checks: { security: { ok: true, by: 'Петров', on: '2026-01-01', next: '2027-01-01' } },
  }
  for (const card of [seed, full]) expect(givenOf(typedOf(card, today))).toEqual(card)
})

test('the next check is proposed a year later, also after 29 February', () => {
  expect(typedOf(seed, today).checks.security).toMatchObject({ on: today, next: '2029-03-01' })
  expect(typedOf(seed, '2026-09-01').checks.security.next).toBe('2027-09-01')
})

test('a Russian service needs no reason, a check without a name is none', () => {
  const typed = { ...typedOf(seed, today), override: 'забыто' }
  expect(givenOf(typed).origin.override).toBeNull()
  const named = {
    ...typed,
    checks: { ...typed.checks, security: { ok: true, by: ' ', on: today, next: today } },
  }
  expect(givenOf(named).checks).toEqual({})
})
