import type { Route } from '@ochno/contract/route'
import { expect, test, vi } from 'vitest'
import type { Answer } from './client.ts'
import { newOnce, untilAnswered } from './once.ts'

const failure = (code: string, status: number): Answer<Route> => ({
  ok: false,
  failure: { code, status, sentence: null, support: null, retryAfterS: null, fields: [] },
})

test('a message is sent again while the line is cut, and not once the server has refused it', async () => {
  vi.useFakeTimers()
  const answers = [failure('offline', 0), failure('offline', 0), failure('not_running', 409)]
  let sent = 0
  const last = untilAnswered(async () => answers[sent++] ?? failure('offline', 0))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await last).toEqual(answers[2])
  expect(sent).toBe(3)
  vi.useRealTimers()
})

test('no two messages have one mark', () => {
  const marks = Array.from({ length: 200 }, newOnce)
  expect(new Set(marks).size).toBe(200)
  expect(marks.every((mark) => /^[a-z0-9]{16,40}$/.test(mark))).toBe(true)
})
