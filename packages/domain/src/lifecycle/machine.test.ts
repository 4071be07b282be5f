import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { type AppealFacts, appeal } from './appeal.ts'
import { type ApplicationFacts, application } from './application.ts'
import { type ConsentFacts, consent } from './consent.ts'
import { type DecisionFacts, decision } from './decision.ts'
import { type ExamFacts, exam } from './exam.ts'
import {
  commandsOf,
  decideMove,
  type Happened,
  type Lifecycle,
  type Party,
  replay,
  statesOf,
} from './machine.ts'
import { type MarkFacts, mark } from './mark.ts'
import { type OutageFacts, outage } from './outage.ts'
import { type RetentionFacts, retention } from './retention.ts'
import { type ReviewFacts, review } from './review.ts'

const now = instant('2026-05-01T00:00:00Z')

const parties: readonly Party[] = [
  'system',
  'examinee',
  'representative',
  'teacher',
  'proctor',
  'programme_manager',
  'methodist',
  'deputy_director',
  'director',
  'umu_head',
  'secretary',
  'commission',
  'office',
  'executor',
  'tech_responsible',
  'org_responsible',
  'auditor',
]

const goodAppeal: AppealFacts = {
  groundIsConfigured: true,
  filedInTime: true,
  termsAreSet: true,
  recordingOnHold: true,
  usesVideo: true,
  priorVideoConsent: true,
  reasoningWithTimeCodes: true,
  memberDecidedBefore: false,
  examineeNotified: true,
  resultChanged: true,
}
const goodMark: MarkFacts = {
  reasonGiven: true,
  accommodationActive: true,
  code: 'impersonation_confirmed',
  sourceDocument: true,
  appealSatisfied: true,
}
const goodConsent: ConsentFacts = {
  paper: false,
  textShownInFull: true,
  signaturesMissing: false,
  consequencesShown: true,
  requestRegistered: true,
}
const goodRetention: RetentionFacts = {
  manifestSigned: true,
  holds: 0,
  reasonGiven: true,
  reviewDateSet: true,
  termOver: true,
  actSigned: true,
  keyShredded: true,
}

const goodExam: ExamFacts = {
  applicationRequired: false,
  applicationInTimeOrOverridden: true,
  slotsFit: true,
  proctorsSuffice: true,
  proctorsEligible: true,
  unregulatedLeft: 0,
  everyoneNotified: true,
  checklistDone: true,
  windowBegan: true,
  windowOver: true,
  sessionsRunning: 0,
  outageLongEnough: true,
  otherReason: false,
  reviewsOpen: 0,
  protocolsMissing: 0,
  sessionsUndecided: 0,
  appealsOver: true,
  retentionDone: true,
}
const goodReview: ReviewFacts = {
  automaticAllowed: false,
  deadlinePassed: true,
  unresolvedHints: 0,
  statusChosen: true,
  objectivitySigned: true,
  rowsUnset: 0,
}
const goodDecision: DecisionFacts = {
  recommendationsShown: true,
  valueInVocabulary: true,
  groundGiven: true,
  deciderProctored: false,
  directorRecommendationMissing: false,
  annulling: false,
  secondPerson: false,
  examineeNotified: true,
  appealFiled: true,
  appealTermOver: true,
  impersonationVerified: true,
}
const goodApplication: ApplicationFacts = { inTime: true, overrideGranted: false, reasonGiven: true }
const goodOutage: OutageFacts = {
  reachedLimit: true,
  choice: 'postpone',
  agreedWithTeacher: false,
  channelChosen: true,
}

/** Every triple (state, command, party) of a lifecycle: legal exactly where a row says so. */
function everyPair<S extends string, C extends string, F, W extends string>(
  life: Lifecycle<S, C, F, W>,
  facts: F,
): void {
  for (const state of statesOf(life))
    for (const command of commandsOf(life))
      for (const by of parties) {
        const rows = life.moves.filter((move) => move.on === command && move.from.includes(state))
        const outcome = decideMove(life, state, command, by, facts, now)
        if (rows.length === 0) expect(outcome).toEqual({ ok: false, why: 'not_now' })
        else if (!rows.some((row) => row.by.includes(by)))
          expect(outcome).toEqual({ ok: false, why: 'not_yours' })
        else if (outcome.ok) expect(rows.map((row) => row.to)).toContain(outcome.event.to)
      }
}

/** Random walks: the history replays to the same state, and a history with a hole is refused. */
function walks<S extends string, C extends string, F, W extends string>(
  life: Lifecycle<S, C, F, W>,
  facts: F,
): void {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...commandsOf(life)), fc.constantFrom(...parties)), {
        maxLength: 60,
      }),
      (tries) => {
        const events: Happened<S, C>[] = []
        let state = life.first
        for (const [command, by] of tries) {
          const outcome = decideMove(life, state, command, by, facts, now)
          if (!outcome.ok) continue
          events.push(outcome.event)
          state = outcome.event.to
        }
        expect(replay(life, events)).toBe(state)
        const moved = events.findIndex((event) => event.from !== event.to)
        if (moved >= 0 && moved < events.length - 1)
          expect(() => replay(life, events.toSpliced(moved, 1))).toThrow()
      },
    ),
    { numRuns: 300 },
  )
}

const lives = [
  ['SM-1', exam, goodExam],
  ['SM-3', mark, goodMark],
  ['SM-4', review, goodReview],
  ['SM-5', decision, goodDecision],
  ['SM-6', appeal, goodAppeal],
  ['SM-7', consent, goodConsent],
  ['SM-16', application, goodApplication],
  ['SM-17', outage, goodOutage],
  ['SM-18', retention, goodRetention],
] as const
// The rows differ in their type arguments; a test of the shape they share needs only the shape.
type Any = Lifecycle<string, string, unknown, string>

for (const [id, life, facts] of lives) {
  test(`${id} T-16 every pair of state and command, by every party, is a row or is refused`, () =>
    everyPair(life as unknown as Any, facts))
  test(`${id} any history replays to the same state, and one with a hole is refused`, () =>
    walks(life as unknown as Any, facts))
  test(`${id} every state can be reached`, () => {
    const { first, moves } = life as unknown as Any
    const reached = new Set([first])
    for (let grew = true; grew; ) {
      const next = moves.filter((m) => m.from.some((s) => reached.has(s)) && !reached.has(m.to))
      for (const move of next) reached.add(move.to)
      grew = next.length > 0
    }
    expect([...reached].sort()).toEqual([...statesOf(life as unknown as Any)].sort())
  })
}

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
] as const)
  test(rule, () => {
    const refused = decideMove(
      life as Lifecycle<string, string, unknown, string>,
      state,
      command,
      by,
      facts,
      now,
    )
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
