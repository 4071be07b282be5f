import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdLock } from './hold-lock.ts'

const NAME = 'ochno-capture-ses_1'

/** Somebody else holds it or nobody does; the answer comes after `answersMs`, if it comes at all. */
const locks = (held: string | null, answersMs: number | null) => ({
  query: async () => ({ held: held ? [{ name: held }] : [], pending: [{ name: NAME }] }),
  request: ((_name: string, { signal }: LockOptions, use: LockGrantedCallback<Promise<void>>) =>
    new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      if (answersMs === null) return
      setTimeout(() => resolve(use({ name: NAME, mode: 'exclusive' })), answersMs)
    })) as LockManager['request'],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

for (const [rule, held, answersMs, holds] of [
  ['at once', null, 0, true],
  ['a page that takes a moment to die', NAME, 3_000, true],
  ['a machine that answers after half a minute is no second tab', null, 30_000, true],
  ['another session in another tab is no second tab', 'ochno-capture-ses_2', 20_000, true],
  ['another tab records', NAME, null, false],
] as const)
  test(`ING-3 one recorder a session: ${rule}`, async () => {
    const asked = holdLock('ses_1', locks(held, answersMs))
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await asked) !== null).toBe(holds)
  })
