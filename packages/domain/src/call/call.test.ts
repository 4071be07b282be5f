import { expect, test } from 'vitest'
import type { ConductEntry, ConductParty, Logged } from '../conduct/entry.ts'
import { isHiddenFrom, maySay } from '../conduct/entry.ts'
import { refuseConduct } from '../conduct/refuse.ts'
import type { ConductRules } from '../conduct/rules.ts'
import { unruled } from '../policy/effective.ts'
import { happenedOf } from '../protocol/happened.ts'
import { type Instant, instant } from '../time.ts'
import { callsOf, callTimes, openCall, wantedCall } from './call.ts'
import { saidEnds } from './ends.ts'

const at = (time: string): Instant => instant(`2026-12-01T${time}Z`)
const rules: ConductRules = { act: null, policy: unruled, permissions: { switchedOff: [] } }
const said = (seq: number, time: string, party: ConductParty, entry: ConductEntry): Logged => ({
  seq,
  at: at(time),
  party,
  entry,
})
const rings = said(1, '09:00:00', 'proctor', {
  kind: 'call',
  reason: 'Проверить звук',
  answerUntil: '2026-12-01T09:00:45Z',
})
const answered = said(2, '09:00:10', 'examinee', { kind: 'call_answered', of: 1 })
const ends = (is: (typeof saidEnds)[number], time: string, party: ConductParty) =>
  said(3, time, party, { kind: 'call_end', of: 1, is })
const run = (...log: Logged[]) => ({ authorizedAt: at('08:00:00'), deauthorizedAt: null, log })
const why = (entry: ConductEntry, party: ConductParty, log: Logged[], now = '09:00:20') =>
  refuseConduct(entry, party, run(...log), rules, at(now))
const only = (log: Logged[], now: string, deauthorizedAt: Instant | null = null) =>
  callsOf({ deauthorizedAt, log }, rules, at(now))[0]

test('a call rings, is answered, and ends by a word of either side', () => {
  expect(only([rings], '09:00:44')).toMatchObject({ answeredAt: null, endedAt: null, end: null })
  expect(only([rings, answered], '09:05:00')).toMatchObject({ answeredAt: at('09:00:10'), end: null })
  for (const party of ['proctor', 'examinee'] as const)
    expect(only([rings, answered, ends('hung_up', '09:02:00', party)], '09:05:00')).toMatchObject({
      endedAt: at('09:02:00'),
      end: 'hung_up',
      endedBy: party,
    })
})

test('a call nobody answers is missed when its time is over, and stays so whatever comes later', () => {
  const missed = { endedAt: at('09:00:45'), end: 'missed', endedBy: 'system', answeredAt: null }
  expect(only([rings], '09:00:45')).toMatchObject(missed)
  expect(only([rings, ends('cancelled', '09:00:46', 'proctor')], '09:05:00')).toMatchObject(missed)
  expect(only([rings, ends('declined', '09:00:12', 'examinee')], '09:05:00')).toMatchObject({
    end: 'declined',
    endedBy: 'examinee',
  })
})

test('a call that never reached the page is told apart from one that was not answered', () => {
  expect(only([rings], '09:01:00')?.shown).toBe(false)
  const shown = said(2, '09:00:01', 'examinee', { kind: 'reached', of: 1, medium: 'text' })
  expect(only([rings, shown], '09:01:00')?.shown).toBe(true)
  expect(why({ kind: 'reached', of: 1, medium: 'text' }, 'examinee', [rings])).toBeNull()
})

test('a call does not outlast the exam nor the longest time of the rules', () => {
  expect(only([rings, answered], '09:20:00', at('09:10:00'))).toMatchObject({
    endedAt: at('09:10:00'),
    end: 'session_over',
  })
  expect(only([rings, answered], '09:30:10')).toMatchObject({ endedAt: at('09:30:10'), end: 'too_long' })
})

test('how long it rings and lasts are the institution’s numbers', () => {
  expect(callTimes(rules)).toEqual({ ringSeconds: 45, longestMinutes: 30 })
  const own = {
    ...unruled,
    'live.call_ring_s': { value: 20, origin: { from: 'nobody' as const } },
    'live.call_longest_min': { value: 5, origin: { from: 'nobody' as const } },
  }
  expect(callTimes({ ...rules, policy: own })).toEqual({ ringSeconds: 20, longestMinutes: 5 })
})

const call = { kind: 'call', reason: 'Проверить звук', answerUntil: '2026-12-01T10:00:00Z' } as const

test('TR-47 a proctor calls with a reason, one call at a time, and only while the exam runs', () => {
  expect(why(call, 'proctor', [])).toBeNull()
  expect(why({ ...call, reason: ' ' }, 'proctor', [])).toBe('no_reason')
  expect(why(call, 'proctor', [rings])).toBe('already_asked')
  expect(why(call, 'proctor', [rings, answered])).toBe('already_asked')
  expect(why(call, 'proctor', [rings], '09:00:50')).toBeNull()
  const over = { ...run(), deauthorizedAt: at('09:00:00') }
  expect(refuseConduct(call, 'proctor', over, rules, at('09:00:20'))).toBe('not_running')
  expect(refuseConduct(call, 'proctor', { ...run(), authorizedAt: null }, rules, at('09:00:20'))).toBe(
    'not_running',
  )
})

test('only the examinee answers, once, and only a call that still rings', () => {
  const answer = { kind: 'call_answered', of: 1 } as const
  expect(why(answer, 'examinee', [rings])).toBeNull()
  expect(why(answer, 'proctor', [rings])).toBe('not_yours')
  expect(why(answer, 'examinee', [rings, answered])).toBe('already_answered')
  expect(why(answer, 'examinee', [rings], '09:00:45')).toBe('nothing_to_answer')
  expect(why({ ...answer, of: 7 }, 'examinee', [rings])).toBe('nothing_to_answer')
})

test('each side says only what it can know of the end', () => {
  const may = (party: ConductParty, log: Logged[]) =>
    saidEnds.filter((is) => why({ kind: 'call_end', of: 1, is }, party, log) === null)
  expect(may('proctor', [rings])).toEqual(['cancelled', 'no_microphone'])
  expect(may('examinee', [rings])).toEqual(['declined', 'no_microphone'])
  const talk = ['hung_up', 'lost', 'no_path', 'no_microphone']
  expect(may('proctor', [rings, answered])).toEqual(talk)
  expect(may('examinee', [rings, answered])).toEqual(talk)
  expect(may('examinee', [rings, answered, ends('hung_up', '09:00:15', 'proctor')])).toEqual([])
})

test('the examinee asks to be called once; a call answers it', () => {
  const wanted = said(1, '08:59:00', 'examinee', { kind: 'call_wanted', text: 'Не слышно задания' })
  const wish = { kind: 'call_wanted', text: '' } as const
  expect(wantedCall([wanted])?.text).toBe('Не слышно задания')
  expect(why(wish, 'examinee', [])).toBeNull()
  expect(why(wish, 'examinee', [wanted])).toBe('already_asked')
  const after = { ...rings, seq: 2 }
  expect(wantedCall([wanted, after])).toBeNull()
  expect(why(wish, 'examinee', [wanted, after])).toBe('already_asked')
  expect(openCall(run(wanted, after), rules, at('09:00:20'))?.seq).toBe(2)
  expect(why(wish, 'examinee', [wanted, after], '09:02:00')).toBeNull()
})

test('a call is no judgement: both sides read all of it', () => {
  for (const kind of ['call', 'call_wanted', 'call_answered', 'call_end'] as const)
    expect([isHiddenFrom('examinee', kind), isHiddenFrom('proctor', kind), maySay('system', kind)]).toEqual([
      false,
      false,
      false,
    ])
})

test('TR-47 the annex tells of every call with its times, answered or not', () => {
  const again: Logged = { ...rings, seq: 4, at: at('09:10:00') }
  const log = [rings, answered, ends('hung_up', '09:02:00', 'proctor'), again]
  const found = happenedOf(log, rules, at('10:00:00'))
  expect(found.map((one) => one.is === 'call' && [one.answer, one.reason])).toEqual([
    ['answered', 'Проверить звук'],
    ['not_answered', 'Проверить звук'],
  ])
  expect(found[0]).toMatchObject({ from: at('09:00:10'), to: at('09:02:00') })
})
