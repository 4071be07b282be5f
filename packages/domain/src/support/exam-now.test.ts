import { expect, test } from 'vitest'
import type { SessionState } from '../session/session.ts'
import { instant } from '../time.ts'
import { isExamNow } from './exam-now.ts'

const window = { opensAt: instant('2026-05-20T07:00:00Z'), closesAt: instant('2026-05-20T10:00:00Z') }

for (const [state, now, expected] of [
  ['admitted', '2026-05-20T06:59:59Z', false],
  ['admitted', '2026-05-20T07:00:00Z', true],
  ['admitted', '2026-05-20T10:00:00Z', false],
  ['authorized', '2026-05-20T10:30:00Z', true],
  ['in_progress', '2026-05-20T10:30:00Z', true],
  ['submitted', '2026-05-20T08:00:00Z', false],
  ['deauthorized', '2026-05-20T08:00:00Z', false],
  ['expired_not_started', '2026-05-20T11:00:00Z', false],
] as const satisfies readonly (readonly [SessionState, string, boolean])[])
  test(`SM-19 a question asked ${state} at ${now} is ${expected ? '' : 'not '}one of an exam that runs`, () =>
    expect(isExamNow({ state, ...window }, instant(now))).toBe(expected))
