import type { debtRoutes } from '@ochno/contract/debts'
import { closeDebt, type DebtDeps, listDebts, printDebt, takeDebts } from '../features/debts/debts.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

const foreign = { ok: false, why: 'not_same_origin' } as const

export const debtHandlers = (deps: DebtDeps): Handlers<typeof debtRoutes> => ({
  listDebts: async ({ actor, now }) => ({ ok: true, body: await listDebts(deps, actor, now) }),
  closeDebt: ({ actor, now }, { params, body }) => closeDebt(deps, actor, params.sid, body, now),
  printDebt: async ({ actor, now }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printDebt(deps, actor, params.sid, query.as, now)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: file.name, as: query.as }) : file
  },
  takeDebts: async ({ actor, now }, { query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await takeDebts(deps, actor, query.as, now)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: file.name, as: query.as }) : file
  },
})
