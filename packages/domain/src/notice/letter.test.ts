import { expect, test } from 'vitest'
import { instant, minutes } from '../time.ts'
import { dueAt, isHopeless, type LetterKind, nextTry } from './letter.ts'

const night = { from: '22:00', until: '07:00' }
const due = (
  now: string,
  more: { kind?: LetterKind; zone?: string; useful?: string; quiet?: typeof night | null } = {},
) =>
  dueAt(
    { kind: more.kind ?? 'message', usefulBefore: more.useful ? instant(more.useful) : null },
    more.quiet === undefined ? night : more.quiet,
    more.zone ?? 'Europe/Moscow',
    instant(now),
  ).toString()

for (const [name, now, expected] of [
  ['in the day it goes at once', '2026-05-20T12:00:00Z', '2026-05-20T12:00:00Z'],
  ['a minute before the quiet it goes at once', '2026-05-20T18:59:00Z', '2026-05-20T18:59:00Z'],
  [
    'from the first minute of the quiet it waits for the morning',
    '2026-05-20T19:00:00Z',
    '2026-05-21T04:00:00Z',
  ],
  ['after midnight it waits for the same morning', '2026-05-20T22:30:00Z', '2026-05-21T04:00:00Z'],
  ['in the minute the quiet ends it goes at once', '2026-05-21T04:00:00Z', '2026-05-21T04:00:00Z'],
] as const)
  test(`TR-28 quiet hours only delay a letter: ${name}`, () => {
    expect(due(now)).toBe(expected)
  })

test('the night is the night of the institution', () => {
  expect(due('2026-05-20T12:30:00Z', { zone: 'Asia/Kamchatka' })).toBe('2026-05-20T19:00:00Z')
})

test('quiet within one day, none at all, and two equal hours', () => {
  const rest = { from: '13:00', until: '14:00' }
  expect(due('2026-05-20T10:30:00Z', { quiet: rest })).toBe('2026-05-20T11:00:00Z')
  expect(due('2026-05-20T11:30:00Z', { quiet: rest })).toBe('2026-05-20T11:30:00Z')
  expect(due('2026-05-20T23:30:00Z', { quiet: null })).toBe('2026-05-20T23:30:00Z')
  expect(due('2026-05-20T23:30:00Z', { quiet: { from: '07:00', until: '07:00' } })).toBe(
    '2026-05-20T23:30:00Z',
  )
})

test('a morning that does not exist in spring still comes', () => {
  const quiet = { from: '22:00', until: '02:30' }
  expect(due('2026-03-28T23:00:00Z', { quiet, zone: 'Europe/Berlin' })).toBe('2026-03-29T01:30:00Z')
})

test('what the person has just asked for, or what guards the account, does not wait', () => {
  const now = '2026-05-20T22:00:00Z'
  for (const kind of ['reset', 'address_changed', 'password_changed'] as const)
    expect(due(now, { kind })).toBe(now)
  for (const kind of ['schedule', 'message', 'invitation'] as const)
    expect(due(now, { kind })).toBe('2026-05-21T04:00:00Z')
})

test('an exam that opens before the quiet ends is told at once', () => {
  const now = '2026-05-20T22:00:00Z'
  expect(due(now, { kind: 'schedule', useful: '2026-05-21T03:00:00Z' })).toBe(now)
  expect(due(now, { kind: 'schedule', useful: '2026-05-21T04:00:00Z' })).toBe(now)
  expect(due(now, { kind: 'schedule', useful: '2026-05-21T04:01:00Z' })).toBe('2026-05-21T04:00:00Z')
})

test('each wait is longer than the one before, up to an hour, and there is always a next one', () => {
  const now = instant('2026-05-20T12:00:00Z')
  const waits = [1, 2, 3, 4, 5, 6, 7, 500].map((tries) => nextTry(tries, now).since(now).total('minutes'))
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60])
  expect(nextTry(0, now).equals(now.add(minutes(1)))).toBe(true)
})

test('a letter put off again and again is given up after five days, not before', () => {
  const queued = instant('2026-05-20T12:00:00Z')
  expect(isHopeless(queued, instant('2026-05-25T11:59:59Z'))).toBe(false)
  expect(isHopeless(queued, instant('2026-05-25T12:00:00Z'))).toBe(true)
})
