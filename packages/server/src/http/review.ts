import type { controlRoutes } from '@ochno/contract/controls'
import type { reviewRoutes } from '@ochno/contract/review'
import { controlReview, readControlSetting, setControlSetting } from '../features/review/controls.ts'
import { myFigures, reviewFigures } from '../features/review/figures.ts'
import type { DeskDeps, ReviewDeps } from '../features/review/deps.ts'
import { readReview } from '../features/review/desk.ts'
import { finishReview } from '../features/review/finish.ts'
import { askReview, assignReview, listReviews } from '../features/review/queue.ts'
import { dismissHint, markInReview, openReview, reportPlayed, withdrawMark } from '../features/review/work.ts'
import { sayUnjudged } from '../features/review/unjudged.ts'
import type { Handlers } from './seam.ts'

export const reviewHandlers = (deps: DeskDeps): Handlers<typeof reviewRoutes> => ({
  listReviews: async ({ actor, now }) => ({ ok: true, body: await listReviews(deps, actor, now) }),
  askReview: ({ actor, now }, { body }) => askReview(deps, actor, body.session, now),
  assignReview: ({ actor, now }, { params, body }) =>
    assignReview(deps, actor, { review: params.rid, reviewer: body.reviewer }, now),
  controlReview: ({ actor, now }, { params, body }) =>
    controlReview(deps, actor, { review: params.rid, reviewer: body.reviewer }, now),
  readReview: ({ actor, now }, { params }) => readReview(deps, actor, params.rid, now),
  openReview: ({ actor, now }, { params }) => openReview(deps, actor, params.rid, now),
  reportPlayed: ({ actor, now }, { params, body }) =>
    reportPlayed(
      deps,
      actor,
      {
        review: params.rid,
        spans: body.spans.map(({ fromMs, toMs, speed }) => ({ from: fromMs, to: toMs, speed })),
      },
      now,
    ),
  markInReview: ({ actor, now }, { params, body }) =>
    markInReview(deps, actor, { review: params.rid, mark: body }, now),
  dismissHint: ({ actor, now }, { params, body }) =>
    dismissHint(deps, actor, { review: params.rid, ...body }, now),
  withdrawMark: ({ actor, now }, { params, body }) =>
    withdrawMark(deps, actor, { review: params.rid, seq: params.seq, reason: body.reason }, now),
  sayUnjudged: ({ actor, now }, { params, body }) =>
    sayUnjudged(deps, actor, params.rid, { kind: 'unjudged', ...body }, now),
  takeBackUnjudged: ({ actor, now }, { params, body }) =>
    sayUnjudged(deps, actor, params.rid, { kind: 'judged', of: params.seq, reason: body.reason }, now),
  finishReview: ({ actor, now }, { params, body }) =>
    finishReview(deps, actor, { review: params.rid, ...body }, now),
})

export const controlHandlers = (deps: ReviewDeps): Handlers<typeof controlRoutes> => ({
  reviewFigures: async ({ actor, now }) => ({ ok: true, body: await reviewFigures(deps, actor, now) }),
  myFigures: async ({ actor }) => ({ ok: true, body: await myFigures(deps, actor) }),
  readControlSetting: async ({ actor }) => ({ ok: true, body: await readControlSetting(deps, actor) }),
  setControlSetting: async ({ actor, now }, { body }) => ({
    ok: true,
    body: await setControlSetting(deps, actor, body.percent, now),
  }),
})
