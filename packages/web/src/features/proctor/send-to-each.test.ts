import { expect, test } from 'vitest'
import type { Failure } from '../../api/client.ts'
import { mayTalkWith, sendToEach } from './send-to-each.ts'

const people = ['a', 'b', 'c', 'd'].map((session) => ({ session, name: session.toUpperCase() }))
const failure = (code: string, status: number): Failure => ({
  code,
  status,
  sentence: null,
  support: null,
  retryAfterS: null,
  fields: [],
})

async function sent(failures: Readonly<Record<string, Failure>>) {
  const tried: string[] = []
  const missed = await sendToEach(people, async (session) => {
    tried.push(session)
    const found = failures[session]
    return found ? { ok: false, failure: found } : { ok: true }
  })
  return { tried, missed }
}

test('R0-1.4i a message to all goes past whoever is refused, and says who did not get it', async () => {
  const over = failure('not_running', 409)
  expect(await sent({ b: over, d: over })).toEqual({
    tried: ['a', 'b', 'c', 'd'],
    missed: [
      { session: 'b', name: 'B', failure: over },
      { session: 'd', name: 'D', failure: over },
    ],
  })
  expect((await sent({})).missed).toEqual([])
})

test('R0-1.4i a message to all over a line that is cut ends there, and everybody after the cut is named', async () => {
  const { tried, missed } = await sent({ b: failure('offline', 0) })
  expect(tried).toEqual(['a', 'b'])
  expect(missed.map(({ name }) => name)).toEqual(['B', 'C', 'D'])
})

test('R0-1.4i words go to whose exam runs: not before it, not after it', () => {
  const at = '2026-06-08T07:00:00Z'
  expect(mayTalkWith({ authorizedAt: at, deauthorizedAt: null })).toBe(true)
  expect(mayTalkWith({ authorizedAt: null, deauthorizedAt: null })).toBe(false)
  expect(mayTalkWith({ authorizedAt: at, deauthorizedAt: at })).toBe(false)
})
