import { describe, expect, test } from 'vitest'
import type { Logged } from '../conduct/entry.ts'
import type { Findings } from '../decision/findings.ts'
import { attemptOf } from '../decision/recommend.ts'
import { printedOutages } from '../document/happened-part.ts'
import { postponedWords, siteWords } from '../notice/failure-words.ts'
import { under } from '../wall/samples.ts'
import { instant } from '../time.ts'
import {
  type FailureRefusal,
  failureOpens,
  failureStanding,
  groundOf,
  refuseAnswer,
  refuseAsking,
  refuseDeed,
  refuseRecord,
} from './decide.ts'
import { outagesOf } from './outages.ts'
import { powersOf } from './powers.ts'
import { failureFinding, printedFailures, samePrinted } from './printed.ts'
import type { FailureStep, LoggedStep } from './step.ts'

const t0 = instant('2026-05-25T07:00:00Z')
const at = (minutes: number) => t0.add({ seconds: Math.round(minutes * 60) })
const logged = (seq: number, minutes: number, entry: Logged['entry']): Logged => ({
  seq,
  at: at(minutes),
  party: 'proctor',
  entry,
})
const pause = { kind: 'pause', cause: 'failure', reason: 'Пропала связь' } as const
/** The clock stood from the tenth minute for so long; null: until the end. */
const broken = (minutes: number | null, endedAt: number | null = null, steps: readonly LoggedStep[] = []) =>
  outagesOf(
    {
      log: [
        logged(1, 10, pause),
        ...(minutes === null ? [] : [logged(2, 10 + minutes, { kind: 'resume', of: 1 })]),
      ],
      blind: [],
      steps,
      end: endedAt === null ? null : at(endedAt),
    },
    at(60),
  )
const said = (...steps: readonly FailureStep[]): readonly LoggedStep[] =>
  steps.map((step, i) => ({ seq: i + 1, at: at(70 + i), by: { id: 'acc_t', name: 'Жуков П. А.' }, step }))
const to = { slot: null, opensAt: '2026-05-28T07:00:00Z', closesAt: '2026-05-28T07:30:00Z' }
const ground = {
  key: 'log-1',
  from: at(10).toString(),
  until: at(28).toString(),
  fault: 'network' as const,
  reason: 'Пропала связь',
}
const about = { ground, notice: 'ntc_1', reason: 'Связи не было' }
const postponed = { kind: 'postponed', ...about, to, channels: ['account', 'email'] } as const
const offered = { kind: 'offered', ...about, to, channels: ['account'] } as const
const refused = { kind: 'refused', ...about } as const
const answered = (agrees: boolean) => ({ kind: 'answered', agrees, words: '' }) as const
const of004 = powersOf(under('004'))

describe('what opens', () => {
  for (const [what, outages, opens] of [
    ['14:59', broken(14 + 59 / 60), ['failure_too_short', 'retake_could_continue']],
    ['15:00', broken(15), [null, 'retake_could_continue']],
    ['three minutes the exam ended in', broken(null, 13), ['failure_too_short', null]],
    ['an hour the exam ended in', broken(null, 60), [null, null]],
    ['nothing', [], ['no_failure', 'no_failure']],
  ] as const)
    test(`R4-5.12a R4-4.7 TR-20 under 004 after ${what}`, () => {
      const { postpone, retake } = failureOpens({ outages, steps: [], powers: of004 }, at(60))
      expect([postpone, retake]).toEqual(opens)
    })

  test('R1-4.5 TR-20 where the act names the office the office decides, and on a ground of its own', () => {
    const of001 = powersOf(under('001'))
    expect([of001.deciders, of001.minMinutes]).toEqual([['office'], null])
    expect(failureOpens({ outages: broken(1), steps: [], powers: of001 }, at(60)).postpone).toBe(null)
    expect(powersOf(under('000')).deciders).toEqual(['teacher', 'office'])
    expect(of004.deciders).toEqual(['teacher'])
  })

  test('SM-17 what was postponed or agreed stands; an offer that was declined and a refusal may be thought over', () => {
    const opens = (...steps: readonly FailureStep[]) =>
      failureOpens({ outages: broken(null, 60), steps: said(...steps), powers: of004 }, at(99))
    expect(opens(postponed).refuse).toBe('already_decided')
    expect(opens(offered, answered(true)).postpone).toBe('already_decided')
    expect(opens(offered, answered(false))).toEqual({ postpone: null, retake: null, refuse: null })
    expect(opens(refused)).toEqual({ postpone: null, retake: null, refuse: 'already_decided' })
  })
})

test('SM-17 two losses that overlap are one failure, two short ones apart are two', () => {
  const log = [
    logged(1, 0, pause),
    logged(2, 8, pause),
    logged(3, 9, { kind: 'resume', of: 1 }),
    logged(4, 16, { kind: 'resume', of: 2 }),
  ]
  const joined = outagesOf({ log, blind: [], steps: [], end: at(50) }, at(60))
  expect(failureOpens({ outages: joined, steps: [], powers: of004 }, at(60)).postpone).toBe(null)
  const apart = outagesOf(
    {
      log: [
        logged(1, 0, pause),
        logged(2, 8, { kind: 'resume', of: 1 }),
        logged(3, 9, pause),
        logged(4, 17, { kind: 'resume', of: 3 }),
      ],
      blind: [],
      steps: [],
      end: at(50),
    },
    at(60),
  )
  expect(failureOpens({ outages: apart, steps: [], powers: of004 }, at(60)).postpone).toBe(
    'failure_too_short',
  )
})

test('SM-17 what the server did not hear is a failure of its own, unless the proctor had stopped the clock for it', () => {
  const ms = (minutes: number) => at(minutes).epochMilliseconds
  const silence = (from: number, until: number) =>
    ({ sensor: 'link', from: ms(from), to: ms(until) }) as const
  const found = outagesOf(
    {
      log: [logged(1, 10, pause), logged(2, 20, { kind: 'resume', of: 1 })],
      blind: [silence(11, 19), silence(30, 46), silence(50, 50.5)],
      steps: [],
      end: at(60),
    },
    at(60),
  )
  expect(found.map(({ source, from }) => [source, from.toString()])).toEqual([
    ['log', at(10).toString()],
    ['silence', at(30).toString()],
  ])
})

describe('deeds', () => {
  const one = { outages: broken(null, 60), steps: [], powers: of004 }
  for (const [what, step, why] of [
    ['no reason', { ...postponed, reason: ' ' }, 'no_reason'],
    ['without the account', { ...postponed, channels: ['email'] }, 'no_channel'],
    ['all of it', postponed, null],
    ['a refusal without a reason', { ...refused, reason: '' }, 'no_reason'],
  ] as const)
    test(`R4-5.12c SM-17 ${what}`, () =>
      expect(refuseDeed(one, step, at(60))).toBe(why as FailureRefusal | null))

  test('R4-5.12c a way of telling that the act does not name is refused', () => {
    const powers = { ...of004, channels: ['account'] as const }
    expect(refuseDeed({ ...one, powers }, postponed, at(60))).toBe('not_under_this_act')
  })

  test('R4-4.7 only an offer is answered, once; only an open failure is asked about, once', () => {
    expect(refuseAnswer([])).toBe('nothing_to_answer')
    expect(refuseAnswer(said(offered))).toBe(null)
    expect(refuseAnswer(said(offered, answered(false)))).toBe('nothing_to_answer')
    const asked = { kind: 'asked', words: 'Выбросило' } as const
    expect(refuseAsking(one)).toBe(null)
    expect(refuseAsking({ ...one, steps: said(asked) })).toBe('already_asked')
    expect(refuseAsking({ ...one, steps: said(postponed) })).toBe('already_decided')
    expect(refuseAsking({ ...one, outages: [] })).toBe('no_failure')
    expect(failureStanding(said(asked, offered)).asked).toBe(null)
  })

  test('SM-17 a failure written down by hand is over and began within the exam', () => {
    const of = { opensAt: at(0), end: at(60) }
    const record = (from: number, until: number, reason = 'Света не было') =>
      refuseRecord({ from: at(from), until: at(until), reason }, of, at(90))
    expect([record(5, 25), record(5, 5), record(-1, 5), record(61, 70), record(50, 91)]).toEqual([
      null,
      'wrong_failure_time',
      'wrong_failure_time',
      'wrong_failure_time',
      'wrong_failure_time',
    ])
    expect(record(5, 25, ' ')).toBe('no_reason')
  })
})

test('TR-20 a cause found by a person stands over what the log had, with the person’s name', () => {
  const steps = said({
    kind: 'cause',
    of: 'log-1',
    fault: 'provider',
    couldContinue: false,
    reason: 'Сервер не отвечал',
  })
  expect(broken(5, 60, steps)).toMatchObject([
    { fault: 'provider', foundBy: 'Жуков П. А.', couldContinue: false, reason: 'Пропала связь' },
  ])
})

test('R4-5.12b the annex says what was decided of a failure; nothing is printed twice where nobody said anything', () => {
  const outages = broken(18, 60)
  expect(printedFailures(outages, [], 'Europe/Moscow')).toEqual([])
  const [row] = printedFailures(outages, said(postponed), 'Europe/Moscow')
  expect(row).toMatchObject({ of: 1, side: 'unknown', description: 'Пропала связь' })
  expect(row?.decision).toBe(
    'перенос на 28.05.2026 10:00; Связи не было; извещение: личный кабинет, электронная почта (Жуков П. А., 25.05.2026 11:10)',
  )
  const declined = printedFailures(outages, said(offered, answered(false)), 'Europe/Moscow')
  expect(declined[0]?.decision).toContain('обучающийся отказался')
  expect(samePrinted([row as never], [{ ...(row as object) } as never])).toBe(true)
  expect(samePrinted([row as never], declined)).toBe(false)
})

test('R4-4.7 whoever was given another date has no negative result from the attempt that broke off', () => {
  expect(failureFinding(said(postponed))).toEqual({
    couldContinue: false,
    fault: 'network',
    anotherDate: true,
  })
  expect(failureFinding(said(offered, answered(false)))).toBe(null)
  expect(failureFinding(said(refused))).toBe(null)
})

test('R4-4.7 TR-20 the ground is the failure that broke the exam off, however long another one was', () => {
  const log = [
    logged(1, 5, pause),
    logged(2, 25, { kind: 'resume', of: 1 }),
    logged(3, 30, pause),
    logged(4, 33, pause),
  ]
  const outages = outagesOf({ log, blind: [], steps: [], end: at(40) }, at(60))
  expect(outages.map(({ key, couldContinue }) => [key, couldContinue])).toEqual([
    ['log-1', true],
    ['log-3', false],
    ['log-4', false],
  ])
  expect(groundOf(outages)?.key).toBe('log-3')
  expect(groundOf(outages.slice(0, 1))?.key).toBe('log-1')
  expect(groundOf([])).toBe(null)
})

test('R4-4.7 whose fault the failure was does not make a result of an attempt that gave way to another date', () => {
  const own = { ...ground, fault: 'examinee' as const }
  const findings: Findings = {
    act: '004',
    marks: [],
    switchedOff: [],
    stoppedForViolations: false,
    recordingRequired: true,
    recordingConfirmed: true,
    started: true,
    finalAttestation: false,
    failure: null,
  }
  const attempt = (...steps: readonly FailureStep[]) =>
    attemptOf({ ...findings, failure: failureFinding(said(...steps)) })
  const [moved, proposed] = [
    { ...postponed, ground: own },
    { ...offered, ground: own },
  ]
  expect(attempt(moved)).toBe('technical_failure')
  expect(attempt(proposed, answered(true))).toBe('technical_failure')
  expect(attempt(proposed, answered(false))).toBe('taken')
  expect(attempt({ ...refused, ground: own })).toBe('taken')
})

test('R4-5.12b TR-35 the row of the annex carries the side that was found and the decision; what no log has gets a row of its own', () => {
  const happened = [
    {
      is: 'failure',
      of: 1,
      from: at(10),
      to: at(28),
      upTo: 2,
      reason: 'Пропала связь',
      fault: 'unknown',
      found: false,
      mayPostpone: true,
    },
  ] as const
  const byHand = {
    kind: 'recorded',
    from: at(40).toString(),
    until: at(44).toString(),
    fault: 'institution',
    reason: 'Света не было',
  } as const
  const cause = {
    kind: 'cause',
    of: 'log-1',
    fault: 'provider',
    couldContinue: false,
    reason: 'Сервер',
  } as const
  const steps = said(byHand, cause, postponed)
  const printed = printedOutages(
    happened,
    null,
    printedFailures(broken(18, 60, steps), steps, 'Europe/Moscow'),
  )
  expect(printed.map(({ side, description, decision }) => [side, description, decision.slice(0, 7)])).toEqual(
    [
      ['provider', 'Пропала связь', 'перенос'],
      ['institution', 'Света не было', '–'],
    ],
  )
})

test('R4-5.12c TR-55 people read what happened and when to come; the words of the site name nobody', () => {
  const news = {
    exam: 'Электробезопасность',
    failure: { from: at(10), until: at(28) },
    to: { opensAt: instant(to.opensAt), closesAt: instant(to.closesAt) },
    reason: 'Ким Алина: связи не было',
    zone: 'Europe/Moscow',
  }
  expect(postponedWords(news)).toContain('25.05.2026 10:10–10:28 (18 мин.)')
  expect(postponedWords(news)).toContain('28.05.2026 10:00, начать можно до 10:30')
  expect(siteWords({ exam: news.exam, group: 'ЭБ-26-1' }, news)).toBe(
    'Электробезопасность, группа ЭБ-26-1: из-за технического сбоя назначена дополнительная дата – 28.05.2026 10:00, начать можно до 10:30.',
  )
})
