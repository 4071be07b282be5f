// Facts under which the moves of each lifecycle are allowed: the ground every refusal is a single change of.
import { type AppealFacts, appeal } from './appeal.ts'
import { type ApplicationFacts, application } from './application.ts'
import { type ConsentFacts, consent } from './consent.ts'
import { type DecisionFacts, decision } from './decision.ts'
import { type ExamFacts, exam } from './exam.ts'
import { type MarkFacts, mark } from './mark.ts'
import { type OutageFacts, outage } from './outage.ts'
import { type RetentionFacts, retention } from './retention.ts'
import { type ReviewFacts, review } from './review.ts'
import { type ActFacts, act } from './act.ts'
import { type AssignmentFacts, assignmentCheck } from './assignment-check.ts'
import { eRequest, type RequestFacts } from './e-request.ts'
import { type EligibilityFacts, proctorEligibility } from './proctor-eligibility.ts'
import { type ServiceFacts, service } from './service.ts'
import { type SessionFacts, session } from './session.ts'
import { accommodation, appointment, disciplineGroup, supportTicket, survey } from './simple.ts'
import type { Lifecycle } from './machine.ts'

export const goodAppeal: AppealFacts = {
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
export const goodMark: MarkFacts = {
  reasonGiven: true,
  accommodationActive: true,
  code: 'impersonation_confirmed',
  sourceDocument: true,
  appealSatisfied: true,
}
export const goodConsent: ConsentFacts = {
  paper: false,
  textShownInFull: true,
  signaturesMissing: false,
  consequencesShown: true,
  requestRegistered: true,
}
export const goodRetention: RetentionFacts = {
  manifestSigned: true,
  holds: 0,
  reasonGiven: true,
  reviewDateSet: true,
  termOver: true,
  actSigned: true,
  keyShredded: true,
}

export const goodExam: ExamFacts = {
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
export const goodReview: ReviewFacts = {
  automaticAllowed: false,
  deadlinePassed: true,
  unresolvedHints: 0,
  statusChosen: true,
  objectivitySigned: true,
  rowsUnset: 0,
}
export const goodDecision: DecisionFacts = {
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
export const goodApplication: ApplicationFacts = { inTime: true, overrideGranted: false, reasonGiven: true }
export const goodOutage: OutageFacts = {
  reachedLimit: true,
  choice: 'postpone',
  agreedWithTeacher: false,
  channelChosen: true,
}

export const goodAct: ActFacts = {
  stepsOpen: 0,
  councilsConfigured: true,
  orderGiven: true,
  effectiveDateReached: true,
  newEditionEffective: true,
}
export const goodService: ServiceFacts = {
  personalDataOk: true,
  onProhibitedList: false,
  registryNumber: true,
  contractOrAgreement: true,
  contractSectionsFull: true,
  orderListsIt: true,
  responsiblesNamed: true,
  reasonGiven: true,
}
export const goodAssignment: AssignmentFacts = { overdue: true, sameChannel: true }
export const goodRequest: RequestFacts = {
  identified: true,
  repeated: true,
  ownCompetence: false,
  extendedAlready: false,
  noticeSent: true,
  answerDelivered: true,
}
export const goodEligibility: EligibilityFacts = {
  external: false,
  providerContractActive: false,
  actGiven: true,
  variantTrained: true,
  qualificationOver: true,
  reasonGiven: true,
}

export const goodSession: SessionFacts = {
  conditionsMet: true,
  consentActive: true,
  listConfirmed: true,
  window: 'open',
  checkPassed: true,
  riskAcknowledged: false,
  deviceBarred: false,
  identityEstablished: true,
  systemMayIdentify: false,
  failureNamed: true,
  attemptsLeft: 1,
  rulesAcknowledged: true,
  responsibilityAcknowledged: true,
  taskOpened: true,
  leavingPermitted: true,
  outageReachedLimit: true,
  teacherDecided: 'retake',
  disconnectedTooLong: true,
  violationsConfirmed: 2,
  violationsToStop: 2,
  reasonGiven: true,
  timeOver: false,
}

/** The rows differ in their type arguments; what is told of all of them needs only the shape they share. */
export type AnyLifecycle = Lifecycle<string, string, unknown, string>

const life = <S extends string, C extends string, F, W extends string>(
  lifecycle: Lifecycle<S, C, F, W>,
  facts: F,
) => [lifecycle as unknown as AnyLifecycle, facts as unknown] as const

/** Every lifecycle of section 5 that is a table of moves, with facts that let each of its moves happen where possible. */
export const lives: readonly (readonly [AnyLifecycle, unknown])[] = [
  life(exam, goodExam),
  life(session, goodSession),
  life(mark, goodMark),
  life(review, goodReview),
  life(decision, goodDecision),
  life(appeal, goodAppeal),
  life(consent, goodConsent),
  life(service, goodService),
  life(assignmentCheck, goodAssignment),
  life(eRequest, goodRequest),
  life(survey, { audienceSet: true }),
  life(disciplineGroup, { pastFourWeeks: true }),
  life(appointment, { orderNumberAndDate: true, termReached: true, termOver: true }),
  life(proctorEligibility, goodEligibility),
  life(act, goodAct),
  life(application, goodApplication),
  life(outage, goodOutage),
  life(retention, goodRetention),
  life(supportTicket, { unitKnown: true, answerGiven: true }),
  life(accommodation, { document: true, primaryPupil: true, reasonGiven: true, termOver: true }),
]
