import { expect, test } from 'vitest'
import { academicYear } from '../calendar/academic.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { appointment as appointmentLife } from '../lifecycle/simple.ts'
import { instant, Temporal } from '../time.ts'
import { excludes, mayFinalise, type Part, type Participant } from './combinations.ts'
import {
  type Appointment,
  type Duty,
  dueForNextYear,
  gaps,
  grantFullAccess,
  isHeldOn,
  missingForService,
} from './order.ts'
import { eligibility, mayEnterConsole, type ProctorCard, type ProctorRules } from './proctor.ts'
import { isStale, registerOn } from './register.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const yearStart = { month: 9, day: 1 }
const year = academicYear(day('2026-09-10'), yearStart)
const sferum: Duty = { for: 'technology', of: 'MAX (Сферум)' }
const programme: Duty = { for: 'programme', of: 'ООП ООО' }

const held = (changed: Partial<Appointment> = {}): Appointment => ({
  person: 'Иванова М. П.',
  duty: sferum,
  order: { number: '41', date: day('2026-08-25') },
  year,
  revokedOn: null,
  contact: { phone: '+7 000 000-00-00', email: 'support@school.example', hours: 'пн-пт 9-17' },
  ...changed,
})

for (const [rule, changed, on, holds] of [
  ['before the academic year begins', {}, '2026-08-31', false],
  ['on the first day of the academic year', {}, '2026-09-01', true],
  ['on its last day', {}, '2027-08-31', true],
  ['on the first day of the next', {}, '2027-09-01', false],
  [
    'before a late order was signed',
    { order: { number: '50', date: day('2026-09-20') } },
    '2026-09-19',
    false,
  ],
  ['on the day of a late order', { order: { number: '50', date: day('2026-09-20') } }, '2026-09-20', true],
  ['on the day it was revoked', { revokedOn: day('2026-12-01') }, '2026-12-01', false],
] as const)
  test(`R0-6.3a SM-13 an appointment ${holds ? 'holds' : 'does not hold'} ${rule}`, () =>
    expect(isHeldOn(held(changed), day(on))).toBe(holds))

test('R0-6.3a the day after the year ends every duty of the order is open again', () => {
  const order = [held(), held({ duty: programme })]
  expect(gaps(order, [sferum, programme], day('2027-08-31'))).toEqual([])
  expect(gaps(order, [sferum, programme], day('2027-09-01'))).toEqual([sferum, programme])
})

test('R0-6.3a the reminder of a new order comes in time and ends with the new order', () => {
  const rules = { yearStart, remindDays: 30 }
  expect(dueForNextYear([held()], [sferum], day('2027-08-01'), rules)).toEqual([])
  expect(dueForNextYear([held()], [sferum], day('2027-08-02'), rules)).toEqual([sferum])
  const next = held({
    year: academicYear(day('2027-09-01'), yearStart),
    order: { number: '44', date: day('2027-08-20') },
  })
  expect(dueForNextYear([held(), next], [sferum], day('2027-08-25'), rules)).toEqual([])
})

test('R0-6.3b the order has a second list, by programme, and it is checked apart', () => {
  expect(gaps([held()], [sferum, programme], day('2026-10-01'))).toEqual([programme])
  expect(gaps([held(), held({ duty: programme })], [sferum, programme], day('2026-10-01'))).toEqual([])
})

test('SM-13 an appointment without an order is not signed and does not outlive its term', () => {
  const facts = { orderNumberAndDate: false, termReached: true, termOver: true }
  const now = instant('2026-09-01T00:00:00Z')
  expect(decideMove(appointmentLife, 'draft', 'sign', 'director', facts, now)).toEqual({
    ok: false,
    why: 'no_order',
  })
  const over = decideMove(appointmentLife, 'published', 'expire', 'system', facts, now)
  expect(over.ok && over.event.to).toBe('expired')
})

test('R0-1.1a the register shows person, technology, contact, order and period of those in office', () => {
  const later = held({
    person: 'Ильин',
    duty: { for: 'technology', of: 'ЦОП' },
    revokedOn: day('2026-10-01'),
  })
  expect(registerOn([later, held()], day('2026-09-15')).map(({ person }) => person)).toEqual([
    'Иванова М. П.',
    'Ильин',
  ])
  expect(registerOn([later, held()], day('2026-10-01'))).toEqual([
    {
      person: 'Иванова М. П.',
      area: 'MAX (Сферум)',
      phone: '+7 000 000-00-00',
      email: 'support@school.example',
      hours: 'пн-пт 9-17',
      order: '41 2026-08-25',
      period: '2026-09-01/2027-08-31',
    },
  ])
})

test('R2-12b R2-12c of two people for one service the register says which side each keeps', () => {
  const of = 'VK TEAMS'
  const both = [
    held({ person: 'Сидоров', duty: { for: 'service_technical', of } }),
    held({ duty: { for: 'service_organisational', of } }),
  ]
  expect(registerOn(both, day('2026-09-15')).map(({ person, area }) => [person, area])).toEqual([
    ['Иванова М. П.', 'VK TEAMS (организационное обеспечение)'],
    ['Сидоров', 'VK TEAMS (техническое обеспечение)'],
  ])
})

test('SM-13 a change of an appointment, or its end, makes the published list stale', () => {
  const appointments = [held()]
  expect(isStale(null, appointments, day('2026-09-15'))).toBe(true)
  const published = { on: day('2026-09-15'), lines: registerOn(appointments, day('2026-09-15')) }
  expect(isStale(published, appointments, day('2026-09-16'))).toBe(false)
  expect(isStale(published, [held({ person: 'Ильин' })], day('2026-09-16'))).toBe(true)
  expect(isStale(published, appointments, day('2027-09-01'))).toBe(true)
})

const technical = held({ person: 'Сидоров', duty: { for: 'service_technical', of: 'TrueConf' }, year: null })
const organisational = held({ duty: { for: 'service_organisational', of: 'TrueConf' }, year: null })

for (const [rule, appointments, missing] of [
  ['R2-12b a service without the technical person is not ready', [organisational], ['service_technical']],
  [
    'R2-12c a service without the organisational person is not ready',
    [technical],
    ['service_organisational'],
  ],
  ['R2-12b R2-12c a service with both is ready', [technical, organisational], []],
] as const)
  test(rule, () =>
    expect(missingForService(appointments, 'TrueConf', day('2026-10-01')).map((duty) => duty.for)).toEqual(
      missing,
    ),
  )

test('R2-14b full access is granted by the technical person of that service under his order', () => {
  const all = [technical, organisational]
  const grant = (person: string, service = 'TrueConf', platformAdmin = false) =>
    grantFullAccess({ person, platformAdmin }, service, all, day('2026-10-01'))
  expect(grant('Сидоров')).toEqual({ ok: true, by: 'Сидоров', order: technical.order })
  expect(grant('Сидоров', 'Сферум')).toEqual({ ok: false, why: 'not_responsible' })
  expect(grant('Иванова М. П.')).toEqual({ ok: false, why: 'not_responsible' })
  expect(grant('Администратор', 'TrueConf', true)).toEqual({ ok: true, by: 'Администратор', order: null })
})

const institute: ProctorRules = {
  providerMayProctor: true,
  orderRequired: true,
  instructionRequired: true,
  documents: [],
  trainingPerVariant: false,
  qualificationRequired: true,
  qualificationMonths: 36,
  remindDays: 30,
  furtherEducationUsual: false,
}
const centre: ProctorRules = {
  ...institute,
  providerMayProctor: false,
  instructionRequired: false,
  documents: ['Регламент', 'Инструкция по проверке записей'],
  trainingPerVariant: true,
  furtherEducationUsual: true,
}
const card: ProctorCard = {
  employer: 'institution',
  contract: null,
  order: { number: '15', date: day('2026-01-10') },
  acknowledged: ['Регламент', 'Инструкция по проверке записей'],
  instructed: { on: day('2026-01-12'), by: 'Иванова', passed: true },
  trainedFor: ['sync', 'async'],
  secrecy: { on: day('2026-01-12'), act: '15 от 10.01.2026' },
  qualifications: [{ on: day('2025-02-01'), document: 'Удостоверение 7' }],
  furtherEducation: 'Диплом о переподготовке',
}
const on = day('2026-05-12')
const refused = (changed: Partial<ProctorCard>, rules: ProctorRules, today = on) =>
  eligibility({ ...card, ...changed }, 'sync', today, rules).refused

test('an instructed, appointed, trained proctor who acknowledged secrecy is eligible', () => {
  expect(eligibility(card, 'sync', on, institute)).toEqual({ refused: [], warnings: [] })
  expect(eligibility(card, 'sync', on, centre)).toEqual({ refused: [], warnings: [] })
})

for (const [rule, changed, rules, why] of [
  ['R3-2.6c SM-14 without the rector’s order', { order: null }, institute, 'no_order'],
  [
    'R3-2.6c SM-14 before the order’s date',
    { order: { number: '16', date: day('2026-05-13') } },
    institute,
    'no_order',
  ],
  ['R3-2.6c SM-14 without the instruction', { instructed: null }, institute, 'not_instructed'],
  [
    'R3-2.6c SM-14 with an instruction he did not pass',
    { instructed: { on, by: 'Иванова', passed: false } },
    institute,
    'not_instructed',
  ],
  [
    'R3-2.6b a provider’s employee without a contract',
    { employer: 'provider', order: null },
    institute,
    'no_contract',
  ],
  [
    'R3-2.6b a provider’s employee after the contract ended',
    { employer: 'provider', contract: { provider: 'П', from: day('2025-01-01'), to: day('2026-05-11') } },
    institute,
    'no_contract',
  ],
  ['R4-2.02a without the act that authorises him', { order: null }, centre, 'no_order'],
  [
    'R4-2.02a somebody whom 004 does not provide for',
    { employer: 'provider' },
    centre,
    'employer_not_in_act',
  ],
  [
    'R4-5.1a without the second of the two documents',
    { acknowledged: ['Регламент'] },
    centre,
    'documents_not_acknowledged',
  ],
  [
    'R4-5.1a without the first of the two documents',
    { acknowledged: ['Инструкция по проверке записей'] },
    centre,
    'documents_not_acknowledged',
  ],
  ['R4-5.1b trained for another variant only', { trainedFor: ['async', 'offline'] }, centre, 'not_trained'],
  ['TR-68 SM-14 without acknowledging secrecy', { secrecy: null }, institute, 'no_secrecy'],
] as const)
  test(`${rule} nobody is assigned`, () => expect(refused(changed, rules)).toEqual([why]))

test('R3-2.6b a provider’s employee with a running contract needs no order of the institution', () => {
  const contract = { provider: 'Провайдер', from: day('2026-01-01'), to: day('2026-05-12') }
  expect(refused({ employer: 'provider', order: null, instructed: null, contract }, institute)).toEqual([])
})

test('TR-68 secrecy is asked of an external proctor as of an own one', () => {
  const contract = { provider: 'Провайдер', from: day('2026-01-01'), to: day('2026-12-31') }
  expect(refused({ employer: 'provider', contract, secrecy: null }, institute)).toEqual(['no_secrecy'])
  expect(refused({ employer: 'other_organisation', contract, secrecy: null }, institute)).toEqual([
    'no_secrecy',
  ])
})

test('R4-2.02b a proctor without further education is warned of, not refused', () => {
  expect(eligibility({ ...card, furtherEducation: null }, 'sync', on, centre)).toEqual({
    refused: [],
    warnings: ['no_further_education'],
  })
})

for (const [id, rules] of [
  ['R3-5.1.1', institute],
  ['R4-7.2.1', centre],
] as const)
  test(`${id} the qualification is reminded of before it ends and refuses from the day it ends`, () => {
    const at = (today: string) => eligibility(card, 'sync', day(today), rules)
    expect(at('2028-01-01')).toEqual({ refused: [], warnings: [] })
    expect(at('2028-01-02').warnings).toEqual(['qualification_due_soon'])
    expect(at('2028-01-31').refused).toEqual([])
    expect(at('2028-02-01').refused).toEqual(['qualification_over'])
    expect(refused({ qualifications: [] }, rules)).toEqual(['qualification_over'])
    const renewed = [{ on: day('2028-01-20'), document: 'Удостоверение 9' }, ...card.qualifications]
    expect(refused({ qualifications: renewed }, rules, day('2028-02-01'))).toEqual([])
  })

test('TR-65 R4-7.2.1 «регулярно» without a number is shown as undecided and refuses nobody', () => {
  expect(eligibility(card, 'sync', day('2050-01-01'), { ...centre, qualificationMonths: null })).toEqual({
    refused: [],
    warnings: ['qualification_period_not_set'],
  })
})

test('R1-5.1a R3-5.1.2 R4-7.2.2 the console opens after the requirements of this exam were acknowledged', () => {
  const exam = { exam: 'physics', edition: 2 }
  expect(mayEnterConsole([], exam)).toBe(false)
  expect(mayEnterConsole([{ exam: 'maths', edition: 2 }], exam)).toBe(false)
  expect(mayEnterConsole([{ exam: 'physics', edition: 1 }], exam)).toBe(false)
  expect(mayEnterConsole([exam], exam)).toBe(true)
})

const together: readonly (readonly [Part, Part, string | null])[] = [
  ['examinee', 'proctor', 'own_exam'],
  ['examinee', 'commission_member', 'own_exam'],
  ['representative', 'proctor', 'own_child'],
  ['assistant', 'reviewer', 'helped_the_examinee'],
  ['proctor', 'decider', 'decides_own_observation'],
  ['proctor', 'commission_member', 'judges_own_observation'],
  ['decider', 'commission_member', 'judges_own_decision'],
  ['applicant', 'resolver', 'resolves_own_application'],
  ['representative', 'assistant', null],
  ['proctor', 'reviewer', null],
  ['teacher', 'decider', null],
  ['teacher', 'proctor', null],
]
for (const [a, b, why] of together)
  test(`TR-06 ${a} and ${b} in one session: ${why ?? 'allowed'}`, () => {
    expect(excludes([a], b)).toBe(why)
    expect(excludes([b], a)).toBe(why)
    expect(excludes([], b)).toBeNull()
  })

const watching = (part: Part, proctorCheckDone: boolean): Participant => ({
  person: 'acc',
  part,
  proctorCheckDone,
})

test('R1-2.2c R3-2.2b a session that no proctor watched or reviewed is not finalised', () => {
  expect(mayFinalise([], false)).toBe(false)
  expect(mayFinalise([watching('teacher', true), watching('observer', true)], false)).toBe(false)
  expect(mayFinalise([watching('reviewer', false)], false)).toBe(false)
  expect(mayFinalise([watching('reviewer', true)], false)).toBe(true)
  expect(mayFinalise([watching('proctor', true)], false)).toBe(true)
})
