// Every reason a request may be refused for: its HTTP status and one sentence for the person, in both languages.
// An area adds its own rows in refusals/; a route that names a code without a row stops the start.
import { accommodations } from './refusals/accommodations.ts'
import { acts } from './refusals/acts.ts'
import { appeals } from './refusals/appeals.ts'
import { application } from './refusals/application.ts'
import { appointments } from './refusals/appointments.ts'
import { assignments } from './refusals/assignments.ts'
import { breakGlass } from './refusals/break-glass.ts'
import { briefing } from './refusals/briefing.ts'
import { calendar } from './refusals/calendar.ts'
import { common } from './refusals/common.ts'
import { conduct } from './refusals/conduct.ts'
import { consents } from './refusals/consents.ts'
import { decisions } from './refusals/decisions.ts'
import { door } from './refusals/door.ts'
import { evidence } from './refusals/evidence.ts'
import { examDay } from './refusals/exam-day.ts'
import { exams } from './refusals/exams.ts'
import { failures } from './refusals/failures.ts'
import { federation } from './refusals/federation.ts'
import { identityBridge } from './refusals/identity-bridge.ts'
import { ingest } from './refusals/ingest.ts'
import { institution } from './refusals/institution.ts'
import { lms } from './refusals/lms.ts'
import { mail } from './refusals/mail.ts'
import { people } from './refusals/people.ts'
import { proctors } from './refusals/proctors.ts'
import { protocols } from './refusals/protocols.ts'
import { recordings } from './refusals/recordings.ts'
import { retention } from './refusals/retention.ts'
import { review } from './refusals/review.ts'
import { rooms } from './refusals/rooms.ts'
import { secondFactor } from './refusals/second-factor.ts'
import { services } from './refusals/services.ts'
import { sessions } from './refusals/sessions.ts'
import { signIn } from './refusals/sign-in.ts'
import { support } from './refusals/support.ts'
import { trust } from './refusals/trust.ts'
import { workplaces } from './refusals/workplaces.ts'

export type { Sentence } from './refusals/sentence.ts'

/** By area, so that a code written twice is found. */
export const refusalsByArea = {
  accommodations,
  acts,
  appeals,
  application,
  appointments,
  assignments,
  breakGlass,
  briefing,
  calendar,
  common,
  conduct,
  consents,
  decisions,
  door,
  evidence,
  examDay,
  exams,
  failures,
  federation,
  identityBridge,
  ingest,
  institution,
  lms,
  mail,
  people,
  proctors,
  protocols,
  recordings,
  retention,
  review,
  rooms,
  secondFactor,
  services,
  sessions,
  signIn,
  support,
  trust,
  workplaces,
} as const

export const refusals = {
  ...accommodations,
  ...acts,
  ...appeals,
  ...application,
  ...appointments,
  ...assignments,
  ...breakGlass,
  ...briefing,
  ...calendar,
  ...common,
  ...conduct,
  ...consents,
  ...decisions,
  ...door,
  ...evidence,
  ...examDay,
  ...exams,
  ...failures,
  ...federation,
  ...identityBridge,
  ...ingest,
  ...institution,
  ...lms,
  ...mail,
  ...people,
  ...proctors,
  ...protocols,
  ...recordings,
  ...retention,
  ...review,
  ...rooms,
  ...secondFactor,
  ...services,
  ...sessions,
  ...signIn,
  ...support,
  ...trust,
  ...workplaces,
} as const

export type RefusalCode = keyof typeof refusals
