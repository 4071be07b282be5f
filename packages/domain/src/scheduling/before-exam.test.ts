import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { exam } from '../lifecycle/exam.ts'
import { goodExam, goodOutage } from '../lifecycle/samples.ts'
import { outage } from '../lifecycle/outage.ts'
import { instant, minutes, Temporal } from '../time.ts'
import { admissionOf, type AdmissionFacts, mayAuthorise } from './admission.ts'
import { checkTimer, overdueReport, type Submission } from './assignment-timer.ts'
import { checklist, checklistDone, compareLists, type Confirmation } from './checklist.ts'
import { type Booking, conflictsOf } from './conflicts.ts'
import { missingGroups, remindedToday } from './discipline-groups.ts'
import { outagesOf, postponingUnlocked, type SignalEvent } from './postponing.ts'
import { mayMeet, meetingsToCreate, type Meeting } from './timetable.ts'

const noon = instant('2026-05-12T12:00:00Z')
const day = (iso: string) => Temporal.PlainDate.from(iso)

const booking = (changed: Partial<Booking>): Booking => ({
  person: 'Orlov',
  exam: 'physics',
  as: 'examinee',
  place: null,
  from: noon,
  until: noon.add(minutes(60)),
  ...changed,
})

test('nobody takes two exams at the same time, but one after another is fine', () => {
  const maths = booking({ exam: 'maths', from: noon.add(minutes(59)), until: noon.add(minutes(120)) })
  expect(conflictsOf([booking({}), maths])).toEqual([
    { why: 'two_exams', person: 'Orlov', exams: ['physics', 'maths'] },
  ])
  expect(conflictsOf([booking({}), { ...maths, from: noon.add(minutes(60)) }])).toEqual([])
  expect(conflictsOf([booking({}), { ...maths, person: 'Serova' }])).toEqual([])
})

test('a proctor is not in two rooms at once, but watches two exams over the network', () => {
  const room = (place: string | null, name: string) => booking({ as: 'proctor', place, exam: name })
  expect(conflictsOf([room('201', 'physics'), room('305', 'maths')])).toMatchObject([{ why: 'two_places' }])
  expect(conflictsOf([room('201', 'physics'), room(null, 'maths')])).toMatchObject([{ why: 'two_places' }])
  expect(conflictsOf([room(null, 'physics'), room(null, 'maths')])).toEqual([])
})

test('nobody watches while he takes an exam himself', () => {
  expect(conflictsOf([booking({}), booking({ as: 'proctor', exam: 'maths' })])).toMatchObject([
    { why: 'takes_and_watches' },
  ])
})

const confirmed = (item: Confirmation['item'], of: string): Confirmation => ({
  item,
  of,
  by: 'acc_t',
  at: noon,
})
const asked = ['briefing', 'materials_in_lms', 'examinee_list'] as const

test('R4-3.8c the list has to be confirmed by the teacher, and again when it changed', () => {
  const now = { briefing: 'b1', materials_in_lms: 'm1', examinee_list: 'l2' }
  const two = [confirmed('briefing', 'b1'), confirmed('materials_in_lms', 'm1')]
  expect(checklist(two, now).examinee_list).toBe('open')
  expect(checklistDone(checklist(two, now), asked)).toBe(false)
  const stale = [...two, confirmed('examinee_list', 'l1')]
  expect(checklist(stale, now).examinee_list).toBe('changed_since')
  expect(checklistDone(checklist(stale, now), asked)).toBe(false)
  expect(checklistDone(checklist([...stale, confirmed('examinee_list', 'l2')], now), asked)).toBe(true)
  expect(checklistDone(checklist([], now), [])).toBe(true)
})

test('R4-3.8c the difference to the LMS shows who is missing on either side', () => {
  expect(compareLists(['Orlov', 'Serova'], ['Serova', 'Titov'])).toEqual({
    onlyInLms: ['Titov'],
    onlyHere: ['Orlov'],
    same: false,
  })
  expect(compareLists(['Orlov', 'Serova'], ['Serova', 'Orlov']).same).toBe(true)
  expect(compareLists(['Orlov Pavel'], ['  orlov   PAVEL ']).same, 'as people type').toBe(true)
})

test('R4-3.8c the exam does not become ready while an item is open', () => {
  expect(
    decideMove(exam, 'scheduled', 'make_ready', 'teacher', { ...goodExam, checklistDone: false }, noon),
  ).toEqual({ ok: false, why: 'checklist_open' })
})

const ready: AdmissionFacts = {
  onList: true,
  conditions: [{ code: 'practice_passed', met: true, ground: 'учебный план' }],
  consentsMissing: [],
  consentOriginalLate: false,
  decision: null,
}

test('R4-3.8d whoever fulfilled every condition is admitted and may authorise', () => {
  expect(admissionOf(ready)).toEqual({ flag: 'admitted' })
  expect(mayAuthorise(admissionOf(ready))).toBe(true)
})

for (const [rule, changed, reason] of [
  [
    'R4-3.8d a condition that is not met',
    { conditions: [{ code: 'debts', met: false, ground: 'п. 3.8' }] },
    'condition_not_met',
  ],
  [
    'R4-3.8d a condition nobody checked',
    { conditions: [{ code: 'debts', met: null, ground: 'п. 3.8' }] },
    'condition_unknown',
  ],
  ['R4-3.8d somebody who is not on the list', { onList: false }, 'not_on_the_list'],
  ['R4-3.8d a missing consent', { consentsMissing: ['biometric'] }, 'consent_missing'],
] as const)
  test(`${rule} keeps from authorising, with the reason`, () => {
    const admission = admissionOf({ ...ready, ...changed })
    expect(admission).toMatchObject({ flag: 'not_admitted', reasons: [{ why: reason }] })
    expect(mayAuthorise(admission)).toBe(false)
  })

test('TR-11 a late original asks for a decision with a reason instead of blocking in silence', () => {
  const late = { ...ready, consentOriginalLate: true }
  const decision = { admit: true, by: 'acc_deputy', at: noon, reason: 'Почта задержала письмо' }
  expect(admissionOf(late)).toMatchObject({
    flag: 'needs_decision',
    reasons: [{ why: 'consent_original_late' }],
  })
  expect(mayAuthorise(admissionOf(late))).toBe(false)
  expect(admissionOf({ ...late, decision }).flag).toBe('admitted')
  expect(admissionOf({ ...late, decision: { ...decision, reason: ' ' } }).flag).toBe('needs_decision')
  expect(admissionOf({ ...late, decision: { ...decision, admit: false } }).flag).toBe('not_admitted')
  expect(admissionOf({ ...late, decision, consentsMissing: ['biometric'] }).flag).toBe('not_admitted')
})

const lesson = {
  group: 'П-31',
  teacher: 'Petrova',
  discipline: 'physics',
  from: noon,
  until: noon.add(minutes(90)),
}
const meeting: Meeting = {
  group: 'П-31',
  teacher: 'Petrova',
  type: 'lesson',
  reason: null,
  from: noon,
  until: noon.add(minutes(45)),
}

for (const [rule, changed, ok] of [
  ['a lesson of the timetable', {}, true],
  ['a lesson that runs over its hours', { until: noon.add(minutes(91)) }, false],
  ['another group in those hours', { group: 'П-32' }, false],
  ['another teacher in those hours', { teacher: 'Ivanov' }, false],
  [
    'a consultation at any time',
    { from: noon.add(minutes(200)), until: noon.add(minutes(230)), type: 'consultation' },
    true,
  ],
  [
    'a webinar outside the timetable without a reason',
    { group: 'П-32', type: 'webinar', reason: ' ' },
    false,
  ],
  [
    'a webinar outside the timetable with a reason',
    { group: 'П-32', type: 'webinar', reason: 'День открытых дверей' },
    true,
  ],
] as const)
  test(`R2-10 ${rule} is ${ok ? 'held' : 'refused'}`, () => {
    expect(mayMeet({ ...meeting, ...changed }, [lesson]).ok).toBe(ok)
  })

test('R2-10 the timetable makes one conference for each lesson and none twice', () => {
  const second = { ...lesson, group: 'П-32' }
  const made = meetingsToCreate([lesson, second], [meeting])
  expect(made).toMatchObject([{ group: 'П-32', type: 'lesson' }])
  expect(meetingsToCreate([lesson, second], [meeting, ...made])).toEqual([])
})

const groupRules = { yearStart: { month: 9, day: 1 }, withinDays: 28, remindOnDays: [14, 25] }
const disciplines = [
  { id: 'physics', teacher: 'Petrova' },
  { id: 'maths', teacher: 'Petrova' },
  { id: 'art', teacher: 'Ivanov' },
]

test('R2-16c a discipline without a group is shown with its last day and is overdue from the 29th day', () => {
  const on = (date: string) => missingGroups(disciplines, ['maths'], day(date), groupRules)
  expect(on('2026-09-28').map(({ id, overdue }) => [id, overdue])).toEqual([
    ['physics', false],
    ['art', false],
  ])
  expect(on('2026-09-28')[0]?.lastDay.toString()).toBe('2026-09-28')
  expect(on('2026-09-29').every(({ overdue }) => overdue)).toBe(true)
  expect(on('2027-08-31').every(({ overdue }) => overdue)).toBe(true)
  expect(missingGroups(disciplines, ['physics', 'maths', 'art'], day('2026-09-29'), groupRules)).toEqual([])
})

test('R2-16c teachers who owe a group are reminded once on the days that were set', () => {
  const missing = missingGroups(disciplines, [], day('2026-09-14'), groupRules)
  expect(remindedToday(missing, day('2026-09-14'), groupRules)).toEqual(['Petrova', 'Ivanov'])
  expect(remindedToday(missing, day('2026-09-15'), groupRules)).toEqual([])
})

const checking = {
  calendar: russianYears,
  zone: 'Asia/Yekaterinburg',
  workingDays: 15,
  remindAfter: [10, 13],
}
const submission = (changed: Partial<Submission> = {}): Submission => ({
  id: 'essay',
  teacher: 'Petrova',
  // 23:30 on 29 April in Chelyabinsk; the holidays of May are not working days.
  sentAt: instant('2026-04-29T18:30:00Z'),
  checkedAt: null,
  ...changed,
})

test('R2-17d fifteen working days over the May holidays end on the 22nd, reminders come on the 10th and 13th', () => {
  const timer = checkTimer(submission(), checking, noon)
  expect(timer.due?.toString({ smallestUnit: 'second' })).toBe('2026-05-22T18:59:59Z')
  expect(timer.reminders.map(String)).toEqual(['2026-05-14T19:00:00Z', '2026-05-19T19:00:00Z'])
})

test('R2-17d the head gets who is late, from the first moment after the last day', () => {
  const sent = [submission(), submission({ id: 'done', checkedAt: instant('2026-05-20T10:00:00Z') })]
  expect(overdueReport(sent, checking, instant('2026-05-22T18:59:59Z'))).toEqual([])
  expect(overdueReport(sent, checking, instant('2026-05-22T19:00:00Z'))).toEqual([
    { teacher: 'Petrova', submissions: ['essay'] },
  ])
})

test('TR-65 R2-17d a term beyond the calendar is not guessed and accuses nobody', () => {
  const far = submission({ sentAt: instant('2031-05-01T10:00:00Z') })
  expect(checkTimer(far, checking, instant('2033-01-01T00:00:00Z'))).toEqual({
    due: null,
    reminders: [],
    overdue: false,
  })
})

const lost = (minute: number): SignalEvent => ({ type: 'lost', at: noon.add(minutes(minute)) })
const restored = (minute: number): SignalEvent => ({ type: 'restored', at: noon.add(minutes(minute)) })
const fifteen = { minMinutes: 15 }

for (const [rule, events, at, unlocked] of [
  ['fourteen minutes after the signal was lost', [lost(0)], 14, false],
  ['fifteen minutes after the signal was lost', [lost(0)], 15, true],
  ['fifteen minutes, though the loss was reported again at the tenth', [lost(0), lost(10)], 15, true],
  ['two losses of eight minutes', [lost(0), restored(8), lost(9)], 17, false],
  ['a long loss that is already over', [lost(0), restored(16)], 40, true],
  ['no loss at all', [], 40, false],
] as const)
  test(`R4-5.12a TR-20 ${rule}: postponing is ${unlocked ? 'unlocked' : 'locked'}`, () => {
    const long = postponingUnlocked(events, fifteen, noon.add(minutes(at)))
    expect(long).toBe(unlocked)
    const facts = { ...goodExam, outageLongEnough: long, otherReason: false }
    expect(decideMove(exam, 'open', 'postpone', 'teacher', facts, noon).ok).toBe(unlocked)
    expect(decideMove(exam, 'open', 'postpone', 'proctor', facts, noon)).toEqual({
      ok: false,
      why: 'not_yours',
    })
  })

test('R4-5.12a every session has its own clock, kept as intervals', () => {
  expect(outagesOf([lost(0), restored(3), lost(5)])).toEqual([
    { from: noon, until: noon.add(minutes(3)) },
    { from: noon.add(minutes(5)), until: null },
  ])
  expect(postponingUnlocked([lost(0)], { minMinutes: null }, noon.add(minutes(90)))).toBe(false)
})

test('TR-20 an agreed retake does not wait for the fifteen minutes', () => {
  const short = { ...goodOutage, reachedLimit: false, agreedWithTeacher: true, choice: 'retake' as const }
  expect(decideMove(outage, 'timing', 'decide', 'teacher', short, noon).ok).toBe(true)
})
