import { expect, test } from 'vitest'
import { Temporal } from '../time.ts'
import { lateOriginalOf } from './late-original.ts'
import { lateAdmissionWords } from './reminder.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const demand = { onPaper: ['biometric', 'third_party_transfer'], leadDays: 7 } as const
const examDay = day('2026-06-15')
const sheet = (receivedOn: string | null, scanOn: string | null = '2026-06-01') => ({
  scanOn: scanOn === null ? null : day(scanOn),
  receivedOn: receivedOn === null ? null : day(receivedOn),
})
const late = (
  state: 'none' | 'printed' | 'scan_uploaded' | 'active' | 'declined' | 'withdrawn',
  paper: ReturnType<typeof sheet> | null,
  today = '2026-06-14',
) => {
  const found = lateOriginalOf(
    demand,
    demand.onPaper.map((kind) => ({ kind, state, paper })),
    examDay,
    day(today),
  )
  return found && [found.lastDay.toString(), found.receivedOn?.toString() ?? null, found.daysLate]
}

test.each([
  ['received on the seventh day before: in time', 'active', sheet('2026-06-08'), null],
  [
    'received on the sixth day before: a day late',
    'active',
    sheet('2026-06-09'),
    ['2026-06-08', '2026-06-09', 1],
  ],
  ['a scan in time is not the original', 'scan_uploaded', sheet(null), ['2026-06-08', null, 6]],
  ['nothing handed in at all', 'none', null, ['2026-06-08', null, 6]],
  ['whoever said no owes nothing', 'declined', sheet(null), null],
  ['whoever took it back owes nothing', 'withdrawn', sheet('2026-06-09'), null],
  ['a consent that stands without a sheet owes none', 'active', null, null],
] as const)('TR-11 R4-3.11c %s', (_, state, paper, found) => expect(late(state, paper)).toEqual(found))

test('TR-11 R4-3.11c the last day itself is not late, the next one is', () => {
  expect(late('scan_uploaded', sheet(null), '2026-06-08')).toBeNull()
  expect(late('scan_uploaded', sheet(null), '2026-06-09')).toEqual(['2026-06-08', null, 1])
})

test('TR-11 an act that names no day, and one that asks for no paper, know no late original', () => {
  const of = [{ kind: 'biometric', state: 'scan_uploaded', paper: sheet(null) }] as const
  expect(lateOriginalOf({ ...demand, leadDays: null }, of, examDay, examDay)).toBeNull()
  expect(lateOriginalOf({ ...demand, onPaper: [] }, of, examDay, examDay)).toBeNull()
})

test('TR-11 an answer that guards no start is not waited for, the one that does is', () => {
  const stands = (kind: 'biometric' | 'third_party_transfer') =>
    lateOriginalOf(demand, [{ kind, state: 'active', paper: null }], examDay, examDay)
  expect(stands('biometric')).toBeNull()
  expect(stands('third_party_transfer')).not.toBeNull()
})

test('TR-11 the person is told what was decided and why, in their language and without reproach', () => {
  const said = (admit: boolean, reason: string, received: boolean, language: 'ru' | 'en' = 'ru') =>
    lateAdmissionWords({ admit, reason, received }, language)
  expect(said(true, 'Почта опоздала', true)).toMatch(/пришёл позже срока.*Почта опоздала/s)
  expect(said(false, 'Пришёл поздно', true)).toMatch(/не допускает.*Это не нарушение/s)
  expect(said(false, 'Came late', true, 'en')).toMatch(/came late.*no violation/s)
  // Of what has not come nobody says that it came.
  expect(said(true, 'Почта', false)).toMatch(/ещё не пришёл.*допускает вас.*Принесите оригинал до экзамена/s)
  expect(said(true, 'Post', false, 'en')).toMatch(/not come yet.*Bring the original/s)
  for (const admit of [true, false]) expect(said(admit, 'Нет', false)).not.toContain('пришёл позже')
  expect(said(true, 'Почта опоздала', true)).not.toContain('Принесите')
})
