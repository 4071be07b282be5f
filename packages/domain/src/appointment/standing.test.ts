import { expect, test } from 'vitest'
import { instant, Temporal } from '../time.ts'
import { officeEnters, type OwnWord, proctorSays, wordsAsked } from './own-word.ts'
import { noPapers, type ProctorPapers, papersStanding } from './papers.ts'
import type { ProctorRules } from './proctor.ts'
import { decideStanding, eligibilityState, refuseStanding, rolesNow } from './standing.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-03-10')
const now = instant('2026-03-10T09:00:00Z')

const rules: ProctorRules = {
  providerMayProctor: false,
  orderRequired: true,
  instructionRequired: false,
  documents: ['regulation', 'review_instruction'],
  trainingPerVariant: true,
  qualificationRequired: true,
  qualificationMonths: 36,
  remindDays: 30,
  furtherEducationUsual: true,
}

/** What the office enters of somebody new. */
const entered: ProctorPapers = {
  ...noPapers,
  order: { number: '15', date: '2026-01-10' },
  trained: [{ variant: 'sync', on: '2026-01-12' }],
  secrecy: { on: '2026-01-10', act: 'Приказ № 15' },
  qualifications: [{ on: '2026-01-15', document: 'Удостоверение 7' }],
}

const office = (before: ProctorPapers, given: ProctorPapers): ProctorPapers => {
  const after = officeEnters(before, given)
  if (!after) throw new Error('the office was refused')
  return after
}
const says = (papers: ProctorPapers, word: OwnWord): ProctorPapers => {
  const after = proctorSays(papers, rules, word, today.toString())
  if (!after) throw new Error(`${word} is not asked`)
  return after
}
const state = (papers: ProctorPapers, steps: Parameters<typeof eligibilityState>[0]['steps'] = []) =>
  eligibilityState({ papers, rules, steps, today })

test('SM-14 R4-5.1a TR-68 documents, training and non-disclosure count by the proctor’s own word alone, step by step', () => {
  let papers = office(noPapers, entered)
  expect(state(papers)).toBe('candidate')
  expect(wordsAsked(papers, rules).map(({ word, said }) => [word, said])).toEqual([
    ['regulation', null],
    ['review_instruction', null],
    ['trained_sync', null],
    ['secrecy', null],
  ])
  papers = says(says(papers, 'regulation'), 'review_instruction')
  expect(state(papers)).toBe('documents_acknowledged')
  papers = says(papers, 'trained_sync')
  expect(state({ ...papers, order: null })).toBe('trained')
  expect(state(papers)).toBe('appointed')
  papers = says(papers, 'secrecy')
  expect(papers.secrecy).toEqual({ on: '2026-03-10', act: 'Приказ № 15', own: true })
  expect(state(papers)).toBe('eligible')
  expect(papersStanding(papers, rules, 'sync', today).missing).toEqual([])
  expect(proctorSays(papers, rules, 'secrecy', '2026-03-11')).toBeNull()
  expect(proctorSays(papers, rules, 'trained_offline', '2026-03-11')).toBeNull()
})

test('SM-14 the office acknowledges no document in the proctor’s place, but a sheet he signed stands', () => {
  const claim = { ...entered, acknowledged: [{ document: 'regulation', on: '2026-01-12' }] }
  expect(officeEnters(noPapers, claim)).toBeNull()
  const sheet = 'Лист ознакомления № 4'
  const signed = {
    ...entered,
    acknowledged: [
      { document: 'regulation', on: '2026-01-12', sheet },
      { document: 'review_instruction', on: '2026-01-12', sheet },
    ],
    trained: [{ variant: 'sync' as const, on: '2026-01-12', sheet }],
    secrecy: { on: '2026-01-10', act: 'Приказ № 15', sheet },
  }
  expect(state(office(noPapers, signed))).toBe('eligible')
})

test('SM-14 the office changes nothing that the proctor said, and a new training or another act waits for his word again', () => {
  const said = says(says(office(noPapers, entered), 'regulation'), 'trained_sync')
  const after = office(said, {
    ...entered,
    acknowledged: [],
    trained: [
      { variant: 'sync', on: '2026-01-12' },
      { variant: 'async', on: '2026-02-01' },
    ],
    secrecy: { on: '2026-02-01', act: 'Приказ № 16' },
  })
  expect(after.acknowledged).toEqual([{ document: 'regulation', on: '2026-03-10', own: true }])
  expect(after.trained.map(({ variant, own }) => [variant, own])).toEqual([
    ['sync', true],
    ['async', false],
  ])
  expect(after.secrecy?.own).toBe(false)
})

test('SM-14 what was entered before the proctor could say it himself goes on standing', () => {
  const old = { ...entered, acknowledged: [{ document: 'regulation', on: '2025-01-12' }] }
  expect(office(old, old).acknowledged).toEqual(old.acknowledged)
  expect(office(old, old).secrecy).toEqual(old.secrecy)
})

const whole: ProctorPapers = {
  ...entered,
  acknowledged: rules.documents.map((document) => ({ document, on: '2026-01-12' })),
}

test('SM-14 only the head suspends and dismisses, a deputy suspends, and nobody without a reason', () => {
  const known = { papers: whole, rules, steps: [], today }
  const why = (
    deed: 'suspend' | 'reinstate' | 'dismiss',
    by: 'director' | 'deputy_director' | 'methodist',
    words = 'Жалобы',
    steps: Parameters<typeof eligibilityState>[0]['steps'] = [],
  ) => {
    const decided = decideStanding({ ...known, steps }, deed, { why: words, by, from: '2026-03-10' }, now)
    return decided.ok ? 'ok' : decided.why
  }
  expect(why('suspend', 'director')).toBe('ok')
  expect(why('suspend', 'deputy_director')).toBe('ok')
  expect(why('suspend', 'methodist')).toBe('not_yours')
  expect(why('dismiss', 'deputy_director')).toBe('not_yours')
  expect(why('suspend', 'director', ' ')).toBe('no_reason')
  expect(why('reinstate', 'director')).toBe('not_now')
  const suspended = [{ deed: 'suspend', from: '2026-03-10' }] as const
  expect(why('reinstate', 'deputy_director', 'Разобрались', suspended)).toBe('ok')
  expect(why('suspend', 'director', 'Ещё раз', suspended)).toBe('not_now')
  const gone = [...suspended, { deed: 'dismiss', from: '2026-03-10' }] as const
  expect(why('reinstate', 'director', 'Вернуть', gone)).toBe('not_now')
  expect(state(whole, gone)).toBe('dismissed')
})

test('SM-14 whoever lacks a paper is suspended as anybody else, and a suspension to come is brought forward', () => {
  const suspend = (
    papers: ProctorPapers | null,
    steps: Parameters<typeof eligibilityState>[0]['steps'],
    from = '2026-03-10',
  ) => {
    const decided = decideStanding(
      { papers, rules, steps, today },
      'suspend',
      { why: 'Жалобы', by: 'director', from },
      now,
    )
    return decided.ok ? 'ok' : decided.why
  }
  for (const papers of [null, noPapers, entered, { ...whole, order: null }])
    expect(suspend(papers, [])).toBe('ok')
  const coming = [{ deed: 'suspend', from: '2026-03-20' }] as const
  expect(suspend(whole, coming)).toBe('ok')
  expect(suspend(whole, coming, '2026-03-20')).toBe('not_now')
  expect(suspend(whole, coming, '2026-03-21')).toBe('not_now')
  const returns = [
    { deed: 'suspend', from: '2026-03-01' },
    { deed: 'reinstate', from: '2026-03-20' },
  ] as const
  expect(suspend(whole, returns)).toBe('ok')
  expect(suspend(whole, [{ deed: 'dismiss', from: '2026-03-20' }])).toBe('not_now')
})

test('SM-14 whoever is let back from a later day is suspended until then', () => {
  const back = [
    { deed: 'suspend', from: '2026-03-01' },
    { deed: 'reinstate', from: '2026-03-20' },
  ] as const
  const on = (iso: string) => eligibilityState({ papers: whole, rules, steps: back, today: day(iso) })
  expect([on('2026-03-19'), on('2026-03-20')]).toEqual(['suspended', 'eligible'])
})

test('SM-14 a step holds from its own day on: before it the exam may be watched, after it not', () => {
  const steps = [{ deed: 'suspend', from: '2026-03-15' }] as const
  expect(refuseStanding(steps, day('2026-03-14'))).toBeNull()
  expect(refuseStanding(steps, day('2026-03-15'))).toBe('proctor_suspended')
  const back = [...steps, { deed: 'reinstate', from: '2026-04-01' }] as const
  expect(refuseStanding(back, day('2026-03-31'))).toBe('proctor_suspended')
  expect(refuseStanding(back, day('2026-04-01'))).toBeNull()
  const at = instant('2026-03-14T21:00:00Z')
  const moments = [{ deed: 'suspend', at }] as const
  expect(rolesNow(['proctor', 'teacher'], moments, instant('2026-03-14T20:59:59Z'))).toEqual([
    'proctor',
    'teacher',
  ])
  expect(rolesNow(['proctor', 'teacher'], moments, at)).toEqual(['teacher'])
})
