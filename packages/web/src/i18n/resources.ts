// One file per area and language; a new area is one line in each list. i18n/words.test.ts keeps the two equal.
import { accommodations as accommodationsEn } from './en/accommodations.ts'
import { actEditing as actEditingEn } from './en/act-editing.ts'
import { acts as actsEn } from './en/acts.ts'
import { admin as adminEn } from './en/admin.ts'
import { appeals as appealsEn } from './en/appeals.ts'
import { application as applicationEn } from './en/application.ts'
import { amendments as amendmentsEn } from './en/amendments.ts'
import { briefing as briefingEn } from './en/briefing.ts'
import { calendar as calendarEn } from './en/calendar.ts'
import { calls as callsEn } from './en/calls.ts'
import { classroom as classroomEn } from './en/classroom.ts'
import { common as commonEn } from './en/common.ts'
import { consents as consentsEn } from './en/consents.ts'
import { dashboards as dashboardsEn } from './en/dashboards.ts'
import { decisions as decisionsEn } from './en/decisions.ts'
import { door as doorEn } from './en/door.ts'
import { equipment as equipmentEn } from './en/equipment.ts'
import { errors as errorsEn } from './en/errors.ts'
import { breakGlass as breakGlassEn } from './en/break-glass.ts'
import { complaints as complaintsEn } from './en/complaints.ts'
import { exam as examEn } from './en/exam.ts'
import { examCard as examCardEn } from './en/exam-card.ts'
import { exams as examsEn } from './en/exams.ts'
import { forms as formsEn } from './en/forms.ts'
import { hints as hintsEn } from './en/hints.ts'
import { home as homeEn } from './en/home.ts'
import { identityBridge as identityBridgeEn } from './en/identity-bridge.ts'
import { institution as institutionEn } from './en/institution.ts'
import { journal as journalEn } from './en/journal.ts'
import { lateOriginal as lateOriginalEn } from './en/late-original.ts'
import { failures as failuresEn } from './en/failures.ts'
import { filledForms as filledFormsEn } from './en/filled-forms.ts'
import { federation as federationEn } from './en/federation.ts'
import { lms as lmsEn } from './en/lms.ts'
import { mail as mailEn } from './en/mail.ts'
import { secondFactor as secondFactorEn } from './en/second-factor.ts'
import { notices as noticesEn } from './en/notices.ts'
import { people as peopleEn } from './en/people.ts'
import { proctor as proctorEn } from './en/proctor.ts'
import { protection as protectionEn } from './en/protection.ts'
import { protocols as protocolsEn } from './en/protocols.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { retention as retentionEn } from './en/retention.ts'
import { quality as qualityEn } from './en/quality.ts'
import { review as reviewEn } from './en/review.ts'
import { reviewer as reviewerEn } from './en/reviewer.ts'
import { reviewInstruction as reviewInstructionEn } from './en/review-instruction.ts'
import { services as servicesEn } from './en/services.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { assignments as assignmentsEn } from './en/assignments.ts'
import { rooms as roomsEn } from './en/rooms.ts'
import { support as supportEn } from './en/support.ts'
import { maintenance as maintenanceEn } from './en/maintenance.ts'
import { workplaces as workplacesEn } from './en/workplaces.ts'
import { trial as trialEn } from './en/trial.ts'
import { wall as wallEn } from './en/wall.ts'
import { accommodations } from './ru/accommodations.ts'
import { actEditing } from './ru/act-editing.ts'
import { acts } from './ru/acts.ts'
import { admin } from './ru/admin.ts'
import { appeals } from './ru/appeals.ts'
import { application } from './ru/application.ts'
import { amendments } from './ru/amendments.ts'
import { briefing } from './ru/briefing.ts'
import { calendar } from './ru/calendar.ts'
import { calls } from './ru/calls.ts'
import { classroom } from './ru/classroom.ts'
import { common } from './ru/common.ts'
import { consents } from './ru/consents.ts'
import { dashboards } from './ru/dashboards.ts'
import { decisions } from './ru/decisions.ts'
import { door } from './ru/door.ts'
import { equipment } from './ru/equipment.ts'
import { errors } from './ru/errors.ts'
import { breakGlass } from './ru/break-glass.ts'
import { complaints } from './ru/complaints.ts'
import { exam } from './ru/exam.ts'
import { examCard } from './ru/exam-card.ts'
import { exams } from './ru/exams.ts'
import { forms } from './ru/forms.ts'
import { hints } from './ru/hints.ts'
import { home } from './ru/home.ts'
import { identityBridge } from './ru/identity-bridge.ts'
import { institution } from './ru/institution.ts'
import { journal } from './ru/journal.ts'
import { lateOriginal } from './ru/late-original.ts'
import { failures } from './ru/failures.ts'
import { filledForms } from './ru/filled-forms.ts'
import { federation } from './ru/federation.ts'
import { lms } from './ru/lms.ts'
import { mail } from './ru/mail.ts'
import { secondFactor } from './ru/second-factor.ts'
import { notices } from './ru/notices.ts'
import { people } from './ru/people.ts'
import { proctor } from './ru/proctor.ts'
import { protection } from './ru/protection.ts'
import { protocols } from './ru/protocols.ts'
import { refusals } from './ru/refusals.ts'
import { retention } from './ru/retention.ts'
import { quality } from './ru/quality.ts'
import { review } from './ru/review.ts'
import { reviewer } from './ru/reviewer.ts'
import { reviewInstruction } from './ru/review-instruction.ts'
import { services } from './ru/services.ts'
import { signIn } from './ru/sign-in.ts'
import { assignments } from './ru/assignments.ts'
import { rooms } from './ru/rooms.ts'
import { support } from './ru/support.ts'
import { maintenance } from './ru/maintenance.ts'
import { workplaces } from './ru/workplaces.ts'
import { trial } from './ru/trial.ts'
import { wall } from './ru/wall.ts'

export const ru = {
  accommodations,
  actEditing,
  acts,
  admin,
  appeals,
  application,
  calls,
  classroom,
  amendments,
  briefing,
  calendar,
  common,
  breakGlass,
  complaints,
  consents,
  dashboards,
  decisions,
  door,
  equipment,
  errors,
  exam,
  examCard,
  exams,
  forms,
  hints,
  home,
  identityBridge,
  institution,
  journal,
  lateOriginal,
  failures,
  filledForms,
  federation,
  lms,
  mail,
  secondFactor,
  notices,
  people,
  proctor,
  protection,
  protocols,
  refusals,
  retention,
  quality,
  review,
  reviewer,
  reviewInstruction,
  rooms,
  assignments,
  services,
  signIn,
  support,
  trial,
  maintenance,
  workplaces,
  wall,
}

export const en = {
  accommodations: accommodationsEn,
  actEditing: actEditingEn,
  acts: actsEn,
  admin: adminEn,
  appeals: appealsEn,
  application: applicationEn,
  calls: callsEn,
  classroom: classroomEn,
  amendments: amendmentsEn,
  briefing: briefingEn,
  calendar: calendarEn,
  common: commonEn,
  breakGlass: breakGlassEn,
  complaints: complaintsEn,
  consents: consentsEn,
  dashboards: dashboardsEn,
  decisions: decisionsEn,
  door: doorEn,
  equipment: equipmentEn,
  errors: errorsEn,
  exam: examEn,
  examCard: examCardEn,
  exams: examsEn,
  forms: formsEn,
  hints: hintsEn,
  home: homeEn,
  identityBridge: identityBridgeEn,
  institution: institutionEn,
  journal: journalEn,
  lateOriginal: lateOriginalEn,
  failures: failuresEn,
  filledForms: filledFormsEn,
  federation: federationEn,
  lms: lmsEn,
  mail: mailEn,
  secondFactor: secondFactorEn,
  notices: noticesEn,
  people: peopleEn,
  proctor: proctorEn,
  protection: protectionEn,
  protocols: protocolsEn,
  refusals: refusalsEn,
  retention: retentionEn,
  quality: qualityEn,
  review: reviewEn,
  reviewer: reviewerEn,
  reviewInstruction: reviewInstructionEn,
  services: servicesEn,
  signIn: signInEn,
  rooms: roomsEn,
  assignments: assignmentsEn,
  support: supportEn,
  trial: trialEn,
  maintenance: maintenanceEn,
  workplaces: workplacesEn,
  wall: wallEn,
}
