import { expect, test } from 'vitest'
import { act } from '../lifecycle/act.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { instant } from '../time.ts'
import type { ActCard } from './act-card.ts'
import { actCard } from './acts.ts'
import { type Edition, editionOn, freeze, referTo, standingOn } from './edition.ts'

const edition = (id: string, card: ActCard): Edition => ({ id, card })
const newer = (card: ActCard, date: string, order: string): ActCard => ({
  ...card,
  approvedBy: { ...card.approvedBy, order, date },
})

const first = edition('e1', actCard('000'))
const second = edition('e2', newer(actCard('000'), '2027-05-20', '№ 55'))
const both = [first, second]

test('R0-7.3 an exam before the day of the order cannot use the act; on that day it can', () => {
  expect(referTo(null, first, both, '2026-05-24')).toEqual({ ok: false, why: 'not_in_force' })
  expect(referTo(null, first, both, '2026-05-25').ok).toBe(true)
})

test('R0-7.5 a new edition ends the one before; an exam that began keeps its own', () => {
  expect(standingOn(first, both, '2027-05-19')).toBe('effective')
  expect(standingOn(second, both, '2027-05-19')).toBe('not_yet')
  expect(standingOn(first, both, '2027-05-20')).toBe('superseded')
  expect(editionOn(both, '2027-05-20')).toBe(second)
  const begun = referTo(null, first, both, '2027-05-19')
  if (!begun.ok) throw new Error(begun.why)
  expect(referTo(freeze(begun.rules), second, both, '2027-05-20')).toEqual({ ok: false, why: 'frozen' })
  const now = instant('2027-05-20T00:00:00Z')
  const facts = {
    stepsOpen: 0,
    councilsConfigured: true,
    orderGiven: true,
    effectiveDateReached: true,
    newEditionEffective: true,
  }
  expect(decideMove(act, 'effective', 'supersede', 'system', facts, now)).toMatchObject({
    ok: true,
    event: { to: 'superseded', clause: 'R0-7.5' },
  })
})

test('R0-1.4n an exam refers to one edition; the protocol quotes it, and from the start it stays', () => {
  const chosen = edition('r1', { ...actCard('001'), force: 'stated_day', statedDay: '2024-09-02' })
  const rules = referTo(null, chosen, [chosen], '2024-10-10')
  if (!rules.ok) throw new Error(rules.why)
  expect(rules.rules.edition).toBe('r1')
  expect(rules.rules.quote).toMatch(
    /^Порядок «ПРИМЕНЕНИЯ СЕРВИСА ПРОКТОРИНГА .*», утверждено: Директор от 30\.08\.2024$/,
  )
  expect(referTo(rules.rules, chosen, [chosen], '2024-10-10').ok).toBe(true)
  expect(referTo(freeze(rules.rules), chosen, [chosen], '2024-10-10')).toEqual({ ok: false, why: 'frozen' })
})

test('R4-9.3 004 holds for as long as no newer one was adopted', () => {
  const old = edition('old', actCard('004'))
  const adopted = edition('new', { ...actCard('004'), statedDay: '2029-01-01' })
  expect(standingOn(old, [old], '2034-01-01')).toBe('effective')
  expect(standingOn(old, [old, adopted], '2028-12-31')).toBe('effective')
  expect(standingOn(old, [old, adopted], '2029-01-01')).toBe('superseded')
})

test('TR-18 an act that states no day is in force on none until a person chooses one', () => {
  const silent = edition('s', actCard('003'))
  expect(standingOn(silent, [silent], '2030-01-01')).toBe('no_day')
  expect(editionOn([silent], '2030-01-01')).toBeNull()
})
