import { expect, test } from 'vitest'
import { printedHappenings, printedOutages } from '../document/happened-part.ts'
import type { ConductEntry, ConductParty, Logged } from '../conduct/entry.ts'
import type { ConductRules } from '../conduct/rules.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { instant } from '../time.ts'
import { happenedOf, isNew } from './happened.ts'

const began = instant('2026-05-20T07:00:00Z')
const at = (minutes: number) => began.add({ minutes })
const end = at(60)

function under(act: '001' | '004'): ConductRules {
  const effective = effectivePolicy(preset(act))
  if (!effective.ok) throw new Error('refused')
  return { act, policy: effective.policy, permissions: { switchedOff: [] } }
}

function logOf(
  ...said: readonly (readonly [minute: number, party: ConductParty, entry: ConductEntry])[]
): Logged[] {
  return said.map(([minute, party, entry], i) => ({ seq: i + 1, at: at(minute), party, entry }))
}
const down = { kind: 'pause', cause: 'failure', reason: 'Нет света' } as const

test('SM-17 a failure stands with its times, its side is unknown until a person finds it, and from its limit it lets postpone', () => {
  const short = happenedOf(
    logOf([0, 'proctor', down], [14, 'proctor', { kind: 'resume', of: 1 }]),
    under('004'),
    end,
  )
  expect(short).toMatchObject([{ is: 'failure', fault: 'unknown', found: false, mayPostpone: false }])
  const long = happenedOf(
    logOf(
      [0, 'proctor', down],
      [15, 'proctor', { kind: 'resume', of: 1 }],
      [15, 'system', { kind: 'given', of: 1, ms: 900_000 }],
      [20, 'proctor', { kind: 'fault', of: 1, fault: 'network', reason: 'Авария' }],
    ),
    under('004'),
    end,
  )
  expect(long).toMatchObject([
    { is: 'failure', fault: 'network', found: true, mayPostpone: true },
    { is: 'given', ms: 900_000 },
  ])
  expect(long[0]?.to?.equals(at(15))).toBe(true)
})

test('SM-17 what nobody ended lasted to the end of the exam', () => {
  const [open] = happenedOf(logOf([50, 'proctor', down]), under('004'), end)
  expect(open?.to?.equals(end)).toBe(true)
})

test('TR-39 silence about the room is not printed as a refusal', () => {
  const scan = { kind: 'scan', reason: 'Голос', answerUntil: at(6).toString() } as const
  const silent = happenedOf(logOf([5, 'proctor', scan]), under('001'), end)
  expect(printedHappenings(silent)[0]?.outcome).toBe('не показано')
  const refused = happenedOf(
    logOf(
      [5, 'proctor', scan],
      [6, 'proctor', { kind: 'scan_end', of: 1, is: 'refused', reason: 'Сказал, что не будет' }],
    ),
    under('001'),
    end,
  )
  expect(printedHappenings(refused)[0]?.outcome).toBe('отказ, установлен проктором: Сказал, что не будет')
})

test('TR-73 chat, marks and complaints are no facts of the annex, and what adds to an old entry is new', () => {
  const log = logOf(
    [0, 'proctor', down],
    [1, 'proctor', { kind: 'chat', text: 'Здравствуйте' }],
    [2, 'examinee', { kind: 'complaint', text: 'Грубо' }],
    [3, 'proctor', { kind: 'mark', code: 'gadgets', from: '', to: '', note: '' }],
    [4, 'proctor', { kind: 'fault', of: 1, fault: 'provider', reason: 'Сервер' }],
  )
  const facts = happenedOf(log, under('004'), end)
  expect(facts.map(({ is }) => is)).toEqual(['failure'])
  expect(facts.map((one) => [isNew(one, 4), isNew(one, 5)])).toEqual([[true, false]])
})

test('SM-17 a failure the proctor wrote of is printed once, with the decision; another keeps a row of its own', () => {
  const facts = happenedOf(
    logOf(
      [0, 'proctor', down],
      [5, 'proctor', { kind: 'resume', of: 1 }],
      [30, 'proctor', { ...down, reason: 'Пропал звук' }],
      [31, 'proctor', { kind: 'resume', of: 3 }],
    ),
    under('004'),
    end,
  )
  const written = {
    from: at(0),
    to: at(5),
    side: 'provider',
    description: 'Нет света',
    decision: 'Продолжить',
    couldContinue: true,
  } as const
  expect(printedOutages(facts, written).map(({ description, decision }) => [description, decision])).toEqual([
    ['Нет света', 'Продолжить'],
    ['Пропал звук', '–'],
  ])
  expect(printedOutages(facts, null)).toHaveLength(2)
})

test('R4-7.5a TR-46 a warning is printed as received only when it arrived by every one of its media', () => {
  const warning = (...media: ('text' | 'audio')[]) =>
    ({ kind: 'warning', text: 'Тише', reason: 'Шум', media }) as const
  const outcome = (media: readonly ('text' | 'audio')[], reached: readonly ('text' | 'audio')[]) =>
    printedHappenings(
      happenedOf(
        logOf(
          [1, 'proctor', warning(...media)],
          ...reached.map((medium) => [1, 'examinee', { kind: 'reached', of: 1, medium }] as const),
        ),
        under('004'),
        end,
      ),
    )[0]?.outcome
  expect(outcome(['text', 'audio'], ['text'])).toBe('получен только текст: Шум')
  expect(outcome(['text', 'audio'], ['audio'])).toBe('получен только звук: Шум')
  expect(outcome(['text', 'audio'], ['audio', 'text'])).toBe('получено: Шум')
  expect(outcome(['text'], ['text'])).toBe('получено: Шум')
  expect(outcome(['text', 'audio'], [])).toBe('получение не подтверждено: Шум')
})
