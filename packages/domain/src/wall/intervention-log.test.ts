import { expect, test } from 'vitest'
import type { AccountId } from '../ids.ts'
import { instant } from '../time.ts'
import { type Act, type InterventionLog, logAct } from './intervention-log.ts'

const at = (s: number) => instant('2026-06-01T09:00:00Z').add({ seconds: s })
const by = 'acc_ivanov' as AccountId
const acts: readonly Act[] = [
  'comment',
  'warning',
  'instruction',
  'call',
  'room_scan',
  'more_absence',
  'pause',
  'stop',
  'hand_over',
]
const done = (log: InterventionLog, what: Act, reason: string, s = 1) =>
  logAct(log, { what, by, at: at(s), reason, because: null })

test('TR-47 R1-5.2b R3-5.2.2 R4-7.3.2 no act of a proctor is without a reason, and each stays in the session’s log', () => {
  let log: InterventionLog = []
  acts.forEach((what, i) => {
    for (const reason of ['', ' \n'])
      expect(done(log, what, reason, i)).toEqual({ ok: false, why: 'no_reason' })
    const made = done(log, what, 'Голоса за кадром', i)
    if (!made.ok) throw new Error(made.why)
    log = made.log
  })
  expect(log.map(({ what }) => what)).toEqual(acts)
  expect(log[0]).toEqual({ what: 'comment', by, at: at(0), reason: 'Голоса за кадром', because: null })
})

test('TR-47 the system’s look around is logged without a reason', () => {
  expect(logAct([], { what: 'room_scan', by: 'system', at: at(1) })).toMatchObject({ ok: true })
})

test('an act is not put in before one that is there already', () => {
  const made = done([], 'warning', 'Подсказки', 5)
  if (!made.ok) throw new Error(made.why)
  expect(done(made.log, 'stop', 'Подсказки', 4)).toEqual({ ok: false, why: 'runs_backwards' })
  expect(done(made.log, 'stop', 'Подсказки', 5)).toMatchObject({ ok: true })
})
