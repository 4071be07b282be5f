import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { appeal } from './appeal.ts'
import { application } from './application.ts'
import { consent } from './consent.ts'
import { decision } from './decision.ts'
import { exam } from './exam.ts'
import { decideMove } from './machine.ts'
import { mark } from './mark.ts'
import { outage } from './outage.ts'
import { retention } from './retention.ts'
import { review } from './review.ts'
import { act } from './act.ts'
import { assignmentCheck } from './assignment-check.ts'
import { proctorEligibility } from './proctor-eligibility.ts'
import { service } from './service.ts'
import {
  type AnyLifecycle,
  goodAct,
  goodAppeal,
  goodApplication,
  goodAssignment,
  goodConsent,
  goodDecision,
  goodEligibility,
  goodExam,
  goodMark,
  goodOutage,
  goodRetention,
  goodReview,
  goodService,
} from './samples.ts'

const now = instant('2026-05-01T00:00:00Z')

test('T-17 152-ФЗ art. 16: the machine never decides, changes, upholds or publishes a result', () => {
  const bySystem = decision.moves.filter((move) => move.by.includes('system')).map((move) => move.on)
  expect(bySystem).toEqual(['recommend', 'appeal', 'finish'])
})

test('T-17 the machine only hints: no mark is confirmed, dismissed or annulled by the system', () => {
  const bySystem = mark.moves.filter((move) => move.by.includes('system')).map((move) => move.on)
  expect(bySystem).toEqual(['hint', 'count'])
})

for (const [rule, life, state, command, by, facts, why] of [
  [
    'SM-3 a hint is not dismissed without a reason',
    mark,
    'detected',
    'dismiss',
    'proctor',
    { ...goodMark, reasonGiven: false },
    'no_reason',
  ],
  [
    'TR-41 only impersonation is reported after the exam',
    mark,
    'none',
    'report',
    'teacher',
    { ...goodMark, code: 'gadgets' },
    'only_impersonation',
  ],
  [
    'TR-45 video is not used in a dispute without prior consent',
    appeal,
    'accepted',
    'consider',
    'system',
    { ...goodAppeal, priorVideoConsent: false },
    'no_prior_consent',
  ],
  [
    'SM-6 an appeal is not considered before the recording is on hold',
    appeal,
    'accepted',
    'consider',
    'system',
    { ...goodAppeal, recordingOnHold: false },
    'no_hold',
  ],
  [
    'SM-6 an admissible appeal can not be rejected',
    appeal,
    'registered',
    'reject',
    'secretary',
    goodAppeal,
    'nothing_against_it',
  ],
  [
    'TR-59 terms that nobody set stop the registration',
    appeal,
    'filed',
    'register',
    'secretary',
    { ...goodAppeal, termsAreSet: false },
    'terms_not_set',
  ],
  [
    'T-14 a member who decided before does not judge the appeal',
    appeal,
    'in_consideration',
    'dismiss',
    'commission',
    { ...goodAppeal, memberDecidedBefore: true },
    'conflict_of_interest',
  ],
  [
    'TR-11 a paper consent is not given by a click',
    consent,
    'informed',
    'give',
    'examinee',
    { ...goodConsent, paper: true },
    'paper_only',
  ],
  [
    'TR-33 a consent that lacks a signature is not active',
    consent,
    'informed',
    'give',
    'examinee',
    { ...goodConsent, signaturesMissing: true },
    'signature_missing',
  ],
  [
    'TR-10 nothing falls due while no term is decided',
    retention,
    'stored',
    'fall_due',
    'system',
    { ...goodRetention, termOver: null },
    'term_not_set',
  ],
  [
    'P-23 a recording under a second hold is not released',
    retention,
    'legal_hold',
    'release',
    'commission',
    { ...goodRetention, holds: 1 },
    'still_held',
  ],
  [
    'P-24 the key is shredded before the recording counts as destroyed',
    retention,
    'due',
    'destroy',
    'auditor',
    { ...goodRetention, keyShredded: false },
    'key_alive',
  ],
  [
    'P-23 a recording put on hold after it fell due is not destroyed',
    retention,
    'due',
    'destroy',
    'auditor',
    { ...goodRetention, holds: 1 },
    'still_held',
  ],
  [
    'R4-3.7 a slot above the limit is not scheduled',
    exam,
    'approved',
    'schedule',
    'methodist',
    { ...goodExam, slotsFit: false },
    'slot_too_large',
  ],
  [
    'TR-13 too few proctors for those at once',
    exam,
    'approved',
    'schedule',
    'methodist',
    { ...goodExam, proctorsSuffice: false },
    'too_few_proctors',
  ],
  [
    'TR-65 what the act leaves open is decided before the first exam',
    exam,
    'approved',
    'schedule',
    'methodist',
    { ...goodExam, unregulatedLeft: 3 },
    'not_regulated',
  ],
  [
    'R4-3.6a no exam is ready while somebody was not told',
    exam,
    'scheduled',
    'make_ready',
    'teacher',
    { ...goodExam, everyoneNotified: false },
    'not_everyone_notified',
  ],
  [
    'TR-44 only 000 lets a review end without a person',
    review,
    'queued',
    'finish_automatically',
    'system',
    goodReview,
    'human_required',
  ],
  [
    'TR-73 a protocol with an unset row is not formed',
    review,
    'reviewed',
    'form_protocol',
    'proctor',
    { ...goodReview, rowsUnset: 1 },
    'rows_unset',
  ],
  [
    'T-14 nobody decides a session he proctored',
    decision,
    'pending',
    'decide',
    'teacher',
    { ...goodDecision, deciderProctored: true },
    'own_session',
  ],
  [
    'T-17 annulling needs a second named person',
    decision,
    'pending',
    'decide',
    'teacher',
    { ...goodDecision, annulling: true },
    'second_person',
  ],
  [
    'TR-06 statuses 3 to 5 wait for the director',
    decision,
    'pending',
    'decide',
    'programme_manager',
    { ...goodDecision, directorRecommendationMissing: true },
    'director_first',
  ],
  [
    'TR-42 a value of another act is refused',
    decision,
    'pending',
    'decide',
    'teacher',
    { ...goodDecision, valueInVocabulary: false },
    'not_in_vocabulary',
  ],
  [
    'R3-1.5c an application on the sixth day needs an override',
    application,
    'draft',
    'submit_late',
    'teacher',
    { ...goodApplication, inTime: false },
    'no_override',
  ],
  [
    'TR-12 without an assessment period nothing can be counted',
    application,
    'draft',
    'submit',
    'teacher',
    { ...goodApplication, inTime: null },
    'period_unknown',
  ],
  [
    'R4-5.12a fourteen minutes do not postpone',
    outage,
    'timing',
    'decide',
    'teacher',
    { ...goodOutage, reachedLimit: false },
    'limit_not_reached',
  ],
  [
    'R4-4.7 a retake is by agreement with the teacher',
    outage,
    'long',
    'decide',
    'teacher',
    { ...goodOutage, choice: 'retake' },
    'not_agreed',
  ],
  [
    'R0-0a an act with an open approval step is not approved',
    act,
    'agreed',
    'approve',
    'director',
    { ...goodAct, stepsOpen: 1 },
    'steps_open',
  ],
  [
    'TR-18 an act without an effective date does not take effect',
    act,
    'approved',
    'take_effect',
    'system',
    { ...goodAct, effectiveDateReached: null },
    'no_effective_date',
  ],
  [
    'R2-19b a prohibited service is not admitted',
    service,
    'proposed',
    'check',
    'tech_responsible',
    { ...goodService, onProhibitedList: true },
    'prohibited',
  ],
  [
    'R0-2.4b an empty section of the contract card stops the service',
    service,
    'legal_check',
    'conclude',
    'office',
    { ...goodService, contractSectionsFull: false },
    'section_empty',
  ],
  [
    'R2-17e a result does not go back through another channel',
    assignmentCheck,
    'checked',
    'send_result',
    'teacher',
    { ...goodAssignment, sameChannel: false },
    'other_channel',
  ],
  [
    'TR-68 an external proctor needs an active contract of the provider',
    proctorEligibility,
    'trained',
    'appoint',
    'director',
    { ...goodEligibility, external: true },
    'no_contract',
  ],
] as const)
  test(rule, () => {
    const refused = decideMove(life as unknown as AnyLifecycle, state, command, by, facts, now)
    expect(refused).toEqual({ ok: false, why })
  })

test('SM-7 paper: printed, scanned, and active only with the original in the office', () => {
  const facts = { ...goodConsent, paper: true }
  let state = consent.first
  for (const [command, by] of [
    ['inform', 'system'],
    ['generate_form', 'office'],
    ['print', 'examinee'],
    ['upload_scan', 'examinee'],
  ] as const) {
    const outcome = decideMove(consent, state, command, by, facts, now)
    if (!outcome.ok) throw new Error(outcome.why)
    state = outcome.event.to
  }
  expect(state).toBe('scan_uploaded')
  expect(decideMove(consent, state, 'receive_original', 'examinee', facts, now)).toEqual({
    ok: false,
    why: 'not_yours',
  })
  expect(decideMove(consent, state, 'receive_original', 'office', facts, now)).toMatchObject({
    ok: true,
    event: { to: 'active' },
  })
})

test('TR-45 where the act asks for no consent to video in disputes, the appeal is considered without one', () => {
  const facts = { ...goodAppeal, usesVideo: true, priorVideoConsent: null }
  expect(decideMove(appeal, 'accepted', 'consider', 'system', facts, now)).toMatchObject({
    ok: true,
    event: { to: 'in_consideration' },
  })
})
