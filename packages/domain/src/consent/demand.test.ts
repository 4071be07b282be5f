import { describe, expect, test } from 'vitest'
import type { ConsentState } from '../lifecycle/consent.ts'
import { settingOf } from '../policy/act-policy.ts'
import type { Value } from '../policy/parameter.ts'
import { preset } from '../policy/presets.ts'
import type { PolicyKey } from '../policy/schema.ts'
import { instant, Temporal } from '../time.ts'
import { demandOf, notGiven, nothingAsked, saidNo, together } from './demand.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentKind } from './rules.ts'
import { scanKind } from './scan.ts'
import { type StandingFacts, standingOf } from './standing.ts'
import { reviewText } from './text.ts'
import { type Operator, textOf, wordingOf } from './wording.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const ofPreset = (act: '000' | '001' | '002' | '003' | '004') =>
  demandOf((key) => {
    const setting = settingOf(preset(act), key)
    return setting.state === 'open' ? null : setting.value
  })
const saying =
  (said: Partial<Record<PolicyKey, Value>>) =>
  (key: PolicyKey): Value | null =>
    said[key] ?? null

describe('what an act asks for', () => {
  for (const [name, act, kinds, onPaper, leadDays] of [
    [
      '000 asks for an informed consent and, apart, for one on disputes',
      '000',
      ['proctoring_informed', 'video_disputes'],
      [],
      null,
    ],
    ['R1-7.2d 001 holds pictures for no biometric data and asks for nothing', '001', [], [], null],
    ['TR-27 002 obliges by an order, which is no consent', '002', [], [], null],
    ['003 asks whose account it is', '003', ['account_binding'], [], null],
    [
      'R4-A5.01 004 asks for two consents on one sheet, seven days before',
      '004',
      ['biometric', 'third_party_transfer', 'account_binding'],
      ['biometric', 'third_party_transfer'],
      7,
    ],
  ] as const)
    test(name, () => {
      const demand = ofPreset(act)
      expect([demand.kinds, demand.onPaper, demand.leadDays]).toEqual([kinds, onPaper, leadDays])
    })

  test('TR-65 silence asks for nothing and makes nothing voluntary', () => {
    expect(demandOf(() => null)).toEqual(nothingAsked)
    expect(ofPreset('000').voluntary).toBe(true)
    expect(ofPreset('004').voluntary).toBe(false)
  })

  test('a biometric consent that the act does not want on paper is given on the screen', () => {
    expect(demandOf(saying({ 'consent.biometric': true }))).toMatchObject({
      kinds: ['biometric'],
      onPaper: [],
    })
  })

  test('over several exams each kind is asked for once, by the earliest day', () => {
    const both = together([ofPreset('000'), ofPreset('004'), ofPreset('000')])
    expect(both.kinds).toEqual([
      'proctoring_informed',
      'video_disputes',
      'biometric',
      'third_party_transfer',
      'account_binding',
    ])
    expect(both.leadDays).toBe(7)
    expect(together([])).toEqual(nothingAsked)
  })
})

describe('who is not watched', () => {
  const states = (kind: ConsentKind, state: ConsentState) => (one: ConsentKind) =>
    one === kind ? state : 'active'
  for (const [state, no, given] of [
    ['declined', true, false],
    ['withdrawn', true, false],
    ['expired', true, false],
    ['none', false, false],
    ['informed', false, false],
    ['form_generated', false, false],
    ['printed', false, false],
    ['scan_uploaded', false, false],
    ['active', false, true],
  ] as const)
    test(`SM-2 SM-7 ${state} ${no ? 'is a no' : 'is no refusal'} and ${given ? 'lets' : 'does not let'} the camera on`, () => {
      for (const [act, kind] of [
        ['000', 'proctoring_informed'],
        ['004', 'biometric'],
      ] as const) {
        expect(saidNo(ofPreset(act), states(kind, state))).toBe(no)
        expect(notGiven(ofPreset(act), states(kind, state))).toEqual(given ? [] : [kind])
      }
    })

  test('SM-2 an act that demands no consent to being watched waits for none', () => {
    for (const act of ['001', '002', '003'] as const)
      expect(notGiven(ofPreset(act), () => 'none')).toEqual([])
  })

  test('a no about disputes or transfer takes nobody out of an exam', () => {
    expect(saidNo(ofPreset('000'), states('video_disputes', 'declined'))).toBe(false)
    expect(saidNo(ofPreset('004'), states('third_party_transfer', 'withdrawn'))).toBe(false)
    expect(notGiven(ofPreset('000'), states('video_disputes', 'declined'))).toEqual([])
    expect(notGiven(ofPreset('004'), states('third_party_transfer', 'none'))).toEqual([])
  })
})

const record: ConsentRecord = {
  kind: 'biometric',
  textVersion: 'one',
  signed: ['examinee'],
  signedOn: day('2026-04-01'),
  signedAt: instant('2026-04-01T08:00:00Z'),
  programme: null,
  withdrawal: null,
  expelledOn: null,
}
const facts = (changed: Partial<StandingFacts> = {}): StandingFacts => ({
  kind: 'biometric',
  state: 'active',
  signedInPart: false,
  records: [record],
  person: { born: day('2000-01-01'), incapable: false },
  exam: { day: day('2026-05-12'), programme: '', textVersion: 'one' },
  age: { representativeAloneUntil: 14, bothUntil: 18 },
  reaskOnChange: true,
  onPaper: true,
  originalLate: false,
  ...changed,
})

describe('what a teacher reads', () => {
  for (const [name, changed, standing] of [
    ['it is there', {}, { is: 'given', originalLate: false }],
    [
      'TR-11 a late original is there and waits for a decision',
      { originalLate: true },
      { is: 'given', originalLate: true },
    ],
    ['nobody answered', { state: 'none', records: [] }, { is: 'awaited', what: 'answer', overdue: false }],
    [
      'TR-33 one of two signed',
      { state: 'informed', signedInPart: true, records: [] },
      { is: 'awaited', what: 'second_signature', overdue: false },
    ],
    [
      'TR-33 nobody decided the ages',
      { state: 'none', age: null },
      { is: 'awaited', what: 'ages_not_set', overdue: false },
    ],
    [
      'TR-33 no birthday is known',
      { state: 'informed', person: null },
      { is: 'awaited', what: 'birthday_not_known', overdue: false },
    ],
    ['printed', { state: 'printed', records: [] }, { is: 'awaited', what: 'scan', overdue: false }],
    [
      'TR-11 a scan is no original',
      { state: 'scan_uploaded', records: [], originalLate: true },
      { is: 'awaited', what: 'original', overdue: true },
    ],
    [
      'SM-7 another text is asked for again where the policy says so',
      { exam: { day: day('2026-05-12'), programme: '', textVersion: 'two' } },
      { is: 'awaited', what: 'text_changed', overdue: false },
    ],
    [
      'SM-7 and stands where it does not',
      { exam: { day: day('2026-05-12'), programme: '', textVersion: 'two' }, reaskOnChange: false },
      { is: 'given', originalLate: false },
    ],
    [
      'TR-33 a parent signed for somebody who has come of age since',
      { records: [{ ...record, signed: ['representative'] }] },
      { is: 'awaited', what: 'signature_anew', overdue: false },
    ],
    [
      'TR-09 the end came before the exam',
      { records: [{ ...record, expelledOn: day('2026-05-01') }] },
      { is: 'other_way', why: 'expired' },
    ],
    ['R0-2.2.1b a no', { state: 'declined' }, { is: 'other_way', why: 'declined' }],
    ['a withdrawal', { state: 'withdrawn' }, { is: 'other_way', why: 'withdrawn' }],
  ] as const satisfies readonly (readonly [string, Partial<StandingFacts>, unknown])[])
    test(name, () => {
      expect(standingOf(facts(changed))).toEqual(standing)
    })
})

describe('the texts', () => {
  const who: Operator = {
    name: 'Учебный центр «Энергия»',
    short: 'УЦ «Энергия»',
    address: 'г. Иваново',
    act: null,
    thirdParty: null,
  }
  const kinds = [
    'proctoring_informed',
    'video_disputes',
    'biometric',
    'third_party_transfer',
    'account_binding',
  ] as const

  for (const kind of kinds)
    test(`TR-32 ${kind}: a document of its own with nothing the law misses`, () => {
      const wording = wordingOf(kind, who)
      expect(reviewText(textOf(wording, '1', []))).toEqual({ problems: [], needsLawyer: false })
      expect(wording.blocks.map(({ part }) => part)).toEqual(['fact', 'functions', 'rules'])
      for (const { legal, plain } of wording.blocks) {
        expect(legal).not.toBe(plain)
        // Nobody is frightened, and nobody is told of terms of the service.
        expect(`${legal}${plain}`).not.toMatch(/undefined|null|пользовательск|наказ/i)
      }
    })

  test('a text that can not name its operator is not put before anybody', () => {
    const unnamed = textOf(wordingOf('biometric', { ...who, address: '' }), '1', [])
    expect(reviewText(unnamed).problems).toEqual(['field_missing'])
  })

  test('TR-71 data are handed only to who is named, and never distributed', () => {
    const nobody = wordingOf('third_party_transfer', who)
    expect(nobody.blocks[0]?.legal).toContain('третьих лиц, которым передаются данные, нет')
    const named = wordingOf('third_party_transfer', { ...who, thirdParty: 'ООО «Облако», договор № 5' })
    expect(named.blocks[0]?.legal).toContain('ООО «Облако», договор № 5')
    for (const { legal } of named.blocks)
      if (legal.includes('распространение')) expect(legal).toContain('не производится')
    expect(named.fields.operations).toBe('предоставление, доступ')
  })
})

test('a scan is known by its first bytes alone', () => {
  const bytes = (...first: number[]) => new Uint8Array([...first, 1, 2, 3])
  expect(scanKind(bytes(0x25, 0x50, 0x44, 0x46, 0x2d))).toBe('application/pdf')
  expect(scanKind(bytes(0xff, 0xd8, 0xff))).toBe('image/jpeg')
  expect(scanKind(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('image/png')
  for (const other of [bytes(), bytes(0x4d, 0x5a), bytes(0x89, 0x50, 0x4e, 0x47), new Uint8Array()])
    expect(scanKind(other)).toBe(null)
})
