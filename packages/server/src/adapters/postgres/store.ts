import type pg from 'pg'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Task } from '../../ports/store.ts'
import { postgresAccommodations } from './accommodations.ts'
import { postgresAccounts } from './accounts.ts'
import { postgresActs } from './acts.ts'
import { postgresApplications } from './applications.ts'
import { postgresAdmissions } from './admissions.ts'
import { postgresBreakGlass } from './break-glass.ts'
import { postgresBriefings } from './briefings.ts'
import { postgresAmendments } from './amendments.ts'
import { postgresAppeals } from './appeals.ts'
import { postgresAppointments } from './appointments.ts'
import { postgresAssignments } from './assignments.ts'
import { postgresAttention } from './attention.ts'
import { writeAudit } from './audit.ts'
import { postgresComplaints } from './complaints.ts'
import { postgresConsents } from './consents.ts'
import { postgresCallSignals } from './calls.ts'
import { postgresCalendars } from './calendar.ts'
import { postgresClips } from './clips.ts'
import { postgresExamRules } from './exam-rules.ts'
import { postgresDashboards } from './dashboards.ts'
import { postgresDebts } from './debts.ts'
import { postgresDecisions } from './decisions.ts'
import { postgresDoors } from './door.ts'
import { postgresEquipment } from './equipment.ts'
import { postgresConduct } from './conduct.ts'
import { postgresExams } from './exams.ts'
import { postgresFailures } from './failures.ts'
import { postgresHints } from './hints.ts'
import { postgresQuality } from './quality.ts'
import { postgresIdentityBridges } from './identity-bridge.ts'
import { postgresInstitutions } from './institutions.ts'
import { postgresPapers } from './papers.ts'
import { postgresProtections } from './protection.ts'
import { postgresProtocols } from './protocols.ts'
import { postgresPeople } from './people.ts'
import { postgresReplays } from './replays.ts'
import { postgresReviews } from './review.ts'
import { postgresRetention } from './retention.ts'
import { postgresRooms } from './rooms.ts'
import { postgresSchedule } from './schedule.ts'
import { postgresLetters } from './letters.ts'
import { postgresMailServers } from './mail.ts'
import { postgresNewProgrammes } from './new-programmes.ts'
import { postgresNotices } from './notices.ts'
import { postgresServices } from './services.ts'
import { postgresSessions } from './sessions.ts'
import { postgresSubjectExports } from './subject-exports.ts'
import { postgresTickets } from './support.ts'
import { postgresEmbedding } from './embedding.ts'
import { postgresLms } from './lms.ts'
import { postgresMaintenance } from './maintenance.ts'
import { postgresTrials } from './trials.ts'
import { postgresTrust } from './trust.ts'
import { postgresUploadRules } from './uploads.ts'
import { postgresWithdrawals } from './withdrawals.ts'
import { postgresWorkplaces } from './workplaces.ts'
import { sessionTexts } from './texts.ts'
import { asTenant, stamp } from './transaction.ts'

export const postgresStore = (app: pg.Pool, ids: Ids): Store => ({
  inTenant: (tenant, work) =>
    asTenant(app, tenant, (sql) =>
      work({
        accommodations: postgresAccommodations(sql, tenant),
        applications: postgresApplications(sql, tenant),
        accounts: postgresAccounts(sql, tenant),
        admissions: postgresAdmissions(sql, tenant),
        breakGlass: postgresBreakGlass(sql, tenant),
        briefings: postgresBriefings(sql, tenant),
        acts: postgresActs(sql, tenant),
        amendments: postgresAmendments(sql, tenant),
        appeals: postgresAppeals(sql, tenant),
        appointments: postgresAppointments(sql, tenant),
        calendar: postgresCalendars(sql, tenant),
        calls: postgresCallSignals(sql, tenant),
        clips: postgresClips(sql, tenant),
        consents: postgresConsents(sql, tenant),
        dashboards: postgresDashboards(sql),
        debts: postgresDebts(sql, tenant),
        decisions: postgresDecisions(sql, tenant),
        doors: postgresDoors(sql, tenant),
        equipment: postgresEquipment(sql, tenant),
        complaints: postgresComplaints(sql, tenant, sessionTexts(sql, tenant, app)),
        conduct: postgresConduct(sql, tenant, sessionTexts(sql, tenant, app)),
        attention: postgresAttention(sql, tenant),
        exams: postgresExams(sql, tenant),
        failures: postgresFailures(sql, tenant),
        hints: postgresHints(sql, tenant, sessionTexts(sql, tenant, app)),
        rules: postgresExamRules(sql),
        identityBridges: postgresIdentityBridges(sql, tenant),
        lms: postgresLms(sql, tenant),
        institutions: postgresInstitutions(sql, tenant),
        papers: postgresPapers(sql, tenant),
        protections: postgresProtections(sql, tenant),
        protocols: postgresProtocols(sql, tenant),
        people: postgresPeople(sql, tenant),
        quality: postgresQuality(sql, tenant),
        replays: postgresReplays(sql, tenant),
        reviews: postgresReviews(sql, tenant),
        retention: postgresRetention(sql, tenant),
        rooms: postgresRooms(sql, tenant, ids),
        assignments: postgresAssignments(sql, tenant),
        schedule: postgresSchedule(sql, tenant),
        letters: postgresLetters(sql, tenant),
        mailServers: postgresMailServers(sql, tenant),
        newProgrammes: postgresNewProgrammes(sql, tenant),
        notices: postgresNotices(sql, tenant, postgresLetters(sql, tenant)),
        services: postgresServices(sql, tenant),
        sessions: postgresSessions(sql, tenant),
        subjectExports: postgresSubjectExports(sql, tenant),
        tickets: postgresTickets(sql, tenant),
        trials: postgresTrials(sql, tenant),
        uploads: postgresUploadRules(sql, tenant),
        withdrawals: postgresWithdrawals(sql, tenant),
        workplaces: postgresWorkplaces(sql, tenant),
        maintenance: postgresMaintenance(sql, tenant),
        embedding: postgresEmbedding(sql, tenant),
        trust: postgresTrust(sql, tenant),
        audit: (entry) => writeAudit(sql, ids, entry),
        enqueue: async (task: Task) => {
          await sql.query(
            'insert into outbox (tenant_id, task, key, run_at, payload) values ($1, $2, $3, $4, $5)',
            [tenant, task.task, task.key, stamp(task.runAt), JSON.stringify(task.payload)],
          )
        },
      }),
    ),
})
