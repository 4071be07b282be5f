import type { dashboardRoutes } from '@ochno/contract/dashboards'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DashboardDeps } from '../features/dashboards/deps.ts'
import { type FileKind, giveFile } from '../features/dashboards/give-file.ts'
import { listExamFigures, readExamFigures } from '../features/dashboards/read-exam.ts'
import { readFairness } from '../features/dashboards/read-fairness.ts'
import { readReviewLoad } from '../features/dashboards/read-reviews.ts'
import { readToday } from '../features/dashboards/read-today.ts'
import { examSheet, fairnessSheet, reviewSheet, todaySheet } from '../features/dashboards/sheets.ts'
import { fromOwnPage } from './guard.ts'
import type { Actor, Handlers, Refused } from './seam.ts'
import { sendFile } from './send-file.ts'
import type { PrintedList } from '@ochno/domain/document/model'
import type { Instant } from '@ochno/domain/time'

type Wanted = {
  readonly actor: Actor
  readonly now: Instant
  readonly as: FileKind
  readonly what: string
  readonly object?: string
}
type Raw = { readonly request: FastifyRequest; readonly reply: FastifyReply }

export const dashboardHandlers = (deps: DashboardDeps): Handlers<typeof dashboardRoutes> => {
  async function give(
    { actor, now, as, what, object = actor.tenant }: Wanted,
    { request, reply }: Raw,
    sheet: () => Promise<PrintedList | Refused>,
  ): Promise<Refused | undefined> {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const list = await sheet()
    if ('ok' in list) return list
    const { made, name } = await giveFile(deps, actor, { what, object, sheet: list }, as, now)
    if (!made.ok) return { ok: false, why: made.why === 'failed' ? 'print_failed' : made.why }
    return sendFile(reply, { bytes: made.bytes, name, as, plain: `report-${what}` })
  }
  return {
    readToday: async ({ actor, now }, { query }) => ({
      ok: true,
      body: await readToday(deps, actor, now, query.names),
    }),
    readReviewLoad: async ({ actor, now }) => ({ ok: true, body: await readReviewLoad(deps, actor, now) }),
    readFairness: async ({ actor, now }, { query }) => ({
      ok: true,
      body: await readFairness(deps, actor, query.year ?? null, now),
    }),
    listExamFigures: async ({ actor }, { query }) => ({
      ok: true,
      body: await listExamFigures(deps, actor, query.page ?? 1),
    }),
    readExamFigures: ({ actor, now }, { params }) => readExamFigures(deps, actor, params.eid, now),

    todayFile: ({ actor, now }, { query: { as } }, raw) =>
      give({ actor, now, as, what: 'today' }, raw, async () => todaySheet(await readToday(deps, actor, now))),
    reviewLoadFile: ({ actor, now }, { query: { as } }, raw) =>
      give({ actor, now, as, what: 'reviews' }, raw, async () =>
        reviewSheet(await readReviewLoad(deps, actor, now)),
      ),
    fairnessFile: ({ actor, now }, { query: { as, year } }, raw) =>
      give({ actor, now, as, what: 'fairness' }, raw, async () =>
        fairnessSheet(await readFairness(deps, actor, year ?? null, now)),
      ),
    examFiguresFile: ({ actor, now }, { params, query: { as } }, raw) =>
      give({ actor, now, as, what: 'exam', object: params.eid }, raw, async () => {
        const figures = await readExamFigures(deps, actor, params.eid, now)
        return figures.ok ? examSheet(figures.body) : figures
      }),
  }
}
