import type { decisionRoutes } from '@ochno/contract/decisions'
import {
  answerQuestion,
  decideResult,
  readDecision,
  recommendAsDirector,
  secondDecision,
} from '../features/decisions/decide.ts'
import type { DecisionDeps } from '../features/decisions/deps.ts'
import { changeDecisionSetting, listDecisions } from '../features/decisions/lists.ts'
import { listChildrenResults, listOwnResults, readOwnResult } from '../features/decisions/own-result.ts'
import { publishDecision, reportImpersonation } from '../features/decisions/publish.ts'
import type { Handlers } from './seam.ts'

export const decisionHandlers = (deps: DecisionDeps): Handlers<typeof decisionRoutes> => ({
  listDecisions: async ({ actor, now }) => ({ ok: true, body: await listDecisions(deps, actor, now) }),
  changeDecisionSetting: ({ actor, now }, { body }) => changeDecisionSetting(deps, actor, body, now),
  readDecision: ({ actor, now }, { params }) => readDecision(deps, actor, params.sid, now),
  answerQuestion: ({ actor, now }, { params, body }) =>
    answerQuestion(deps, actor, params.sid, { code: params.code, answer: body.answer }, now),
  recommendAsDirector: ({ actor, now }, { params, body }) =>
    recommendAsDirector(deps, actor, params.sid, body, now),
  decideResult: ({ actor, now }, { params, body }) => decideResult(deps, actor, params.sid, body, now),
  secondDecision: ({ actor, now }, { params, body }) => secondDecision(deps, actor, params.sid, body, now),
  publishDecision: ({ actor, now }, { params, body }) => publishDecision(deps, actor, params.sid, body, now),
  reportImpersonation: ({ actor, now }, { params, body }) =>
    reportImpersonation(deps, actor, params.sid, body, now),
  listOwnResults: async ({ actor }) => ({ ok: true, body: await listOwnResults(deps, actor) }),
  readOwnResult: ({ actor }, { params }) => readOwnResult(deps, actor, params.sid),
  listChildrenResults: async ({ actor, now }) => ({
    ok: true,
    body: await listChildrenResults(deps, actor, now),
  }),
})
