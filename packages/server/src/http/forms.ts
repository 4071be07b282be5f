import { Readable } from 'node:stream'
import type { FileKind, formRoutes } from '@ochno/contract/forms'
import { changePaperSetting, listForms, printBlank } from '../features/forms/blank-forms.ts'
import type { FormDeps } from '../features/forms/deps.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'

const types: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export const formHandlers = (deps: FormDeps): Handlers<typeof formRoutes> => ({
  listForms: async ({ actor }) => ({ ok: true, body: await listForms(deps, actor) }),

  readBlank: async ({ actor }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const printed = await printBlank(deps, actor, params.form, query.as)
    if (!printed.ok) return printed
    const name = encodeURIComponent(`${params.form} ${printed.name}.${query.as}`)
    reply
      .header('cache-control', 'private, no-store')
      .header('content-type', types[query.as])
      .header('content-length', printed.bytes.length)
      .header(
        'content-disposition',
        `attachment; filename="${params.form}.${query.as}"; filename*=UTF-8''${name}`,
      )
    await reply.send(Readable.from([printed.bytes], { objectMode: false }))
    return undefined
  },

  changePaperSetting: ({ actor, now }, { body }) => changePaperSetting(deps, actor, body, now),
})
