import type { qualityRoutes } from '@ochno/contract/quality'
import { type QualityDeps, readQuality, reportQuality } from '../features/quality/quality.ts'
import type { Handlers } from './seam.ts'

export const qualityHandlers = (deps: QualityDeps): Handlers<typeof qualityRoutes> => ({
  reportQuality: ({ actor, now }, { params, body }) =>
    reportQuality(deps, actor, { session: params.sid, ...body }, now),
  readQuality: ({ actor, now }, { params }) => readQuality(deps, actor, params.sid, now),
})
