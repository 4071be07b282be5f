// People, exams, sessions, sign-in and the journal, made from the base.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { accountRoutes } from '@ochno/contract/accounts'
import { actRoutes } from '@ochno/contract/acts'
import { amendmentRoutes } from '@ochno/contract/amendments'
import { appointmentRoutes } from '@ochno/contract/appointments'
import { callRoutes } from '@ochno/contract/calls'
import { classroomRoutes } from '@ochno/contract/classroom'
import { briefingRoutes } from '@ochno/contract/briefing'
import { calendarRoutes } from '@ochno/contract/calendar'
import { admissionRoutes } from '@ochno/contract/exam-admission'
import { scheduleRoutes } from '@ochno/contract/exam-schedule'
import { equipmentRoutes } from '@ochno/contract/equipment'
import { attentionRoutes } from '@ochno/contract/attention'
import { conductRoutes } from '@ochno/contract/conduct'
import { examRoutes } from '@ochno/contract/exams'
import { hintRoutes } from '@ochno/contract/hints'
import { institutionRoutes } from '@ochno/contract/institution'
import { journalRoutes } from '@ochno/contract/journal'
import { noticeRoutes } from '@ochno/contract/notices'
import { protectionRoutes } from '@ochno/contract/protection'
import type { Route } from '@ochno/contract/route'
import { sessionRoutes } from '@ochno/contract/sessions'
import { signInRoutes } from '@ochno/contract/sign-in'
import { supportRoutes } from '@ochno/contract/support'
import { trustRoutes } from '@ochno/contract/trust'
import { base64 } from '@ochno/evidence/bytes'
import { hashProcess, type PasswordCosts } from '../adapters/argon2/passwords.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { textSeal } from '../adapters/media-crypto/text-seal.ts'
import { isCommonPassword } from '../adapters/passwords/common.ts'
import { postgresWaitingActs } from '../adapters/postgres/acts.ts'
import { postgresAppointing } from '../adapters/postgres/appointments.ts'
import { forgetOldSignals } from '../adapters/postgres/calls.ts'
import { forgetOldIdentityRequests } from '../adapters/postgres/identity-bridge.ts'
import { forgetOldLaunches } from '../adapters/postgres/lms.ts'
import { forgetWaitingFactors } from '../adapters/postgres/factors.ts'
import { postgresInvitations, postgresSetup } from '../adapters/postgres/invitations.ts'
import { postgresPublishedRules } from '../adapters/postgres/equipment.ts'
import { postgresJournal } from '../adapters/postgres/journal.ts'
import { logWriter } from '../adapters/postgres/log-writer.ts'
import { postgresUntold } from '../adapters/postgres/notices.ts'
import { postgresOverdue } from '../adapters/postgres/sessions.ts'
import { postgresSignIns } from '../adapters/postgres/sign-ins.ts'
import { postgresUnreadTenants } from '../adapters/postgres/replays.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { carryTextSeal } from '../adapters/postgres/texts.ts'
import { sealOldWords } from '../adapters/postgres/unsealed.ts'
import { forgetOldThrottles, postgresThrottle } from '../adapters/postgres/throttle.ts'
import { conductBell, hintBell } from '../adapters/system/bell.ts'
import { iceWays } from '../adapters/system/ice-ways.ts'
import { sha256Text } from '../adapters/system/digest.ts'
import { tellChanges } from '../features/notices/tell-change.ts'
import { newDate } from '../features/sessions/amend.ts'
import { complained } from '../features/complaints/file.ts'
import { organisers } from '../features/review/tell.ts'
import { mayTake } from '../features/sessions/may-admit.ts'
import type { ConsentDeps } from '../features/consents/deps.ts'
import { settleWithdrawn } from '../features/consents/effects.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { interruptWithdrawn } from '../features/sessions/interrupt.ts'
import type { SessionDeps } from '../features/sessions/deps.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { issueSetupCode } from '../features/sign-in/set-up.ts'
import { actHandlers } from '../http/acts.ts'
import { amendmentHandlers } from '../http/amendments.ts'
import { callHandlers } from '../http/calls.ts'
import { classroomHandlers } from '../http/classroom.ts'
import { briefingHandlers } from '../http/briefing.ts'
import { calendarHandlers } from '../http/calendar.ts'
import { equipmentHandlers } from '../http/equipment.ts'
import { attentionHandlers, conductHandlers } from '../http/conduct.ts'
import { appointmentHandlers, institutionHandlers } from '../http/institution.ts'
import { hintHandlers, trustHandlers } from '../http/hints.ts'
import { journalHandlers } from '../http/journal.ts'
import {
  accountHandlers,
  admissionHandlers,
  examHandlers,
  scheduleHandlers,
  sessionHandlers,
} from '../http/school.ts'
import { noticeHandlers } from '../http/notices.ts'
import { protectionHandlers } from '../http/protection.ts'
import { signInHandlers } from '../http/sign-in.ts'
import { supportHandlers } from '../http/support.ts'
import { actCrontab, actTasks } from '../jobs/act-editions.ts'
import { appointmentCrontab, appointmentTasks } from '../jobs/appointments.ts'
import { journalLog } from '../jobs/journal-log.ts'
import { scanTasks } from '../jobs/room-scans.ts'
import { replayCrontab, replayTasks } from '../jobs/find-replays.ts'
import { tellSchedulesCrontab, tellSchedulesTasks } from '../jobs/tell-schedules.ts'
import { deadlineCrontab, deadlineTasks } from '../jobs/session-deadlines.ts'
import type { NewDate } from '../ports/amendments.ts'
import type { KeyRing } from '../ports/signing.ts'
import type { Rights } from '../ports/store.ts'
import { reviewAfterEnd } from '../features/review/make-review.ts'
import type { Base, MountedRoute, Part } from './part.ts'
import { readiness } from './readiness.ts'

export type CorePart = Part & {
  /** B-27: a new one-time code, or null when an administrator exists. */
  readonly setupCode: () => Promise<string | null>
  readonly signIn: SignInDeps
  /** What a decision about a failure moves people with. */
  readonly sessions: SessionDeps
  readonly newDate: NewDate
  /** Ends what runs without consent. */
  readonly running: ConsentDeps['running']
  /** Numbers and signs what the journal holds now. */
  readonly signJournal: () => Promise<void>
}

export const mounted = (routes: Record<string, Route>, handlers: object): MountedRoute[] =>
  Object.entries(routes).map(
    ([name, route]) =>
      ({ route, handler: handlers[name as keyof typeof handlers] }) as unknown as MountedRoute,
  )

export async function composeCore(
  base: Base,
  from: {
    readonly keys: KeyRing
    readonly pepper: Uint8Array
    /** Over the keys of the words of each session. */
    readonly kek: readonly KeyEncryption[]
    readonly rights: Rights
    readonly passwordCosts: PasswordCosts
    readonly directory: SignInDeps['directory']
  },
): Promise<CorePart> {
  const { pools, clock, ids, log, config } = base
  const { rights } = from
  carryTextSeal(pools.app, textSeal(from.kek))
  let sealing = Promise.resolve()
  let stopping = false
  const store = postgresStore(pools.app, ids)
  const signIns = postgresSignIns(pools.auth, ids)
  const setup = postgresSetup(pools.auth, ids)
  const passwords = hashProcess(base64(from.pepper), isCommonPassword, from.passwordCosts)
  const digest = sha256Text
  const signInDeps = {
    signIns,
    setup,
    passwords,
    digest,
    ids,
    clock,
    rights,
    store,
    factorRule: config.staffSecondFactor,
    directory: from.directory,
    invitations: postgresInvitations(pools.auth, ids),
    throttle: postgresThrottle(pools.auth),
    pauseUntil: async (mono: number) => {
      await pause(Math.max(0, mono - clock.mono()))
    },
  }
  const sessions = {
    store,
    ids,
    ended: reviewAfterEnd(ids),
    rights,
    ready: readiness({ store, ids, digest }),
    telling: tellChanges(ids),
  }
  const amending = { store, ids, rights, telling: tellChanges(ids) }
  const bell = conductBell()
  const hints = hintBell()
  const conduct = {
    store,
    bell,
    clock,
    rights,
    mayTake,
    complained: complained({ ids, organisers, relatives: appealedResults.relatives }),
  }
  const tree = logWriter(pools.log, {
    origin: 'ochno/journal',
    signer: from.keys.signer('log'),
    clock,
    headsFile: join(config.dataDir, 'journal', 'heads.txt'),
  })
  const journal = journalLog(tree, log, clock.mono)
  return {
    routes: [
      ...mounted(signInRoutes, signInHandlers(signInDeps)),
      ...mounted(accountRoutes, accountHandlers({ store, ids, digest, rights })),
      ...mounted(institutionRoutes, institutionHandlers({ store, ids })),
      ...mounted(appointmentRoutes, appointmentHandlers({ store, ids, rights })),
      ...mounted(actRoutes, actHandlers({ store, ids })),
      ...mounted(protectionRoutes, protectionHandlers({ store })),
      ...mounted(calendarRoutes, calendarHandlers({ store, ids })),
      ...mounted(
        equipmentRoutes,
        equipmentHandlers({
          store,
          ids,
          published: postgresPublishedRules(pools.auth),
          monoMs: clock.mono,
        }),
      ),
      ...mounted(examRoutes, examHandlers({ store, ids, digest })),
      ...mounted(admissionRoutes, admissionHandlers({ store, ids, digest }, sessions)),
      ...mounted(briefingRoutes, briefingHandlers({ store })),
      ...mounted(amendmentRoutes, amendmentHandlers(amending)),
      ...mounted(scheduleRoutes, scheduleHandlers({ store, ids, digest })),
      ...mounted(sessionRoutes, sessionHandlers({ ...sessions, telling: amending.telling, digest }, signIns)),
      ...mounted(classroomRoutes, classroomHandlers(sessions)),
      ...mounted(noticeRoutes, noticeHandlers({ store, ids })),
      ...mounted(conductRoutes, conductHandlers(conduct)),
      ...mounted(callRoutes, callHandlers({ store, bell, clock, ice: iceWays(config.calls) })),
      ...mounted(attentionRoutes, attentionHandlers(conduct)),
      ...mounted(hintRoutes, hintHandlers({ store, bell: hints, digest })),
      ...mounted(trustRoutes, trustHandlers({ store, bell: hints, digest })),
      ...mounted(supportRoutes, supportHandlers({ store, ids })),
      ...mounted(journalRoutes, journalHandlers(postgresJournal(pools.app))),
    ],
    tasks: {
      ...deadlineTasks({ ...sessions, clock, overdue: postgresOverdue(pools.auth) }),
      ...actTasks({ store, clock, waiting: postgresWaitingActs(pools.auth) }),
      ...appointmentTasks({ store, ids, clock, appointing: postgresAppointing(pools.auth) }),
      ...tellSchedulesTasks({ store, ids, clock, log, untold: postgresUntold(pools.auth) }),
      ...scanTasks({ store, bell, clock }),
      ...replayTasks({ store, bell: hints, clock, tenants: postgresUnreadTenants(pools.auth) }),
      forget_throttles: async () => {
        await forgetOldThrottles(pools.auth, clock.now())
        await forgetWaitingFactors(pools.auth, clock.now())
        await forgetOldSignals(pools.auth, clock.now())
        await forgetOldIdentityRequests(pools.auth, clock.now())
        await forgetOldLaunches(pools.auth, clock.now())
      },
    },
    crontab: `${deadlineCrontab}\n${actCrontab}\n${appointmentCrontab}\n${tellSchedulesCrontab}\n${replayCrontab}\n17 * * * * forget_throttles`,
    metrics: async () =>
      [
        '# HELP ochno_journal_leaves Acts numbered in the journal',
        '# TYPE ochno_journal_leaves gauge',
        `ochno_journal_leaves ${tree.size()}`,
        '# HELP ochno_journal_fault 1 when the past of the journal is not the one that was signed',
        '# TYPE ochno_journal_fault gauge',
        `ochno_journal_fault ${journal.fault() ? 1 : 0}`,
        '# HELP ochno_password_queue Passwords waiting to be hashed',
        '# TYPE ochno_password_queue gauge',
        `ochno_password_queue ${passwords.waiting()}`,
        '# HELP ochno_password_hashes_total Passwords hashed',
        '# TYPE ochno_password_hashes_total counter',
        ...Object.entries(passwords.computed()).map(
          ([kind, count]) => `ochno_password_hashes_total{kind="${kind}"} ${count}`,
        ),
        '',
      ].join('\n'),
    ready: () =>
      pools.app.query('select 1').then(
        () => null,
        () => 'database',
      ),
    signIn: signInDeps,
    sessions,
    newDate: newDate(amending),
    setupCode: () => issueSetupCode({ setup, digest, ids }, clock.now()),
    running: {
      end: async (tx, of, now) => {
        // What runs is still known to run.
        await settleWithdrawn({ ids, relatives: appealedResults.relatives }, tx, of, now)
        return interruptWithdrawn(sessions, tx, of, now)
      },
      ended: rights.changed,
    },
    signJournal: () => journal.round(true),
    start: async () => {
      await journal.start()
      sealing = sealOldWords(pools, () => !stopping).then(
        (words) => {
          if (words > 0) log.info('words.sealed', { words })
        },
        () => log.error('words.not_sealed', {}),
      )
    },
    settle: async () => {
      bell.stop()
      hints.stop()
    },
    stop: async () => {
      passwords.stop()
      stopping = true
      await sealing
      await journal.stop()
    },
  }
}
