import { expect, test } from 'vitest'
import type { KeptUntil } from '../retention/term.ts'
import { whyKept } from '../retention/destroy.ts'
import { Temporal } from '../time.ts'
import { russianYears } from '../calendar/russian-years.ts'
import { keptAfterWithdrawal } from './after-withdrawal.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const on = day('2026-06-10')
const term: KeptUntil = { known: true, last: day('2026-07-01') }
const nobody: KeptUntil = { known: false, why: 'term_not_set' }
const kept = (
  until: KeptUntil,
  appeals: readonly 'filed'[] = [],
  holds: readonly { reason: string }[] = [],
) =>
  whyKept(
    until,
    { appeals, complaint: false, holds: holds.map((one) => ({ ...one, reviewOn: on, released: false })) },
    on,
  )

const filing = { days: 3, unit: 'working_days' } as const
// Wednesday 3 June: the third working day after it is Monday the 8th.
const long = { announcedOn: day('2026-06-03'), filing }
const none = { announcedOn: null, filing }

test('P-14 after a withdrawal a recording that rested on the consent alone is due at once; an appeal or a hold keeps it', () => {
  const left = keptAfterWithdrawal(term, { phase: 'after', voluntary: true, on }, long, russianYears)
  expect(kept(left)).toBeNull()
  expect(kept(left, ['filed'])).toBe('appeal_open')
  expect(kept(left, [], [{ reason: 'Спор' }])).toBe('on_hold')
})

test('P-14 SM-18 what the act keeps for its own term stays to the end of it, and no term at all is no ground', () => {
  const asked = { phase: 'after', voluntary: false, on } as const
  expect(keptAfterWithdrawal(term, asked, long, russianYears)).toEqual(term)
  expect(kept(keptAfterWithdrawal(nobody, asked, long, russianYears))).toBeNull()
  expect(kept(nobody)).toBe('term_not_set')
})

test('P-14 an exam the withdrawal cut off waits for its decision before anything is destroyed', () => {
  const cut = { phase: 'during', voluntary: true, on } as const
  expect(kept(keptAfterWithdrawal(term, cut, none, russianYears))).toBe('result_not_announced')
  expect(kept(keptAfterWithdrawal(term, cut, long, russianYears))).toBeNull()
})

test('P-14 a withdrawal between the exam and its result destroys nothing before the result and the last day to appeal', () => {
  const asked = { phase: 'after', voluntary: true, on } as const
  expect(kept(keptAfterWithdrawal(term, asked, none, russianYears))).toBe('result_not_announced')
  expect(kept(keptAfterWithdrawal(nobody, { ...asked, voluntary: false }, none, russianYears))).toBe(
    'result_not_announced',
  )
  const announced = { announcedOn: day('2026-06-09'), filing }
  // The 12th, a Friday, is a holiday.
  expect(keptAfterWithdrawal(term, asked, announced, russianYears)).toEqual({
    known: true,
    last: day('2026-06-15'),
  })
  expect(kept(keptAfterWithdrawal(term, asked, { ...announced, filing: null }, russianYears))).toBeNull()
  const beyond = { announcedOn: day('2199-06-09'), filing }
  expect(kept(keptAfterWithdrawal(term, asked, beyond, russianYears))).toBe('calendar_ends')
})
