// Every feature the application is made of. Deleting a folder is deleting its line.
import type { Feature } from '../api/feature-route.ts'
import { accommodations } from '../features/accommodations/routes.tsx'
import { acts } from '../features/acts/routes.tsx'
import { appeals } from '../features/appeals/routes.tsx'
import { application } from '../features/application/routes.tsx'
import { briefing } from '../features/briefing/routes.tsx'
import { calendar } from '../features/calendar/routes.tsx'
import { classroom } from '../features/classroom/routes.tsx'
import { consents } from '../features/consents/routes.tsx'
import { dashboards } from '../features/dashboards/routes.tsx'
import { decisions } from '../features/decisions/routes.tsx'
import { door } from '../features/door/routes.tsx'
import { admin } from '../features/admin/routes.tsx'
import { equipment } from '../features/equipment/routes.tsx'
import { examinee } from '../features/examinee/routes.tsx'
import { exams } from '../features/exams/routes.tsx'
import { hints } from '../features/hints/routes.tsx'
import { identityBridge } from '../features/identity-bridge/routes.tsx'
import { institution } from '../features/institution/routes.tsx'
import { journal } from '../features/journal/routes.tsx'
import { mail } from '../features/mail/routes.tsx'
import { notices } from '../features/notices/routes.tsx'
import { failures } from '../features/failures/routes.tsx'
import { federation } from '../features/federation/routes.tsx'
import { forms } from '../features/forms/routes.tsx'
import { lms } from '../features/lms/routes.tsx'
import { protection } from '../features/protection/routes.tsx'
import { protocols } from '../features/protocols/routes.tsx'
import { people } from '../features/people/routes.tsx'
import { proctor } from '../features/proctor/routes.tsx'
import { assignments } from '../features/assignments/routes.tsx'
import { rooms } from '../features/rooms/routes.tsx'
import { retention } from '../features/retention/routes.tsx'
import { reviewer } from '../features/reviewer/routes.tsx'
import { breakGlass } from '../features/break-glass/routes.tsx'
import { complaints } from '../features/complaints/routes.tsx'
import { maintenance } from '../features/maintenance/routes.tsx'
import { workplaces } from '../features/workplaces/routes.tsx'
import { services } from '../features/services/routes.tsx'
import { support } from '../features/support/routes.tsx'
import { signIn } from '../features/sign-in/routes.tsx'

// In this order their sections stand in the header.
export const features: readonly Feature[] = [
  signIn,
  examinee,
  equipment,
  rooms,
  proctor,
  briefing,
  classroom,
  door,
  reviewer,
  protocols,
  decisions,
  appeals,
  exams,
  failures,
  dashboards,
  people,
  admin,
  institution,
  services,
  mail,
  federation,
  lms,
  identityBridge,
  support,
  workplaces,
  maintenance,
  acts,
  application,
  accommodations,
  consents,
  forms,
  calendar,
  journal,
  protection,
  retention,
  notices,
  hints,
  complaints,
  breakGlass,
  assignments,
]
