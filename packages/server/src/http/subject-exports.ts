import type { subjectExportRoutes } from '@ochno/contract/subject-exports'
import { takeArchive } from '../features/retention/archive.ts'
import {
  askOwnExport,
  listOwnExports,
  listSubjectExports,
  registerSubjectExport,
  releaseSubjectExport,
} from '../features/retention/export-ask.ts'
import type { ExportDeps } from '../features/retention/export-deps.ts'
import type { SubjectExportId } from '../ports/subject-exports.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

/** The contract has checked its shape. */
const exportOf = (xid: string) => xid as SubjectExportId

export const subjectExportHandlers = (deps: ExportDeps): Handlers<typeof subjectExportRoutes> => ({
  listOwnExports: async ({ actor, now }) => ({ ok: true, body: await listOwnExports(deps, actor, now) }),
  askOwnExport: ({ actor, now }, { body }) => askOwnExport(deps, actor, body.person, now),
  takeOwnExport: async ({ actor, now }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const archive = await takeArchive(deps, actor, exportOf(params.xid), now)
    if (!archive.ok) return archive
    return sendFile(reply, { bytes: archive.bytes, name: 'Мои данные', as: 'zip', plain: 'my-data' })
  },
  listSubjectExports: async ({ actor, now }) => ({
    ok: true,
    body: await listSubjectExports(deps, actor, now),
  }),
  registerSubjectExport: ({ actor, now }, { body }) => registerSubjectExport(deps, actor, body, now),
  releaseSubjectExport: ({ actor, now }, { params, body }) =>
    releaseSubjectExport(deps, actor, exportOf(params.xid), body.withheld, now),
})
