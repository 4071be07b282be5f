import type { SessionView } from '@ochno/contract/sessions'
import { expect, test } from 'vitest'
import { comingBackMs, examStage, leftMs } from './exam-stage.ts'

const session = {
  state: 'admitted',
  opensAt: '2026-11-21T07:00:00Z',
  closesAt: '2026-11-21T08:00:00Z',
  lengthMinutes: 90,
  deadline: null,
} as SessionView
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`)

for (const [rule, state, now, stage] of [
  ['before the window nothing can begin', 'admitted', '06:59:59', 'too_early'],
  ['at the opening one may prepare and start', 'admitted', '07:00:00', 'prepare'],
  ['at the closing one no longer may', 'admitted', '08:00:00', 'too_late'],
  ['a running exam goes on past the start window', 'in_progress', '08:30:00', 'running'],
  ['authorised, but reloaded before the task: goes on', 'authorized', '07:10:00', 'running'],
  ['the server expired it', 'expired_not_started', '07:30:00', 'too_late'],
  ['the server ended it', 'deauthorized', '07:30:00', 'over'],
] as const)
  test(rule, () => expect(examStage({ ...session, state }, at(now))).toBe(stage))

test('R1-4.1l the time left is counted to the server’s deadline', () => {
  expect(leftMs({ ...session, deadline: '2026-11-21T08:40:00Z' }, at('08:30:30'))).toBe(9.5 * 60_000)
})

test('R1-4.1l in the first second no more is left than was given', () => {
  const begun = { ...session, deadline: '2026-11-21T08:40:00.730Z' }
  expect(leftMs(begun, at('07:10:00'))).toBe(90 * 60_000)
})

test('while the exam stands the time left stays, in whatever part of a second the server said so', () => {
  const running = { ...session, deadline: '2026-11-21T08:40:00Z' }
  const heard = {
    standing: { owedMs: 4_000, pause: { kind: 'failure', since: '2026-11-21T08:30:00Z' } },
    asOf: at('08:30:10') + 730,
  } as unknown as Parameters<typeof comingBackMs>[0]
  const shown = ['08:30:10', '08:30:11', '08:30:40'].map(
    (time) => leftMs(running, at(time)) + comingBackMs(heard, at(time)),
  )
  expect(new Set(shown).size).toBe(1)
})
