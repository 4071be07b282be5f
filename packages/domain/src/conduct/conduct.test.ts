import { expect, test } from 'vitest'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { instant } from '../time.ts'
import type { ConductEntry, ConductParty, Logged } from './entry.ts'
import { isHiddenFrom, maySay } from './entry.ts'
import { type ConductRun, marksUnder, refuseConduct } from './refuse.ts'
import { type ConductRules, warnBy } from './rules.ts'

const now = instant('2026-05-20T08:00:00Z')
const began = instant('2026-05-20T07:00:00Z')
const over = instant('2026-05-20T07:50:00Z')

function under(act: '000' | '001' | '002' | '003' | '004' | null): ConductRules {
  const effective = effectivePolicy(preset(act ?? '002'))
  if (!effective.ok) throw new Error('refused')
  return { act, policy: effective.policy, permissions: { switchedOff: [] } }
}
const said = (seq: number, party: ConductParty, entry: ConductEntry): Logged => ({
  seq,
  at: began,
  party,
  entry,
})
const three = [
  said(1, 'proctor', { kind: 'warning', text: 'Тише', reason: 'Шум', media: ['text', 'audio'] }),
  said(2, 'proctor', { kind: 'instruction', text: 'Сядьте ближе', reason: 'Не видно лица' }),
  said(3, 'proctor', { kind: 'chat', text: 'Здравствуйте' }),
  said(4, 'examinee', { kind: 'reached', of: 2, medium: 'text' }),
]
const run = (log: readonly Logged[] = [], more: Partial<ConductRun> = {}): ConductRun => ({
  authorizedAt: began,
  deauthorizedAt: null,
  log,
  ...more,
})
const why = (
  entry: ConductEntry,
  party: ConductParty = 'proctor',
  rules = under('004'),
  at: ConductRun = run(three),
) => refuseConduct(entry, party, at, rules, now)

const warning = { kind: 'warning', text: 'Уберите телефон', reason: 'Телефон на столе', media: [] } as const
const mark = {
  kind: 'mark',
  code: 'gadgets',
  from: '2026-05-20T07:10:00Z',
  to: '2026-05-20T07:11:00Z',
  note: '',
} as const

test('R1-5.2b R3-5.2.2 R4-7.3.2 TR-47 a warning, an instruction and its being ignored need a reason', () => {
  expect(why(warning)).toBeNull()
  expect(why({ ...warning, reason: ' ' })).toBe('no_reason')
  expect(why({ kind: 'instruction', text: 'Сядьте ближе', reason: '' })).toBe('no_reason')
  expect(why({ kind: 'ignored', of: 2, reason: '' })).toBe('no_reason')
  expect(why({ kind: 'ignored', of: 2, reason: 'Не сел ближе' })).toBeNull()
})

test('TR-46 the media of a warning are those of the act, never the proctor’s choice', () => {
  expect(warnBy(under('004'))).toEqual(['text', 'audio'])
  expect(warnBy(under(null))).toEqual(['text', 'audio'])
  expect(why(warning, 'proctor', under('002'))).toBe('not_under_this_act')
})

test('R4-5.8 R1-3.3a a mark is a code of the act’s list and a range of the control window that is over', () => {
  expect(why(mark)).toBeNull()
  expect(why({ ...mark, code: 'bad_mood' })).toBe('not_on_the_list')
  expect(why({ ...mark, from: '2026-05-20T06:59:59Z' })).toBe('wrong_range')
  expect(why({ ...mark, to: '2026-05-20T08:00:01Z' })).toBe('wrong_range')
  expect(why({ ...mark, to: '2026-05-20T07:09:59Z' })).toBe('wrong_range')
  const off = { ...under('004'), permissions: { switchedOff: ['gadgets' as const] } }
  expect(why(mark, 'proctor', off)).toBe('not_on_the_list')
  expect(marksUnder(off)).not.toContain('gadgets')
  expect(marksUnder(under('004'))).toContain('gadgets')
})

test('R1-3.1a nothing is said before the control window and nothing but a mark or a complaint after it', () => {
  const before = run([], { authorizedAt: null })
  const after = run([], { deauthorizedAt: over })
  for (const entry of [warning, mark, { kind: 'chat', text: 'Здравствуйте' }] as const)
    expect(why(entry, 'proctor', under('004'), before)).toBe('not_running')
  expect(why(warning, 'proctor', under('004'), after)).toBe('not_running')
  expect(why({ kind: 'chat', text: 'До свидания' }, 'examinee', under('004'), after)).toBe('not_running')
  expect(why(mark, 'proctor', under('004'), after)).toBeNull()
  expect(why({ kind: 'complaint', text: 'Мешал' }, 'examinee', under('004'), after)).toBeNull()
})

test('an answer answers what can be answered', () => {
  expect(why({ kind: 'reached', of: 1, medium: 'audio' }, 'examinee')).toBeNull()
  expect(why({ kind: 'followed', of: 2 }, 'examinee')).toBeNull()
  for (const entry of [
    { kind: 'reached', of: 3, medium: 'text' },
    { kind: 'followed', of: 1 },
    { kind: 'followed', of: 9 },
  ] as const)
    expect(why(entry, 'examinee')).toBe('nothing_to_answer')
})

test('R1-5.2a a complaint is the examinee’s and hidden from the proctor; a mark is the proctor’s and not shown in the exam', () => {
  expect(why({ kind: 'complaint', text: 'Мешал' })).toBe('not_yours')
  expect(why(mark, 'examinee')).toBe('not_yours')
  expect(maySay('examinee', 'warning')).toBe(false)
  expect(isHiddenFrom('proctor', 'complaint')).toBe(true)
  expect(isHiddenFrom('examinee', 'mark')).toBe(true)
  expect(isHiddenFrom('examinee', 'warning')).toBe(false)
})
