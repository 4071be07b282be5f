import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { countStages, type Expected, stageOf, urgenciesOf } from './today.ts'

const at = (time: string) => instant(`2026-06-10T${time}Z`)
const now = at('10:00:00')
const one = (more: Partial<Expected> = {}): Expected => ({
  state: 'admitted',
  opensAt: at('09:50:00'),
  closesAt: at('10:30:00'),
  authorizedAt: null,
  visit: null,
  cameAt: null,
  pausedAt: null,
  recorded: true,
  recordedAt: null,
  needsProctor: true,
  proctors: 1,
  unansweredSince: null,
  ...more,
})
const running = (more: Partial<Expected> = {}) =>
  one({ state: 'in_progress', authorizedAt: at('09:51:00'), recordedAt: at('09:59:58'), ...more })

test('each examinee stands in one place', () => {
  const stage = (more: Partial<Expected>) => stageOf(one(more), now)
  expect(stage({})).toBe('expected')
  expect(stage({ visit: 'preparing' })).toBe('at_door')
  expect(stage({ visit: 'waiting' })).toBe('at_door')
  expect(stage({ visit: 'admitted' })).toBe('admitted')
  expect(stage({ visit: 'refused' })).toBe('refused')
  expect(stage({ closesAt: now })).toBe('not_come')
  expect(stage({ state: 'expired_not_started' })).toBe('not_come')
  expect(stage({ state: 'deauthorized' })).toBe('finished')
  expect(stage({ state: 'submitted' })).toBe('finished')
  expect(stageOf(running(), now)).toBe('in_session')
  expect(stageOf(running({ pausedAt: at('09:59:00') }), now)).toBe('interrupted')
  // Half a minute of silence is none yet; a second more is.
  expect(stageOf(running({ recordedAt: at('09:59:30') }), now)).toBe('in_session')
  expect(stageOf(running({ recordedAt: at('09:59:29') }), now)).toBe('interrupted')
  expect(stageOf(running({ recordedAt: null }), now)).toBe('interrupted')
  expect(countStages(['expected', 'expected', 'finished'])).toMatchObject({
    expected: 2,
    finished: 1,
    refused: 0,
  })
})

test('nothing of a classroom exam falls silent: nothing of it is recorded', () => {
  const inRoom = running({ recorded: false, recordedAt: null })
  expect(stageOf(inRoom, now)).toBe('in_session')
  expect(urgenciesOf(inRoom, now)).toEqual([])
  expect(stageOf({ ...inRoom, pausedAt: at('09:59:00') }, now)).toBe('interrupted')
})

test('only what needs a person is urgent', () => {
  const what = (one: Expected) => urgenciesOf(one, now).map((urgency) => urgency.what)
  expect(what(running())).toEqual([])
  expect(what(one({ opensAt: at('09:56:00') }))).toEqual([])
  expect(what(one())).toEqual(['late'])
  expect(what(one({ visit: 'waiting', cameAt: at('09:54:00') }))).toEqual(['door_waits'])
  expect(what(one({ visit: 'waiting', cameAt: at('09:56:00') }))).toEqual([])
  expect(what(running({ recordedAt: at('09:58:00'), unansweredSince: at('09:57:00') }))).toEqual([
    'recording_silent',
    'unanswered',
  ])
  expect(what(running({ pausedAt: at('09:58:00') }))).toEqual(['paused'])
  // Nobody watches: now, and half an hour before; not of an exam nobody watches live, nor of tomorrow's.
  expect(what(running({ proctors: 0 }))).toEqual(['no_proctor'])
  expect(what(one({ proctors: 0, opensAt: at('10:30:00') }))).toEqual(['no_proctor'])
  expect(what(one({ proctors: 0, opensAt: at('10:31:00') }))).toEqual([])
  expect(what(running({ proctors: 0, needsProctor: false }))).toEqual([])
  expect(what(one({ state: 'deauthorized', proctors: 0, authorizedAt: at('09:00:00') }))).toEqual([])
})
