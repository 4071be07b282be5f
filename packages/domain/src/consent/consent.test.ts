import { expect, test } from 'vitest'
import { consent, type ConsentState } from '../lifecycle/consent.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { goodConsent } from '../lifecycle/samples.ts'
import { instant, Temporal } from '../time.ts'
import { bindOwner, identitySteps, unbind } from './binding.ts'
import { nextStep, overdueOriginals, type Paper, paperStanding, recordsFromPaper } from './paper.ts'
import {
  type Ahead,
  type ConsentRecord,
  covers,
  endsOn,
  isValidOn,
  kindsToAsk,
  mayUseInDispute,
} from './record.ts'
import { mayPublish, wayFor } from './refusal.ts'
import type { ConsentRules } from './rules.ts'
import { type ConsentText, offerOf, reviewText, shownInFull } from './text.ts'
import { withdraw, withdrawalWarning } from './withdrawal.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const now = instant('2026-05-12T09:00:00Z')
const adult = { born: day('2000-01-01'), incapable: false }

const rules: ConsentRules = {
  required: ['biometric', 'third_party_transfer'],
  reaskOnChange: false,
  age: { representativeAloneUntil: 14, bothUntil: 18 },
}

const aRecord = (changed: Partial<ConsentRecord> = {}): ConsentRecord => ({
  kind: 'biometric',
  textVersion: '1',
  signed: ['examinee'],
  signedOn: day('2026-04-01'),
  signedAt: instant('2026-04-01T08:00:00Z'),
  programme: 'Электромонтёр',
  withdrawal: null,
  expelledOn: null,
  ...changed,
})

const exam = (changed: Partial<Ahead> = {}): Ahead => ({
  day: day('2026-05-12'),
  programme: 'Электромонтёр',
  textVersion: '1',
  ...changed,
})

const informed: ConsentText = {
  kind: 'proctoring_informed',
  version: '2',
  parts: [
    { part: 'fact', title: 'Применяется прокторинг', body: 'За экзаменом наблюдают.' },
    { part: 'functions', title: 'Что он делает', body: 'Записывает изображение и звук.' },
    { part: 'rules', title: 'Правила', body: 'Камера направлена на рабочее место.' },
  ],
  fields: {},
  saysVoluntary: true,
  alsoCovers: [],
  within: 'own_document',
}

test('SM-7 the informed consent has three parts under three titles and says that it is voluntary', () => {
  expect(reviewText(informed)).toEqual({ problems: [], needsLawyer: false })
  for (const { part } of informed.parts)
    expect(
      reviewText({ ...informed, parts: informed.parts.filter((one) => one.part !== part) }).problems,
    ).toEqual(['part_missing'])
  const sameTitle = informed.parts.map((part) => ({ ...part, title: 'О прокторинге' }))
  expect(reviewText({ ...informed, parts: sameTitle }).problems).toEqual(['parts_share_a_title'])
  expect(reviewText({ ...informed, saysVoluntary: false }).problems).toEqual(['does_not_say_voluntary'])
})

test('SM-7 all three parts of the current text are acknowledged before an answer is taken', () => {
  const log = informed.parts.map(({ part }) => ({ part, version: '2', at: now }))
  expect(shownInFull(informed, log)).toBe(true)
  expect(shownInFull(informed, log.slice(1))).toBe(false)
  expect(
    shownInFull(
      informed,
      log.map((entry) => ({ ...entry, version: '1' })),
    ),
  ).toBe(false)
  const facts = { ...goodConsent, textShownInFull: shownInFull(informed, log.slice(1)) }
  expect(decideMove(consent, 'none', 'inform', 'system', facts, now)).toEqual({ ok: false, why: 'not_shown' })
})

test('SM-7 both answers are offered and none is chosen beforehand', () => {
  expect(offerOf(informed)).toEqual({ choices: ['agree', 'decline'], chosen: null })
})

const biometric: ConsentText = {
  ...informed,
  kind: 'biometric',
  parts: [],
  fields: {
    operator: 'Центр, Иваново',
    subject: 'Орлов',
    purposes: 'Аттестация',
    data: 'Изображение лица и голос',
    operations: 'Запись, хранение',
    term: 'До отзыва',
    withdrawal: 'Письменно',
  },
}

test('P-10 TR-32 a consent to personal data is a document of its own with every field filled', () => {
  expect(reviewText(biometric).problems).toEqual([])
  for (const field of Object.keys(biometric.fields))
    expect(reviewText({ ...biometric, fields: { ...biometric.fields, [field]: ' ' } }).problems).toEqual([
      'field_missing',
    ])
  expect(reviewText({ ...biometric, within: 'other_terms' }).problems).toEqual(['inside_other_terms'])
})

test('TR-32 a sheet that joins two consents is allowed as the act prints it, and a lawyer is asked for', () => {
  expect(reviewText({ ...biometric, alsoCovers: ['third_party_transfer'] })).toEqual({
    problems: [],
    needsLawyer: true,
  })
})

const signature = {
  textVersion: '1',
  signed: ['examinee'],
  signedOn: day('2026-04-01'),
  signedAt: instant('2026-04-01T08:00:00Z'),
  programme: 'Электромонтёр',
} as const

test('R4-A5.01 TR-32 the sheet of App. 5 is kept as two consents that end apart', () => {
  const records = recordsFromPaper(signature)
  expect(records.map(({ kind }) => kind)).toEqual(['biometric', 'third_party_transfer'])
  const withdrawn = records.map((record) =>
    record.kind === 'third_party_transfer'
      ? { ...record, withdrawal: { registeredNo: '12', writtenOn: day('2026-05-01') } }
      : record,
  )
  expect(kindsToAsk(withdrawn, adult, exam(), rules)).toEqual(['third_party_transfer'])
})

test('R4-3.11d one signed form covers every later exam and is not asked for again', () => {
  const records = recordsFromPaper(signature)
  for (const on of ['2026-04-01', '2026-05-12', '2028-05-12'])
    expect(kindsToAsk(records, adult, exam({ day: day(on) }), rules)).toEqual([])
  expect(kindsToAsk([], adult, exam(), rules)).toEqual(['biometric', 'third_party_transfer'])
})

test('TR-54 R4-3.11d another programme is a prompt to the office, not a refusal', () => {
  const other = exam({ programme: 'Слесарь' })
  expect(covers([aRecord()], 'biometric', adult, other, rules)).toEqual({
    covered: true,
    promptNewProgramme: true,
  })
  expect(covers([aRecord()], 'biometric', adult, exam(), rules)).toEqual({
    covered: true,
    promptNewProgramme: false,
  })
})

for (const [rule, changed, on, valid] of [
  ['on the day it was signed', {}, '2026-04-01', true],
  ['the day before it was signed', {}, '2026-03-31', false],
  ['the day before expulsion', { expelledOn: day('2026-06-01') }, '2026-05-31', true],
  ['on the day of expulsion', { expelledOn: day('2026-06-01') }, '2026-06-01', false],
  [
    'the day before the written withdrawal',
    { withdrawal: { registeredNo: '1', writtenOn: day('2026-05-20') } },
    '2026-05-19',
    true,
  ],
  [
    'on the date of the written withdrawal',
    { withdrawal: { registeredNo: '1', writtenOn: day('2026-05-20') } },
    '2026-05-20',
    false,
  ],
] as const)
  test(`R4-3.11e the consent is ${valid ? 'valid' : 'over'} ${rule}`, () => {
    expect(isValidOn(aRecord(changed), day(on))).toBe(valid)
  })

test('TR-09 R4-3.11e the earliest of expulsion and withdrawal ends it', () => {
  const both = (writtenOn: string) =>
    endsOn(
      aRecord({
        expelledOn: day('2026-06-01'),
        withdrawal: { registeredNo: '1', writtenOn: day(writtenOn) },
      }),
    )
  expect(both('2026-05-20')?.toString()).toBe('2026-05-20')
  expect(both('2026-06-20')?.toString()).toBe('2026-06-01')
  expect(endsOn(aRecord())).toBeNull()
})

test('R4-3.11e expulsion ends an active consent by itself', () => {
  const moved = decideMove(consent, 'active', 'expire', 'system', goodConsent, now)
  expect(moved.ok && moved.event.to).toBe('expired')
})

test('TR-33 an exam after the 18th birthday needs the person’s own signature', () => {
  const young = { born: day('2008-05-12'), incapable: false }
  const byParent = [aRecord({ signed: ['representative'] })]
  expect(covers(byParent, 'biometric', young, exam(), rules)).toEqual({
    covered: false,
    why: 'signature_missing',
  })
  const both = [...byParent, aRecord({ signed: ['examinee'] })]
  expect(covers(both, 'biometric', young, exam({ day: day('2026-05-11') }), rules).covered).toBe(true)
  expect(covers(byParent, 'biometric', young, exam(), { ...rules, age: null })).toEqual({
    covered: false,
    why: 'ages_not_set',
  })
})

test('SM-7 a new text leaves the old consent valid unless the institution asks again', () => {
  const changed = exam({ textVersion: '2' })
  expect(covers([aRecord()], 'biometric', adult, changed, rules).covered).toBe(true)
  expect(covers([aRecord()], 'biometric', adult, changed, { ...rules, reaskOnChange: true })).toEqual({
    covered: false,
    why: 'text_changed',
  })
})

const start = instant('2026-05-12T09:00:00Z')
for (const [rule, records, usable] of [
  ['given before the exam', [aRecord({ kind: 'video_disputes' })], true],
  ['that was never given', [], false],
  ['given at the very start', [aRecord({ kind: 'video_disputes', signedAt: start })], false],
  ['to proctoring itself', [aRecord({ kind: 'proctoring_informed' })], false],
  [
    'withdrawn since',
    [aRecord({ kind: 'video_disputes', withdrawal: { registeredNo: '3', writtenOn: day('2026-05-13') } })],
    false,
  ],
] as const)
  test(`R0-2.5b.2 TR-45 with a consent ${rule} the recording is ${usable ? '' : 'not '}used in a dispute`, () => {
    expect(mayUseInDispute(records, start, day('2026-05-20'))).toBe(usable)
  })

const paper = (changed: Partial<Paper> = {}): Paper => ({
  person: 'Orlov',
  generatedAt: now,
  printedAt: now,
  scanUploadedAt: now,
  original: null,
  ...changed,
})
const examDay = day('2026-05-19')

test('TR-11 the paper goes step by step and an uploaded scan is not its end', () => {
  const none = { generatedAt: null, printedAt: null, scanUploadedAt: null }
  expect(nextStep(paper(none))).toBe('form_generated')
  expect(nextStep(paper({ ...none, generatedAt: now }))).toBe('printed')
  expect(nextStep(paper({ scanUploadedAt: null }))).toBe('scan_uploaded')
  expect(nextStep(paper())).toBe('original_received')
  expect(nextStep(paper({ original: { receivedOn: day('2026-05-12'), by: 'acc_office' } }))).toBeNull()
})

for (const [rule, state, command, by, answer] of [
  [
    'the scan is not uploaded before the form was printed',
    'form_generated',
    'upload_scan',
    'examinee',
    'not_now',
  ],
  ['the original is not received before the scan', 'printed', 'receive_original', 'office', 'not_now'],
  [
    'the examinee does not receive his own original',
    'scan_uploaded',
    'receive_original',
    'examinee',
    'not_yours',
  ],
] as const)
  test(`SM-7 TR-11 ${rule}`, () => {
    expect(decideMove(consent, state, command, by, { ...goodConsent, paper: true }, now)).toEqual({
      ok: false,
      why: answer,
    })
  })

for (const [rule, receivedOn, late] of [
  ['on the seventh day before the exam is in time', '2026-05-12', false],
  ['on the sixth day before the exam is late', '2026-05-13', true],
] as const)
  test(`R4-3.11c an original received ${rule}`, () => {
    const received = paper({ original: { receivedOn: day(receivedOn), by: 'acc_office' } })
    expect(paperStanding(received, examDay, day('2026-05-18'), 7)).toEqual({ is: 'complete', late })
  })

test('R4-3.11c TR-11 an uploaded scan alone is awaited on the last day and overdue after it', () => {
  expect(paperStanding(paper(), examDay, day('2026-05-12'), 7).is).toBe('awaited')
  expect(paperStanding(paper(), examDay, day('2026-05-13'), 7)).toMatchObject({ is: 'overdue', daysLate: 1 })
})

test('R4-3.11c the office gets the overdue, the longest first, whether the scan is there or not', () => {
  const papers = [
    { ...paper({ person: 'Orlov' }), examDay: day('2026-05-19') },
    { ...paper({ person: 'Serova', scanUploadedAt: null }), examDay: day('2026-05-16') },
    { ...paper({ person: 'Titov', original: { receivedOn: day('2026-05-01'), by: 'acc_office' } }), examDay },
    { ...paper({ person: 'Umarov' }), examDay: day('2026-06-16') },
  ]
  expect(
    overdueOriginals(papers, day('2026-05-14'), 7).map(({ person, daysLate, scanUploaded }) => [
      person,
      daysLate,
      scanUploaded,
    ]),
  ).toEqual([
    ['Serova', 5, false],
    ['Orlov', 2, true],
  ])
})

const school = { voluntary: true, alternatives: ['in_person', 'oral'] } as const

test('TR-27 P-12 refusing or withdrawing leads to the same exam by another way and is no violation', () => {
  for (const state of ['declined', 'withdrawn', 'expired'] as const)
    expect(wayFor(state, school)).toEqual({
      by: 'alternative',
      choices: ['in_person', 'oral'],
      violation: null,
    })
  expect(wayFor('declined', { voluntary: false, alternatives: [] })).toEqual({
    by: 'institution_decides',
    violation: null,
  })
  expect(wayFor('active', school)).toEqual({ by: 'proctoring' })
})

test('TR-27 silence is not a refusal', () => {
  const open: readonly ConsentState[] = ['none', 'informed', 'form_generated', 'printed', 'scan_uploaded']
  for (const state of open) expect(wayFor(state, school)).toEqual({ by: 'not_answered' })
})

test('P-12 TR-27 an exam under voluntary consent is not published without another way to take it', () => {
  expect(mayPublish({ voluntary: true, alternatives: [] })).toBe(false)
  expect(mayPublish(school)).toBe(true)
  expect(mayPublish({ voluntary: false, alternatives: [] })).toBe(true)
})

const warning = withdrawalWarning('ЧОУ ДПО «УТЦ Энергобезопасность»', 'Электромонтёр')
const request = { registeredNo: 'вх-17', writtenOn: day('2026-05-11'), warnedOf: warning }
const running = { session: 'running', authorizedAt: instant('2026-05-12T08:30:00Z'), deauthorizedAt: null }
const sessions = [
  { session: 'ahead', authorizedAt: null, deauthorizedAt: null },
  running,
  {
    session: 'over',
    authorizedAt: instant('2026-05-10T08:00:00Z'),
    deauthorizedAt: instant('2026-05-10T09:00:00Z'),
  },
]

test('R4-A5.13 a registered written withdrawal stops biometric processing and new sessions from its date', () => {
  const withdrawn = withdraw('biometric', request, warning, sessions, now)
  expect(withdrawn).toMatchObject({
    ok: true,
    effects: { stopBiometricProcessing: true, blockNewSessions: true, effectiveOn: day('2026-05-11') },
  })
  const after = aRecord({ withdrawal: request })
  expect(covers([after], 'biometric', adult, exam(), rules)).toEqual({ covered: false, why: 'over' })
})

test('P-14 before the exam it deregisters, during it interrupts, afterwards it restricts', () => {
  const withdrawn = withdraw('biometric', request, warning, sessions, now)
  expect(withdrawn.ok && withdrawn.effects.sessions.map(({ effect }) => effect)).toEqual([
    'deregister',
    'interrupt',
    'restrict_to_other_grounds',
  ])
})

test('SM-7 nothing is withdrawn unregistered or before the warning of this programme was shown', () => {
  expect(withdraw('biometric', { ...request, registeredNo: ' ' }, warning, [], now)).toEqual({
    ok: false,
    why: 'not_registered',
  })
  for (const warnedOf of [null, withdrawalWarning('ЧОУ ДПО «УТЦ Энергобезопасность»', 'Слесарь')])
    expect(withdraw('biometric', { ...request, warnedOf }, warning, [], now)).toEqual({
      ok: false,
      why: 'consequences_not_shown',
    })
})

test('TR-27 withdrawing the transfer to third parties does not stop what the institution processes itself', () => {
  const withdrawn = withdraw('third_party_transfer', request, warning, [], now)
  expect(withdrawn.ok && withdrawn.effects.stopBiometricProcessing).toBe(false)
})

const enrolment = { document: 'doc_1', image: 'img_1', statementAccepted: true }

test('TR-51 the owner is bound once, with document, image and the accepted statement', () => {
  const bound = bindOwner(null, enrolment, now)
  expect(bound).toMatchObject({ ok: true, reference: { document: 'doc_1', image: 'img_1', takenAt: now } })
  for (const [changed, why] of [
    [{ document: null }, 'no_document'],
    [{ image: null }, 'no_image'],
    [{ statementAccepted: false }, 'not_accepted'],
  ] as const)
    expect(bindOwner(null, { ...enrolment, ...changed }, now)).toEqual({ ok: false, why })
  expect(bindOwner(bound.ok ? bound.reference : null, enrolment, now)).toEqual({
    ok: false,
    why: 'already_bound',
  })
})

test('TR-51 only an administrator with a ground opens the binding again', () => {
  expect(unbind('examinee', 'Сменил фамилию')).toEqual({ ok: false, why: 'not_yours' })
  expect(unbind('proctor', 'Сменил фамилию')).toEqual({ ok: false, why: 'not_yours' })
  expect(unbind('admin', ' ')).toEqual({ ok: false, why: 'no_ground' })
  expect(unbind('admin', 'Сменил фамилию')).toEqual({ ok: true, reference: null })
})

test('TR-51 TR-52 the document is shown at every exam besides the comparison; 001 asks for neither', () => {
  const bound = bindOwner(null, enrolment, now)
  const reference = bound.ok ? bound.reference : null
  const both = { documentPerExam: true, ownerBinding: true }
  expect(identitySteps(both, null)).toEqual(['bind_owner', 'show_document'])
  expect(identitySteps(both, reference)).toEqual(['show_document', 'compare_with_reference'])
  expect(identitySteps({ documentPerExam: false, ownerBinding: false }, reference)).toEqual([])
})
