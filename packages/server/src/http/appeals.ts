import type { appealRoutes } from '@ochno/contract/appeal-routes'
import {
  admitAppeal,
  changeAppealSetting,
  listAppeals,
  nameCommission,
  readAppeal,
} from '../features/appeals/consider.ts'
import type { AppealDeps } from '../features/appeals/deps.ts'
import { fileAppeal, withdrawAppeal } from '../features/appeals/file.ts'
import { readMarkAnswers } from '../features/appeals/marks.ts'
import { answerMark, listAfterExams, readAfterExam } from '../features/appeals/own.ts'
import { readOwnPaper } from '../features/appeals/papers.ts'
import { answerRecusal, askRecusal, leaveCommission } from '../features/appeals/recusals.ts'
import { answerVerdict, decideAppeal, doStep } from '../features/appeals/verdict.ts'
import { vote } from '../features/appeals/votes.ts'
import type { PaperId } from '../ports/protocols.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const appealHandlers = (deps: AppealDeps): Handlers<typeof appealRoutes> => ({
  listAfterExams: async ({ actor, now }) => ({ ok: true, body: await listAfterExams(deps, actor, now) }),
  readAfterExam: ({ actor, now }, { params }) => readAfterExam(deps, actor, params.sid, now),
  answerMark: ({ actor, now }, { params, body }) =>
    answerMark(deps, actor, params.sid, { key: params.key, text: body.text }, now),
  readMarkAnswers: ({ actor }, { params }) => readMarkAnswers(deps, actor, params.sid),
  fileAppeal: ({ actor, now }, { params, body }) => fileAppeal(deps, actor, params.sid, body, now),
  withdrawAppeal: ({ actor, now }, { params }) => withdrawAppeal(deps, actor, params.aid, now),
  listAppeals: async ({ actor, now }) => ({ ok: true, body: await listAppeals(deps, actor, now) }),
  changeAppealSetting: ({ actor, now }, { body }) => changeAppealSetting(deps, actor, body, now),
  readAppeal: ({ actor, now }, { params }) => readAppeal(deps, actor, params.aid, now),
  admitAppeal: ({ actor, now }, { params, body }) => admitAppeal(deps, actor, params.aid, body, now),
  nameCommission: ({ actor, now }, { params, body }) =>
    nameCommission(deps, actor, params.aid, body.members, now),
  doAppealStep: ({ actor, now }, { params }) => doStep(deps, actor, params.aid, params.step, now),
  voteOnAppeal: ({ actor, now }, { params, body }) => vote(deps, actor, params.aid, body, now),
  leaveCommission: ({ actor, now }, { params, body }) =>
    leaveCommission(deps, actor, params.aid, body.reason, now),
  askRecusal: ({ actor, now }, { params, body }) => askRecusal(deps, actor, params.aid, body, now),
  answerRecusal: ({ actor, now }, { params, body }) =>
    answerRecusal(deps, actor, params.aid, { member: params.member, ...body }, now),
  decideAppeal: ({ actor, now }, { params, body }) => decideAppeal(deps, actor, params.aid, body, now),
  answerVerdict: ({ actor, now }, { params, body }) => answerVerdict(deps, actor, params.aid, body, now),

  async readOwnAppealPaper({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    // The contract has checked its shape.
    const found = await readOwnPaper(deps, actor, params.aid, params.pid as PaperId, now)
    if (!found.ok) return found
    const { paper, bytes } = found
    return sendFile(reply, { bytes, name: `${paper.form} ${paper.name}`, as: paper.kind, plain: paper.form })
  },
})
