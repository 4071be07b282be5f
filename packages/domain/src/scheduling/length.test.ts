import { expect, test } from 'vitest'
import { idFrom } from '../ids.ts'
import { decide, evolve } from '../session/decide.ts'
import type { Session } from '../session/session.ts'
import { instant } from '../time.ts'

const id = new Uint8Array(16)
const session: Session = {
  id: idFrom('ses', id),
  exam: idFrom('exm', id),
  examinee: idFrom('acc', id),
  state: 'admitted',
  opensAt: instant('2026-05-12T06:00:00Z'),
  closesAt: instant('2026-05-12T09:00:00Z'),
  lengthMinutes: 45,
  authorizedAt: null,
  startedAt: null,
  deadline: null,
  deauthorizedAt: null,
  endCause: null,
  endReason: null,
}

const after = (before: Session, command: Parameters<typeof decide>[1], at: string) => {
  const decision = decide(before, command, instant(at))
  return decision.ok ? decision.events.reduce(evolve, before) : decision.why
}

const running = (): Session => {
  const authorized = after(session, { do: 'authorize' }, '2026-05-12T06:10:00Z')
  const started =
    typeof authorized === 'string' ? authorized : after(authorized, { do: 'start' }, '2026-05-12T06:12:00Z')
  if (typeof started === 'string') throw new Error(started)
  return started
}

test('R1-7.4 after the 45 minutes of the attempt the examinee is deauthorised by the clock', () => {
  expect(after(running(), { do: 'expire' }, '2026-05-12T06:54:59Z')).toBe('too_early')
  expect(after(running(), { do: 'expire' }, '2026-05-12T06:55:00Z')).toMatchObject({
    state: 'deauthorized',
    endCause: 'auto',
    deauthorizedAt: instant('2026-05-12T06:55:00Z'),
  })
})

for (const [rule, at, answer] of [
  ['R4-4.3a nobody begins before the organiser’s window', '2026-05-12T05:59:59.999Z', 'too_early'],
  ['R4-4.3a nobody begins when the window is over', '2026-05-12T09:00:00Z', 'too_late'],
] as const)
  test(rule, () => expect(after(session, { do: 'authorize' }, at)).toBe(answer))

test('R4-4.3a the first and the last moment of the window are inside it', () => {
  for (const at of ['2026-05-12T06:00:00Z', '2026-05-12T08:59:59.999Z'])
    expect(after(session, { do: 'authorize' }, at)).toMatchObject({ state: 'authorized' })
})
