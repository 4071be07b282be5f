import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Accommodations } from './accommodations.ts'
import type { Accounts } from './accounts.ts'
import type { Applications } from './application.ts'
import type { Admissions } from './admissions.ts'
import type { Acts } from './acts.ts'
import type { Amendments } from './amendment-store.ts'
import type { Appeals } from './appeals.ts'
import type { Appointments } from './appointments.ts'
import type { Assignments } from './assignments.ts'
import type { AttentionStore } from './attention.ts'
import type { AuditEntry } from './audit.ts'
import type { BreakGlass } from './break-glass.ts'
import type { Briefings } from './briefings.ts'
import type { CallSignals } from './calls.ts'
import type { Calendars } from './calendar.ts'
import type { Clips } from './clips.ts'
import type { Consents } from './consents.ts'
import type { Dashboards } from './dashboards.ts'
import type { Debts } from './debts.ts'
import type { Decisions } from './decisions.ts'
import type { Doors } from './door.ts'
import type { EquipmentStore } from './equipment.ts'
import type { ExamPolicies } from './exam-policy.ts'
import type { Complaints } from './complaints.ts'
import type { Conduct } from './conduct.ts'
import type { Exams } from './exams.ts'
import type { Failures } from './failures.ts'
import type { Hints } from './hints.ts'
import type { Quality } from './quality.ts'
import type { IdentityBridges } from './identity-bridge.ts'
import type { Institutions } from './institutions.ts'
import type { Letters, MailServers } from './mail.ts'
import type { People } from './people.ts'
import type { Papers } from './papers.ts'
import type { Protections } from './protection.ts'
import type { UploadRules } from './uploads.ts'
import type { Protocols } from './protocols.ts'
import type { Replays } from './replays.ts'
import type { Reviews } from './review.ts'
import type { Retention } from './retention.ts'
import type { Rooms } from './rooms.ts'
import type { Schedule } from './schedule.ts'
import type { NewProgrammes } from './new-programmes.ts'
import type { Notices } from './notices.ts'
import type { Services } from './services.ts'
import type { Sessions } from './sessions.ts'
import type { SubjectExports } from './subject-exports.ts'
import type { Tickets } from './support.ts'
import type { Embedding } from './embedding.ts'
import type { Lms } from './lms.ts'
import type { MaintenanceStore } from './maintenance.ts'
import type { Trials } from './trials.ts'
import type { Trust } from './trust.ts'
import type { Withdrawals } from './withdrawals.ts'
import type { Workplaces } from './workplaces.ts'

/** Effects that follow a commit: handed to the job queue once per key, whatever crashes in between. */
export type Task = {
  readonly task: string
  readonly key: string
  readonly runAt: Instant
  readonly payload: Readonly<Record<string, string>>
}

export type Tx = {
  /** What people were asked to agree to, and what they answered. */
  readonly consents: Consents
  /** Conditions of single examinees, and what holds in a session. */
  readonly accommodations: Accommodations
  readonly accounts: Accounts
  readonly applications: Applications
  readonly admissions: Admissions
  readonly acts: Acts
  /** What was put right after an exam was published. */
  readonly amendments: Amendments
  /** Appeals, the order of the institution, answers to marks: `statesOf` for what keeps a recording. */
  readonly appeals: Appeals
  /** Who is responsible for what by an order, and the papers of proctors. */
  readonly appointments: Appointments
  /** Recordings opened to an administrator in an exceptional case. */
  readonly breakGlass: BreakGlass
  /** What examinees are told before an exam, and what proctors read of it. */
  readonly briefings: Briefings
  readonly calendar: Calendars
  /** How the pages of an open call find each other. */
  readonly calls: CallSignals
  /** Pieces of recordings shown to whom a mark concerns. */
  readonly clips: Clips
  /** What examinees showed before the start, and what a proctor said of it. */
  readonly doors: Doors
  readonly equipment: EquipmentStore
  /** What becomes of complaints about proctors. */
  readonly complaints: Complaints
  readonly conduct: Conduct
  /** How much a proctor looked at and listened to each session: `ofSession` for a protocol. */
  readonly attention: AttentionStore
  /** Figures over many sessions. */
  readonly dashboards: Dashboards
  /** Academic debts that came with results. */
  readonly debts: Debts
  readonly decisions: Decisions
  readonly exams: Exams
  /** What was decided about technical failures. */
  readonly failures: Failures
  /** What the examinees' browsers noticed. */
  readonly hints: Hints
  readonly quality: Quality
  /** What an exam and its sessions run under. */
  readonly rules: ExamPolicies
  /** The way to an identity provider outside. */
  readonly identityBridges: IdentityBridges
  readonly institutions: Institutions
  readonly papers: Papers
  readonly protections: Protections
  /** What the institution takes as a file. */
  readonly uploads: UploadRules
  readonly protocols: Protocols
  readonly letters: Letters
  readonly mailServers: MailServers
  readonly people: People
  readonly newProgrammes: NewProgrammes
  readonly notices: Notices
  /** Who looks at which recording, what was really played and what was found. */
  /** The same bytes of a camera in two places. */
  readonly replays: Replays
  readonly reviews: Reviews
  /** Terms, holds and acts of destruction: `hold` keeps a recording whatever its term. */
  readonly retention: Retention
  /** Rooms of lessons by video, who is invited and who was there. */
  readonly rooms: Rooms
  /** Written work: tasks, every version handed in, its files. */
  readonly assignments: Assignments
  readonly schedule: Schedule
  /** The register of services: who may use what, by which order, and who read its rules. */
  readonly services: Services
  readonly sessions: Sessions
  /** What people asked for about themselves. */
  readonly subjectExports: SubjectExports
  readonly tickets: Tickets
  /** What a trial left to mend, for hours. */
  readonly trials: Trials
  /** What withdrawn consents did to exams. */
  readonly withdrawals: Withdrawals
  readonly workplaces: Workplaces
  readonly maintenance: MaintenanceStore
  readonly embedding: Embedding
  /** Learning platforms, and who came from them. */
  readonly lms: Lms
  /** Weights of the exams and the scores given by hand. */
  readonly trust: Trust
  /** In the same transaction as the change it tells of. */
  readonly audit: (entry: AuditEntry) => Promise<void>
  readonly enqueue: (task: Task) => Promise<void>
}

export type Store = {
  /** All or nothing, and only this tenant's rows exist inside (T-30). */
  readonly inTenant: <T>(tenant: TenantId, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Tells open sockets and caches that what this account may do has changed. */
export type Rights = {
  readonly changed: (account: AccountId) => void
}
