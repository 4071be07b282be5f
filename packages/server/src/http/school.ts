// People, exams and sessions: request -> feature -> reply.
import type { accountRoutes } from '@ochno/contract/accounts'
import type { examRoutes } from '@ochno/contract/exams'
import type { sessionRoutes } from '@ochno/contract/sessions'
import type { admissionRoutes } from '@ochno/contract/exam-admission'
import type { scheduleRoutes } from '@ochno/contract/exam-schedule'
import { instant } from '@ochno/domain/time'
import {
  type AccountDeps,
  changeRoles,
  createAccount,
  inviteAgain,
  listAccounts,
  setDisabled,
} from '../features/accounts/manage-accounts.ts'
import type { ExamDeps } from '../features/exams/deps.ts'
import { applyPlan, planExam } from '../features/exams/plan-exam.ts'
import { listWatchers, readSchedule, rehearseExam } from '../features/exams/schedule.ts'
import { compareList, confirmItem, readChecklist } from '../features/exams/checklist.ts'
import { examForm } from '../features/exams/form.ts'
import { changeExam, createExam, listExams, readExam, setTeachers } from '../features/exams/manage-exams.ts'
import { publishExam } from '../features/exams/publish.ts'
import { readExamRules } from '../features/exams/read-rules.ts'
import { decideAdmission, stateConditions } from '../features/sessions/admission.ts'
import { changeSession } from '../features/sessions/change-session.ts'
import type { SessionDeps } from '../features/sessions/deps.ts'
import { type CodeDeps, giveExamCode } from '../features/sessions/give-code.ts'
import {
  assignProctor,
  createSession,
  listMySessions,
  type NewSessionDeps,
  listSessions,
  readSession,
  removeProctor,
} from '../features/sessions/manage-sessions.ts'
import { readPermitted } from '../features/sessions/read-permitted.ts'
import { askedPage } from '../ports/paging.ts'
import type { SignIns } from '../ports/sign-ins.ts'
import type { Handlers } from './seam.ts'

export const accountHandlers = (deps: AccountDeps): Handlers<typeof accountRoutes> => ({
  listAccounts: async ({ actor }, { query }) => ({
    ok: true,
    body: await listAccounts(deps, actor.tenant, query.find ?? '', query.role ?? null, query.outside ?? null),
  }),
  createAccount: ({ actor, now }, { body }) => createAccount(deps, actor, body, now),
  changeRoles: ({ actor, now }, { params, body }) => changeRoles(deps, actor, params.id, body.roles, now),
  inviteAgain: ({ actor, now }, { params }) => inviteAgain(deps, actor, params.id, now),
  disableAccount: ({ actor, now }, { params }) => setDisabled(deps, actor, params.id, true, now),
  enableAccount: ({ actor, now }, { params }) => setDisabled(deps, actor, params.id, false, now),
})

const windowOf = <T extends { readonly opensAt: string; readonly closesAt: string }>(given: T) => ({
  ...given,
  opensAt: instant(given.opensAt),
  closesAt: instant(given.closesAt),
})

export const examHandlers = (deps: ExamDeps): Handlers<typeof examRoutes> => ({
  listExams: ({ actor, now }, { query }) =>
    listExams(deps, actor, { find: query.find?.trim() ?? '', when: query.when, now }, askedPage(query)),
  readExam: ({ actor }, { params }) => readExam(deps, actor, params.eid),
  createExam: ({ actor, now }, { body: { card, teachers, ...about } }) =>
    createExam(deps, actor, { ...windowOf(about), card: card ?? null, teachers: teachers ?? [] }, now),
  changeExam: ({ actor, now }, { params, body: { card, ...about } }) =>
    changeExam(deps, actor, params.eid, { ...windowOf(about), card }, now),
  setTeachers: ({ actor, now }, { params, body }) => setTeachers(deps, actor, params.eid, body.teachers, now),
  examForm: async ({ actor, now }) => ({ ok: true, body: await examForm(deps, actor.tenant, now) }),
  readExamRules: ({ actor, now }, { params }) => readExamRules(deps, actor, params.eid, now),
  publishExam: ({ actor, now }, { params }) => publishExam(deps, actor, params.eid, now),
})

export const scheduleHandlers = (deps: ExamDeps): Handlers<typeof scheduleRoutes> => ({
  readSchedule: ({ actor }, { params }) => readSchedule(deps, actor, params.eid),
  listWatchers: ({ actor }, { params, query }) =>
    listWatchers(deps, actor.tenant, params.eid, query.slot ?? null),
  planExam: ({ actor, now }, { params, body }) =>
    planExam(deps, actor, params.eid, { ...body, first: instant(body.first) }, now),
  applyPlan: ({ actor, now }, { params, body }) =>
    applyPlan(deps, actor, params.eid, { ...body, first: instant(body.first) }, now),
  rehearseExam: ({ actor }, { params, query }) =>
    rehearseExam(deps, actor.tenant, params.eid, {
      people: query.people ?? null,
      reviewers: query.reviewers ?? 0,
      minutesPerDay: query.minutesPerDay ?? null,
    }),
})

export const admissionHandlers = (
  exams: ExamDeps,
  sessions: SessionDeps,
): Handlers<typeof admissionRoutes> => ({
  readChecklist: ({ actor }, { params }) => readChecklist(exams, actor.tenant, params.eid),
  confirmItem: ({ actor, now }, { params }) => confirmItem(exams, actor, params.eid, params.item, now),
  compareList: ({ actor }, { params, body }) => compareList(exams, actor.tenant, params.eid, body.names),
  stateConditions: ({ actor, now }, { params, body }) =>
    stateConditions(sessions, actor, params.sid, body.conditions, now),
  decideAdmission: ({ actor, now }, { params, body }) =>
    decideAdmission(sessions, actor, params.sid, body, now),
})

/** B-06: half an hour beyond the exam. */
const AFTER_EXAM_S = 30 * 60

export const sessionHandlers = (
  deps: NewSessionDeps & CodeDeps,
  signIns: Pick<SignIns, 'stayFor'>,
): Handlers<typeof sessionRoutes> => ({
  giveExamCode: ({ actor, now }, { params }) => giveExamCode(deps, actor, params.sid, now),
  listMySessions: async ({ actor, now }) => {
    const mine = await listMySessions(deps, actor, now)
    // B-28: by a code, the session it opens alone.
    const rows = mine.rows.filter(({ id }) => actor.only === null || id === actor.only)
    return { ok: true, body: { ...mine, rows } }
  },
  listSessions: ({ actor, now }, { params, query }) =>
    listSessions(
      deps,
      actor,
      { exam: params.eid, find: query.find?.trim() ?? '', recorded: query.recorded === 'yes' },
      askedPage(query),
      now,
    ),
  readSession: ({ actor, now }, { params }) => readSession(deps, actor, params.sid, now),
  readPermitted: ({ actor }, { params }) => readPermitted(deps, actor, params.sid),
  createSession: ({ actor, now }, { params, body }) =>
    createSession(
      deps,
      actor,
      { exam: params.eid, ...body, slot: body.slot ?? null, why: body.why ?? '' },
      now,
    ),
  assignProctor: ({ actor, now }, { params }) => assignProctor(deps, actor, params.sid, params.proctor, now),
  removeProctor: ({ actor, now }, { params }) => removeProctor(deps, actor, params.sid, params.proctor, now),
  authorizeSession: async ({ actor, now }, { params }) => {
    const outcome = await changeSession(deps, actor, params.sid, { do: 'authorize' }, now)
    if (outcome.ok) await signIns.stayFor(actor.account, outcome.session.lengthMinutes * 60 + AFTER_EXAM_S)
    return outcome
  },
  startSession: ({ actor, now }, { params }) => changeSession(deps, actor, params.sid, { do: 'start' }, now),
  submitSession: ({ actor, now }, { params }) =>
    changeSession(deps, actor, params.sid, { do: 'submit' }, now),
  stopSession: ({ actor, now }, { params, body }) =>
    changeSession(deps, actor, params.sid, { do: 'stop', ...body }, now),
})
