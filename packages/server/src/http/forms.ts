import type { formRoutes } from '@ochno/contract/forms'
import { changePaperSetting, listForms, printBlank } from '../features/forms/blank-forms.ts'
import type { FormDeps } from '../features/forms/deps.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const formHandlers = (deps: FormDeps): Handlers<typeof formRoutes> => ({
  listForms: async ({ actor }) => ({ ok: true, body: await listForms(deps, actor) }),

  readBlank: async ({ actor }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const printed = await printBlank(deps, actor, params.form, query.as)
    if (!printed.ok) return printed
    return sendFile(reply, {
      bytes: printed.bytes,
      name: `${params.form} ${printed.name}`,
      as: query.as,
      plain: params.form,
    })
  },

  changePaperSetting: ({ actor, now }, { body }) => changePaperSetting(deps, actor, body, now),
})
